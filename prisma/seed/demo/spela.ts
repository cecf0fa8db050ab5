import { avstamning } from '../../../activities/avstamning.js';
import { fattaBeslut } from '../../../activities/fatta-beslut.js';
import { forfall } from '../../../activities/forfall.js';
import { skickaRemiss } from '../../../api/records/skicka-remiss.js';
import type { Relation } from '../../../domain/atkomst.js';
import { svenskKalender as kalender } from '../../../domain/kalender/svensk.js';
import { nextWake, type Lage } from '../../../domain/lage.js';
import type { Prisma, PrismaClient } from '../../client.js';
import type { Demofall } from './arenden.js';
import { demoId, demoperson, platser, type Organisation } from './organisation.js';
import { huvudman, type Demosub } from './personer.js';
import { asBeslut, planera, type Handelse, type Rollista } from './planera.js';
import { remissOf, samtyckta } from './remiss.js';

/** A case that is being played. */
interface Pagaende {
  readonly fall: Demofall;
  readonly rollista: Rollista;
  lage?: Lage;
}

const koordinatorer = {
  samba_lis: ['kajsa-koordinatorsson', 'kim-ledsagarsson'],
  samba_rehab: ['kajsa-koordinatorsson', 'kim-ledsagarsson'],
  vagknuten: ['viggo-vagledarsson', 'vilma-stegprov'],
} as const;
const sammankallande = {
  samba_lis: 'siv-samordnarsson',
  samba_rehab: 'siv-samordnarsson',
  vagknuten: 'olga-projektledarsson',
} as const;

/** Who leads an insats of the demo; undefined for one without cases. */
export const ledare = (insats: string): Demosub | undefined =>
  Object.entries(sammankallande).find(([kod]) => kod === insats)?.[1];

/**
 * Plays cases from their first day up to now, all of them along one line of time, so that numbers, agendas and places come
 * in the order in which they would have. What a case meets on its way is the transactions of real ones.
 *
 * @param nu the moment up to which they are played, ISO
 * @param tell hears now and then how many of the happenings are done
 */
export async function spela(
  prisma: PrismaClient,
  organisation: Organisation,
  fall: readonly Demofall[],
  nu: string,
  tell: (done: number, all: number) => void,
): Promise<void> {
  const line: { arende: Pagaende; handelse: Handelse }[] = [];
  for (const [nr, one] of fall.entries()) {
    const rollista = castFor(one, nr, organisation);
    const arende: Pagaende = { fall: one, rollista };
    line.push(...planera(one, rollista, nu).handelser.map((handelse) => ({ arende, handelse })));
  }
  line.sort((a, b) => a.handelse.nar.localeCompare(b.handelse.nar));
  for (const [done, { arende, handelse }] of line.entries()) {
    arende.lage = await happen(prisma, organisation, arende, handelse, nu);
    if (done % 100 === 99) tell(done + 1, line.length);
  }
  await leadUpToNow(prisma, nu);
}

/** What came into being on the way, as an ärende in another insats, has no script: its deadlines fall due all the same. */
async function leadUpToNow(prisma: PrismaClient, nu: string): Promise<void> {
  const rows = await prisma.arende.findMany({ where: { stangd: null }, select: { lage: true } });
  for (const row of rows) {
    let lage = row.lage as unknown as Lage;
    for (let nar = nextWake(lage); nar !== undefined && nar <= nu; nar = nextWake(lage))
      lage = await forfall(prisma, { lage, nu: nar });
  }
}

