import { svenskKalender as kalender } from '../../domain/kalender/svensk.js';
import type { Dag } from '../../domain/kalender/kalender.js';
import type { Lage, OppenUppgift } from '../../domain/lage.js';
import { skickaRemiss } from '../../api/records/skicka-remiss.js';
import type { Installation } from '../support/installation.js';
import { until } from '../support/until.js';
import { ARENDEN, FORSTA_DAG, remissen, remittentFor, senast, SISTA_DAG, skickasDag } from './manus.js';
import { gora, tidigast } from './uppgifter.js';

/** What happens on a day beside the cases: an absence that is told of, somebody who leaves. */
export type Vidare = (dag: Dag) => Promise<void>;

/** Plays the year, a working day at a time: what comes by itself, then the remisser of the day, then what people do. */
export async function spelaAret(inst: Installation, vidare: Vidare): Promise<void> {
  const nummer = new Map<string, number>();
  for (const [index, dag] of arbetsdagar().entries()) {
    await inst.moveTo(kalender.instantAt(dag, '09:30'));
    await vidare(dag);
    for (let nr = 1; nr <= ARENDEN; nr += 1) if (skickasDag(nr) === index) nummer.set(await skicka(inst, dag, nr), nr);
    await arbeta(inst, dag, nummer);
  }
}

function* dagar(): Generator<Dag> {
  for (let dag = FORSTA_DAG; dag <= SISTA_DAG; dag = kalender.addDays(dag, 1)) yield dag;
}

/** The working days of the year. */
export const arbetsdagar = (): Dag[] => [...dagar()].filter((dag) => kalender.isArbetsdag(dag));

async function skicka(inst: Installation, dag: Dag, nr: number): Promise<string> {
  const { grund, prisma, klocka } = inst;
  const kod = remittentFor(nr);
  const { verksamhetId } = await prisma.anvandare.findUniqueOrThrow({ where: { id: grund.person[kod] } });
  const { arendeId } = await skickaRemiss(prisma, {
    remittent: { id: grund.person[kod], verksamhetId },
    innehall: remissen(grund, dag, nr),
    nu: (await klocka.now()).toISOString(),
  });
  await until(
    'the workflow of the ärende',
    async () => (await prisma.motoruppdrag.count({ where: { slag: 'arende' } })) === 0,
    60_000,
  );
  return arendeId;
}

/** Whether a task is done on a day: by the pace of the script, on the first day from then on which it can be. */
function gors(lage: Lage, uppgift: OppenUppgift, nr: number, dag: Dag): boolean {
  const sen = senast(nr, uppgift.nr);
  const day =
    sen === undefined
      ? kalender.addArbetsdagar(kalender.dayOf(uppgift.oppnad), 2)
      : kalender.addArbetsdagar(uppgift.forfaller, sen);
  return dag >= day && dag >= (tidigast(lage, uppgift) ?? dag);
}

async function arbeta(inst: Installation, dag: Dag, nummer: ReadonlyMap<string, number>): Promise<void> {
  const oppna = await inst.prisma.arende.findMany({
    where: { stangd: null },
    orderBy: { nummer: 'asc' },
    select: { id: true },
  });
  for (const { id } of oppna) {
    const nr = nummer.get(id);
    if (nr === undefined) throw new Error('A case that nobody sent');
    const tried = new Set<number>();
    for (;;) {
      const lage = await inst.lage(id);
      const uppgift = lage.uppgifter.find((one) => !tried.has(one.nr) && gors(lage, one, nr, dag));
      if (!uppgift) break;
      tried.add(uppgift.nr);
      const act = gora[uppgift.typ];
      if (!act) throw new Error(`Nobody in the year does ${uppgift.typ}`);
      const besked = await act({ inst, nr, lage, uppgift, dag, remittent: remittentFor(nr) });
      if ((besked as { slag: string }).slag !== 'fattat')
        throw new Error(`${dag} ${lage.nummer} ${uppgift.typ}: ${JSON.stringify(besked)}`);
    }
  }
}
