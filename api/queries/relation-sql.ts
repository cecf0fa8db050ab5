import { Prisma } from '../../prisma/client.js';

/**
 * What the access rule needs to know of an ärende (domain/atkomst.ts: Arenderelation), as one JSON value, so that a list
 * asks the same rule as a single page without a statement per row. For `arende a`, `remiss r` and `insats i`.
 */
export const relationSql = Prisma.sql`json_build_object(
  'insatsId', a."insatsId", 'teamId', a."teamId", 'remittentId', r."remittentId", 'koordinatorId', a."koordinatorId",
  'samtycken', coalesce((
    SELECT json_agg(json_strip_nulls(json_build_object(
      'verksamhetId', s."verksamhetId", 'giltigtFran', s."giltigtFran", 'giltigtTill', s."giltigtTill",
      'aterkallat', s.aterkallat IS NOT NULL)))
    FROM samtycke s WHERE s."arendeId" = a.id), '[]'),
  'paDagordning', EXISTS (SELECT 1 FROM motespunkt m WHERE m."arendeId" = a.id),
  'kanslivy', i."kanslivyPerArende")`;
