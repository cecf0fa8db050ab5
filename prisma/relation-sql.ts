import { Prisma } from './client.js';

/** The ids of ersättare called in to the meeting that an ärende waits for. @param arendeId its id, as written around */
export const inkalladeSql = (arendeId: Prisma.Sql): Prisma.Sql => Prisma.sql`
    SELECT d."anvandareId" FROM motesdeltagare d JOIN mote dm ON dm.id = d."moteId"
    JOIN motespunkt dp ON dp."moteId" = dm.id
    WHERE dp."arendeId" = ${arendeId} AND d.inkallad AND NOT dp.utgatt AND NOT dm.installt AND dm.avslutat IS NULL
      AND NOT EXISTS (SELECT 1 FROM rekommendation dr WHERE dr."moteId" = dm.id AND dr."arendeId" = ${arendeId})`;

/** The ids of those named in the ärende of a protected person, as a JSON list. @param arende its alias in the statement */
export const namngivnaSql = (arende: Prisma.Sql): Prisma.Sql => Prisma.sql`coalesce(${arende}.lage->'namngivna', '[]')`;

/** That nobody of those who were named could go on, and others are to be (domain/skydd.ts). */
export const isPanyttSql = (arende: Prisma.Sql): Prisma.Sql =>
  Prisma.sql`coalesce(${arende}.lage->'namngivna' = '[]', FALSE)`;

/**
 * What the access rule needs to know of an ärende (domain/atkomst.ts: Arenderelation), as one JSON value, so that a list
 * asks the same rule as a single page without a statement per row. For `arende a`, `remiss r` and `insats i`.
 *
 * An avidentifierad konsultation has nobody who could give samtycke, and names nobody: it is open to the whole team.
 */
export const relationSql = Prisma.sql`json_build_object(
  'insatsId', a."insatsId", 'teamId', a."teamId", 'remittentId', r."remittentId",
  'remittentVerksamhetId', r."verksamhetId", 'identifierad', r.identifierad, 'koordinatorId', a."koordinatorId",
  'samtycken', coalesce(CASE WHEN r.identifierad THEN (
    SELECT json_agg(json_strip_nulls(json_build_object(
      'verksamhetId', s."verksamhetId", 'giltigtFran', s."giltigtFran", 'giltigtTill', s."giltigtTill",
      'aterkallat', s.aterkallat IS NOT NULL, 'uppgiftsslag', s.uppgiftsslag)))
    FROM samtycke s WHERE s."arendeId" = a.id
  ) ELSE (
    SELECT json_agg(DISTINCT jsonb_build_object('verksamhetId', t."verksamhetId",
      'giltigtFran', to_char(a.skapad AT TIME ZONE 'Europe/Stockholm', 'YYYY-MM-DD'), 'aterkallat', false))
    FROM teammedlem t WHERE t."teamId" = a."teamId"
  ) END, '[]'),
  'medhandlaggare', coalesce((
    SELECT json_agg(json_build_object('personId', u."anvandareId", 'verksamhetId', u."verksamhetId"))
    FROM uppgift u WHERE u."arendeId" = a.id AND u.typ = 'atgard' AND u.avslutad IS NULL), '[]'),
  'lyft', EXISTS (SELECT 1 FROM uppgift u WHERE u."arendeId" = a.id AND u.roll = 'styrgrupp' AND u.avslutad IS NULL),
  'medelHos', coalesce((
    SELECT json_agg(DISTINCT u.roll) FROM uppgift u
    WHERE u."arendeId" = a.id AND u.typ IN ('medelbeslut', 'medelbeslut_styrgrupp') AND u.avslutad IS NULL), '[]'),
  'paDagordning', EXISTS (SELECT 1 FROM motespunkt m WHERE m."arendeId" = a.id),
  'inkallade', coalesce((SELECT json_agg(di."anvandareId") FROM (${inkalladeSql(Prisma.sql`a.id`)}) di), '[]'),
  'kanslivy', i."kanslivyPerArende",
  'skydd', CASE WHEN (SELECT si.skyddad FROM individ si WHERE si.id = a."individId")
    THEN json_build_object('namngivna', ${namngivnaSql(Prisma.sql`a`)}, 'panytt', ${isPanyttSql(Prisma.sql`a`)}) END)`;
