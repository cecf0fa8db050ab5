import { dagordningspunkt, type Dagordningspunkt, type PaDagordning } from '../domain/dagordning.js';
import type { Forandring, NyttUtskick } from '../domain/forandring.js';
import { nextStep, type Lage, type OppenUppgift } from '../domain/lage.js';
import { personerFor } from '../domain/mottagare.js';
import { arendeandring } from '../domain/spar/andrat.js';
import type { Spargrund, Sparhandling } from '../domain/spar/handlingar.js';
import { asDate, type Prisma, type Transaction } from './client.js';
import { readKrets, type Kretsrad } from './mottagare.js';
import { skrivSpar } from './spar/skriv.js';
import { writeUtskick, type Utskicksrad } from './skriv-utskick.js';
import { tellInsats } from './tell-engine.js';

/** Who caused a change, and by which decision; nobody when a deadline fell due. */
export interface Upphov {
  readonly av?: string;
  readonly beslutId?: string;
  /** What the trace calls it. */
  readonly handling: Sparhandling;
  /** The right that it was decided by, and who is away and in whose place. */
  readonly grund?: Spargrund | null;
  readonly istalletForId?: string | null;
}

/**
 * The columns of an ärende that mirror its state: everything lists and reports read.
 * The state itself goes along, so that a lost engine can be rebuilt from the row.
 */
export function arendeColumns(lage: Lage) {
  const nasta = nextStep(lage);
  return {
    version: lage.version,
    lage: lage as unknown as Prisma.InputJsonValue,
    fas: lage.fas,
    fasSedan: lage.fasSedan,
    nastaUppgift: nasta?.typ ?? null,
    nastaRoll: nasta?.roll ?? null,
    nastaForfaller: nasta ? asDate(nasta.forfaller) : null,
    koordinatorId: lage.koordinator ?? null,
    startdatum: lage.startdatum ? asDate(lage.startdatum) : null,
    insatstidSlut: lage.insatstid ? asDate(lage.insatstid.slut) : null,
    overTidenSedan: lage.insatstid?.overTidenSedan ? asDate(lage.insatstid.overTidenSedan) : null,
    avslutsdatum: lage.avslutsdatum ? asDate(lage.avslutsdatum) : null,
    stangd: lage.fas === 'stangd' ? lage.fasSedan : null,
    stangdSom: lage.stangdSom ?? null,
    spar: lage.spar ?? null,
    pausTill: lage.paus ? asDate(lage.paus.till) : null,
  };
}

/**
 * Writes everything that goes with a change beside the ärende's own row: timeline, tasks, agenda, mails and trace.
 * Belongs in the same transaction as the row.
 *
 * @param before the state before the change; missing when the case is new
 */
export async function writeForandring(
  tx: Transaction,
  forandring: Forandring,
  before: Lage | undefined,
  rad: Kretsrad,
  upphov: Upphov,
): Promise<void> {
  await writeHandelser(tx, forandring, upphov);
  await writeUppgifter(tx, forandring, before?.senasteUppgift ?? 0);
  await writeDagordning(tx, forandring, before ?? {}, rad);
  await tell(tx, forandring, rad, upphov);
  await skrivSpar(tx, {
    nar: forandring.om.nu,
    av: upphov.av,
    handling: upphov.handling,
    arendeId: forandring.lage.arendeId,
    grund: upphov.grund,
    istalletFor: upphov.istalletForId,
    andrat: before && arendeandring(before, forandring.lage),
    data: {
      version: forandring.lage.version,
      fas: forandring.lage.fas,
      ...(upphov.beslutId ? { beslut: upphov.beslutId } : {}),
      ...(forandring.handelser.some(({ data }) => data['egetForslag'] === true) ? { egetForslag: true } : {}),
    },
  });
}

async function writeHandelser(tx: Transaction, { lage, handelser, om }: Forandring, upphov: Upphov): Promise<void> {
  await tx.handelse.createMany({
    data: handelser.map((handelse, ordning) => ({
      arendeId: lage.arendeId,
      version: lage.version,
      ordning,
      typ: handelse.typ,
      nar: om.nu,
      avId: upphov.av ?? null,
      beslutId: upphov.beslutId ?? null,
      data: handelse.data as Prisma.InputJsonObject,
    })),
  });
}

/** The id of a task's row. */
export const uppgiftId = (arendeId: string, nr: number): string => `${arendeId}/${nr}`;

async function writeUppgifter(tx: Transaction, forandring: Forandring, lastBefore: number): Promise<void> {
  const { lage, om, avslutadeUppgifter, flyttadeUppgifter, overlamnadeUppgifter } = forandring;
  const isNew = (uppgift: OppenUppgift) => uppgift.nr > lastBefore;
  const opened = lage.uppgifter.filter(isNew);
  if (opened.length > 0) {
    await tx.uppgift.createMany({
      data: opened.map((uppgift) => ({
        id: uppgiftId(lage.arendeId, uppgift.nr),
        arendeId: lage.arendeId,
        typ: uppgift.typ,
        roll: uppgift.roll,
        verksamhetId: uppgift.verksamhet ?? null,
        anvandareId: uppgift.person ?? null,
        ref: uppgift.ref ?? null,
        oppnad: uppgift.oppnad,
        forfaller: asDate(uppgift.forfaller),
      })),
    });
  }
  for (const { nr, forfaller } of flyttadeUppgifter)
    await tx.uppgift.update({ where: { id: uppgiftId(lage.arendeId, nr) }, data: { forfaller: asDate(forfaller) } });
  for (const { nr, person } of overlamnadeUppgifter)
    await tx.uppgift.update({ where: { id: uppgiftId(lage.arendeId, nr) }, data: { anvandareId: person } });
  for (const som of ['klar', 'bortfallen'] as const) {
    const ids = avslutadeUppgifter.filter((ended) => ended.som === som).map(({ nr }) => uppgiftId(lage.arendeId, nr));
    if (ids.length > 0)
      await tx.uppgift.updateMany({ where: { id: { in: ids } }, data: { avslutad: om.nu, avslutadSom: som } });
  }
}