async function happen(
  prisma: PrismaClient,
  organisation: Organisation,
  { fall, rollista, lage }: Pagaende,
  handelse: Handelse,
  nu: string,
): Promise<Lage> {
  if (handelse.slag === 'remiss') return send(prisma, organisation, { fall, rollista }, { sent: handelse.nar, nu });
  if (!lage) throw new Error('Nothing happens to a case before its remiss');
  if (handelse.slag === 'plats') return offer(prisma, lage, handelse.nar);
  if (handelse.slag === 'forfall') return forfall(prisma, { lage, nu: handelse.nar });
  const { id, nar, tagning } = handelse;
  const beslut = asBeslut(tagning, id, kalender.dayOf(nar), rollista);
  await prisma.beslut.create({
    data: {
      id,
      arendeId: lage.arendeId,
      typ: tagning.typ,
      data: JSON.parse(JSON.stringify(beslut.data)) as Prisma.InputJsonObject,
      formular: tagning.formular as Prisma.InputJsonObject,
      avId: rollista.personId(tagning.av),
      grund: grundFor(tagning.av, rollista),
      forberett: nar,
    },
  });
  return fattaBeslut(prisma, { lage, nu: nar, beslut });
}

/** By which right a person of the cast decides. */
function grundFor(sub: Demosub, rollista: Rollista): Relation {
  if (sub === rollista.sammankallande) return 'sammankallande';
  if (sub === rollista.koordinator || sub === rollista.annanKoordinator) return 'koordinator';
  if (sub === rollista.remittent) return 'remittent';
  const isStyrgrupp = demoperson(sub).roller.some(([roll]) => roll === 'styrgrupp');
  return isStyrgrupp ? 'styrgrupp' : 'teamrepresentant';
}

/** A place that became free is the case's to take. */
async function offer(prisma: PrismaClient, lage: Lage, nu: string): Promise<Lage> {
  const { insatsId } = await prisma.arende.findUniqueOrThrow({
    where: { id: lage.arendeId },
    select: { insatsId: true },
  });
  await prisma.platserbjudande.create({
    data: { id: crypto.randomUUID(), insatsId, arendeId: lage.arendeId, erbjudet: nu },
  });
  return avstamning(prisma, { lage, nu });
}

async function send(
  prisma: PrismaClient,
  { verksamhet, person }: Organisation,
  { fall, rollista }: Pagaende,
  when: { readonly sent: string; readonly nu: string },
): Promise<Lage> {
  const { arendeId } = await skickaRemiss(prisma, {
    remittent: {
      id: demoId(person, fall.remittent),
      verksamhetId: demoId(verksamhet, demoperson(fall.remittent).verksamhet),
    },
    innehall: remissOf(fall, rollista.nr, when, (kod) => demoId(verksamhet, kod)),
    nu: when.sent,
  });
  const { lage } = await prisma.arende.findUniqueOrThrow({ where: { id: arendeId }, select: { lage: true } });
  return lage as unknown as Lage;
}

/** Who plays what in a case. @param nr the case's running number */
export function castFor(fall: Demofall, nr: number, { verksamhet, person, profil: profiler }: Organisation): Rollista {
  const profil = demoId(profiler, fall.insats);
  const ordinarie = platser(fall.insats).filter(({ ersattare }) => !ersattare);
  const idOf = (sub: Demosub) => demoId(verksamhet, demoperson(sub).verksamhet);
  const opened = fall.avidentifierad
    ? ordinarie.map(({ sub }) => idOf(sub))
    : samtyckta(fall, nr).map((kod) => demoId(verksamhet, kod));
  const mojliga = koordinatorer[fall.insats];
  return {
    nr,
    profil,
    team: profil.team[0].kod,
    samtycken: opened,
    remittentVerksamhet: idOf(fall.remittent),
    huvudman: demoId(verksamhet, huvudman[fall.insats]),
    remittent: fall.remittent,
    sammankallande: sammankallande[fall.insats],
    koordinator: mojliga[nr % mojliga.length] ?? mojliga[0],
    annanKoordinator: mojliga[(nr + 1) % mojliga.length] ?? mojliga[0],
    personId: (sub) => demoId(person, sub),
    representant: (id) => ordinarie.find(({ sub }) => idOf(sub) === id)?.sub ?? sammankallande[fall.insats],
  };
}
