import pg from 'pg';

const client = new pg.Client({ connectionString: process.env.DATABASE_URL });
await client.connect();
await client.query(
  `INSERT INTO forbund (id, kod, namn) VALUES (gen_random_uuid(), 'demo', 'Demo') ON CONFLICT DO NOTHING`,
);
await client.end();