/** What is told when the team has taken a case up: the decision leaves its place on the agenda as it is. */
const TOGS_UPP: readonly string[] = ['rekommendation', 'teamlyftsvar'];

/**
 * Takes the case off the agenda that it leaves before the meeting took it up, and puts it on the one that it comes to.
 * What has been answered for the one meeting is an answer for the other.
 */
async function writeDagordning(
  tx: Transaction,
  { lage, handelser, om }: Forandring,
  before: PaDagordning,
  { insatsId, teamId }: Pick<Kretsrad, 'insatsId' | 'teamId'>,
): Promise<void> {
  const from = dagordningspunkt(before);
  const to = dagordningspunkt(lage);
  if (from?.borjar === to?.borjar) return;
  const left =
    from && !handelser.some(({ typ }) => TOGS_UPP.includes(typ)) ? await findMote(tx, teamId, from) : undefined;
  if (left)
    await tx.motespunkt.updateMany({ where: { moteId: left, arendeId: lage.arendeId }, data: { utgatt: true } });
  if (!to) return;
  const { id: moteId, isNew } = await writeMotespunkt(tx, lage.arendeId, to, teamId);
  // who comes to it is called by the insats
  if (isNew) await tellInsats(tx, insatsId, om.nu);
  if (left && moteId !== left)
    await tx.yttrande.updateMany({ where: { moteId: left, arendeId: lage.arendeId }, data: { moteId } });
}

const findMote = async (
  tx: Transaction,
  teamId: string,
  { borjar }: Pick<Dagordningspunkt, 'borjar'>,
): Promise<string | undefined> =>
  (await tx.mote.findUnique({ where: { teamId_borjar: { teamId, borjar } }, select: { id: true } }))?.id;

/**
 * One statement makes the meeting or holds its row: two cases that are first on the same meeting in the same moment both
 * get it, and the places on the agenda are given one at a time.
 *
 * @returns the meeting, and whether it was made now
 */
async function writeMotespunkt(
  tx: Transaction,
  arendeId: string,
  { borjar, slag, oronmarkt }: Dagordningspunkt,
  teamId: string,
): Promise<{ readonly id: string; readonly isNew: boolean }> {
  const [mote] = await tx.$queryRaw<{ id: string; isNew: boolean }[]>`
    INSERT INTO mote (id, "teamId", borjar) VALUES (gen_random_uuid(), ${teamId}::uuid, ${new Date(borjar)})
    ON CONFLICT ("teamId", borjar) DO UPDATE SET borjar = excluded.borjar
    RETURNING id, xmax = 0 AS "isNew"`;
  if (!mote) throw new Error('The meeting was not written');
  const { _max } = await tx.motespunkt.aggregate({ where: { moteId: mote.id }, _max: { ordning: true } });
  const punkt = { slag, oronmarkt, utgatt: false };
  await tx.motespunkt.upsert({
    where: { moteId_arendeId: { moteId: mote.id, arendeId } },
    create: { moteId: mote.id, arendeId, ...punkt, ordning: (_max.ordning ?? 0) + 1 },
    update: punkt,
  });
  return mote;
}

async function tell(tx: Transaction, { lage, utskick, om }: Forandring, rad: Kretsrad, { av }: Upphov): Promise<void> {
  const alla = utskick.filter((one) => isStillTrue(one, lage));
  if (alla.length === 0) return;
  const named = alla.flatMap(({ till }) => ('person' in till ? [till.person] : []));
  const krets = await readKrets(tx, rad, lage, om.kalender.dayOf(om.nu), named);
  const rader = alla.flatMap(({ till, ...ett }): Utskicksrad[] => {
    // the receipt for her own act is the remittent's own, also while somebody stands in for her
    const mottagare = ett.slag === 'kvitto' ? [rad.remittentId] : personerFor(till, krets);
    const radAv = { om: { arendeId: lage.arendeId }, ...ett, sekvens: lage.version };
    return mottagare.filter((id) => isNewTo(id, ett, av)).map((mottagareId) => ({ ...radAv, mottagareId }));
  });
  await writeUtskick(tx, rader.map(onceInAMail), { nu: om.nu, bradskande: lage.skyndsam });
}

/** A task that was opened and ended in the same change is nobody's to hear of. */
const isStillTrue = (utskick: NyttUtskick, lage: Lage): boolean =>
  utskick.slag !== 'uppgift' || lage.uppgifter.some(({ nr }) => utskick.nyckel === `uppgift-${nr}`);

/** Nobody needs a mail about what she has just decided herself. */
const isNewTo = (id: string, { slag }: Pick<NyttUtskick, 'slag'>, av: string | undefined): boolean =>
  slag !== 'besked' || id !== av;

/** Several verksamheter that owe the same thing are one mail to the one they are lifted to; each stands on the case. */
function onceInAMail(rad: Utskicksrad, at: number, alla: readonly Utskicksrad[]): Utskicksrad {
  const first = alla.findIndex(
    (one) =>
      one.skal === undefined &&
      one.slag === rad.slag &&
      one.uppgift === rad.uppgift &&
      one.mottagareId === rad.mottagareId,
  );
  return rad.skal === undefined && first < at ? { ...rad, skal: 'samma_mejl' } : rad;
}
