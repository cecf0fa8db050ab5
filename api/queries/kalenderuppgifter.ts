import type { Dag } from '../../domain/kalender/kalender.js';
import { insatsuppgiftstyper } from '../../domain/insats/uppgifter.js';
import { uppgiftstyper } from '../../domain/uppgifter.js';
import type { PrismaClient } from '../../prisma/client.js';
import { openInsatstasks } from './insatsuppgifter.js';
import { readUppgifter, type Uppgiftslasare } from './uppgifter.js';
import { synligaUppgifter } from './uppgiftsurval.js';

/** The last day of a task that a person owes, in her calendar. */
export interface Kalenderuppgift {
  readonly uid: string;
  readonly dag: Dag;
  /** The ärende's number or the insats's name, and what there is to do. */
  readonly rubrik: string;
  readonly adress: string;
}

/**
 * The open tasks that are a person's to do and whose last days lie within a time: number, what to do, and the way there.
 * Nothing of an ärende whose person is protected: a calendar is kept by others than us.
 *
 * @param idag today in Sweden, `YYYY-MM-DD`
 * @param fran the first day and `till` the last one
 */
export async function kalenderuppgifter(
  prisma: PrismaClient,
  person: Uppgiftslasare,
  idag: Dag,
  { fran, till }: { readonly fran: Dag; readonly till: Dag },
): Promise<Kalenderuppgift[]> {
  const found = await prisma.$queryRaw<{ id: string }[]>`
    SELECT s.id FROM (${synligaUppgifter(person, idag)}) s
    JOIN arende sa ON sa.id = s."arendeId" JOIN individ si ON si.id = sa."individId"
    WHERE s.min AND NOT si.skyddad AND s.forfaller BETWEEN ${fran}::date AND ${till}::date
    ORDER BY s.forfaller, s.nummer, s.id`;
  const egna = await readUppgifter(
    prisma,
    person,
    found.map(({ id }) => id),
    idag,
  );
  const insatsens = await openInsatstasks(prisma, person, idag);
  return [
    ...egna
      .filter(({ min }) => min)
      .map(({ id, nummer, typ, forfaller, beslut, ref, arende }) => ({
        uid: `uppgift-${id.replace('/', '-')}`,
        dag: forfaller,
        rubrik: `${nummer}: ${uppgiftstyper[typ].rubrik}`,
        adress: beslut
          ? `/arenden/${nummer}/beslut/${beslut}${ref === undefined ? '' : `?ref=${ref}`}`
          : (arende ?? '/uppgifter'),
      })),
    ...insatsens
      .filter(({ min, forfaller }) => min && forfaller >= fran && forfaller <= till)
      .map(({ id, insats, typ, forfaller, adress }) => ({
        uid: `insatsuppgift-${id.replace('/', '-')}`,
        dag: forfaller,
        rubrik: `${insats}: ${insatsuppgiftstyper[typ].rubrik}`,
        adress,
      })),
  ];
}
