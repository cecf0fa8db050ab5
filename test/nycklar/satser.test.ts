import { readSkrivning } from '../../prisma/nycklar/satser.js';

const written = (sql: string) => readSkrivning(sql)?.krypteras.map(({ arg, falt, rad }) => [arg, falt, rad]);

it('finds what an INSERT of several rows, an upsert and an UPDATE write into encrypted columns', () => {
  expect(
    written(
      'INSERT INTO "public"."anteckning" ("id","arendeId","text") VALUES ($1,$2,$3), ($4,$5,$6) ON CONFLICT DO NOTHING',
    ),
  ).toEqual([
    [2, 'text', 0],
    [5, 'text', 1],
  ]);
  expect(
    written(`INSERT INTO beslut (id, "arendeId", data, formular) VALUES ($1::uuid, $2::uuid, $3::jsonb, $4::jsonb)
      ON CONFLICT (id) DO UPDATE SET data = excluded.data, formular = excluded.formular`),
  ).toEqual([[3, 'formular', 0]]);
  expect(
    written('UPDATE "public"."atgard" SET "utfall" = $1, "rapport" = $2 WHERE ("public"."atgard"."id" = $3)'),
  ).toEqual([[1, 'rapport', 0]]);
  expect(written('UPDATE "public"."atgard" SET "utfall" = $1 WHERE "id" = $2')).toBeUndefined();
  expect(written('SELECT text FROM anteckning WHERE id = $1 FOR UPDATE')).toBeUndefined();
});

it('asks for the key of the rows that an UPDATE changes, with the parameters of its condition alone', () => {
  const skrivning = readSkrivning(
    'UPDATE "public"."atgard" SET "rapport" = $1 WHERE ("public"."atgard"."id" = $3 AND "utfall" = $2) RETURNING "id"',
  );
  expect(skrivning?.agare).toEqual({
    fraga: {
      sql: expect.stringMatching(
        /FROM "public"\."atgard" WHERE {2}?\("public"\."atgard"\."id" = \$1 AND "utfall" = \$2\) $/,
      ),
      args: [2, 1],
    },
  });
});

it.each([
  `UPDATE anteckning SET text = upper($1) WHERE id = $2`,
  `UPDATE anteckning SET text = 'i klartext' WHERE id = $1`,
  `INSERT INTO anteckning (id, "arendeId", text) SELECT $1, $2, $3`,
  `INSERT INTO anteckning (id, "arendeId", text) VALUES ($1, $2, 'i klartext')`,
  `UPDATE anteckning a SET text = $1 WHERE a.id = $2`,
  `WITH ny AS (INSERT INTO anteckning (id, "arendeId", text) VALUES ($1, $2, $3)) UPDATE atgard SET rapport = $4 WHERE id = $5`,
])('refuses what it does not understand: %s', (sql) => {
  expect(() => readSkrivning(sql)).toThrow('not understood');
});
