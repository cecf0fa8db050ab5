import { rattTill, relationer, stallen } from '../../domain/atkomst.js';
import { atgardsankare, hindradAtgard } from '../../domain/atgarder.js';
import type { Beslutstyp } from '../../domain/faser.js';
import type { Dag } from '../../domain/kalender/kalender.js';
import { isKod, roller, type Rollkod } from '../../domain/koder.js';
import { uppgiftstyper, type Uppgiftstyp } from '../../domain/uppgifter.js';
import { owes } from '../../domain/uppgiftsagare.js';
import { asDag } from '../../prisma/client.js';
import { uppgiftId } from '../../prisma/skriv-forandring.js';
import type { Utskicksrad } from './load.js';

/** The task that a mail is about, as it stands now. */
export interface Brevuppgift {
  readonly typ: Uppgiftstyp;
  readonly roll: Rollkod;
  readonly forfaller: Dag;
  /** Whether the reader owes it herself; otherwise it was lifted to her. */
  readonly egen: boolean;
  /** Whether the reader is who stands in whenever the one cannot who owes it; that alone opens nothing to her. */
  readonly ersattare: boolean;
  /** What it is about, when the ärende has several of its kind. */
  readonly ref?: string;
}

/** What the text of a mail is made of: number, codes and dates, and a page that the reader may open. */
export interface Brevunderlag {
  readonly nummer: string;
  readonly idag: Dag;
  /** From the root of the pages, beginning with a slash. */
  readonly sida: string;
  readonly uppgift?: Brevuppgift;
  /** The reader may not know which ärende it is; or its person is protected, and no mail tells its number. */
  readonly utanNummer?: true;
  /** A planned action of the ärende met a hindrance. */
  readonly hinder?: true;
  /** The last day of the review of a remiss that is not reviewed yet. */
  readonly granskasSenast?: Dag;
}

/**
 * What a mail says today, or `undefined` when it has nothing to say any longer: its task is ended, or its reader has left
 * or lost the right to the ärende. A mail never leads to a page that is refused.
 *
 * @param idag the Swedish day on which the mail goes, which may be later than the one on which it was written
 */
export function underlagFor(rad: Utskicksrad, idag: Dag): Brevunderlag | undefined {
  if (!rad.mottagare.aktiv) return undefined;
  const underlag = brevunderlag(rad, idag);
  return underlag && rad.relation.skydd ? utanArende(underlag) : underlag;
}

/** A mailbox is kept by others than us: what is sent about a protected person leads to a list behind the login (design 3). */
function utanArende({ sida, ...underlag }: Brevunderlag): Brevunderlag {
  const lista = underlag.uppgift ? '/uppgifter' : '/';
  return { ...underlag, sida: sida.startsWith('/remisser/') ? '/remisser' : lista, utanNummer: true };
}

function brevunderlag(rad: Utskicksrad, idag: Dag): Brevunderlag | undefined {
  const { nummer } = rad.arende;
  if (rad.slag === 'kvitto' || rad.slag === 'rekommendation')
    return { nummer, idag, sida: `/remisser/${nummer}`, ...granskning(rad) };
  if (rad.slag === 'besked') {
    const atgard = hindradAtgard(rad.nyckel);
    if (atgard !== undefined) return hinderunderlag(rad, atgard, idag);
    const remittent = relationer(rad.person, rad.relation, idag).includes('remittent');
    const sida = remittent ? `/remisser/${nummer}` : arendesida(rad, idag);
    return sida === undefined ? undefined : { nummer, idag, sida };
  }

  if (rad.slag === 'nodatkomst')
    return rad.person.roller.some(({ roll }) => roll === 'forvaltare')
      ? { nummer, idag, sida: '/nodatkomst' }
      : undefined;

  const uppgift = openUppgift(rad, idag);
  if (!uppgift) return undefined;
  if (rad.slag === 'kannedom') return kannedom(rad, uppgift, idag);
  const sida = sidaFor(rad, uppgift, idag) ?? (uppgift.ersattare || isChef(rad) ? '/' : undefined);
  return sida === undefined ? undefined : { nummer, idag, sida, uppgift };
}

/** A hindrance is told to who leads the ärende, and is put right there. */
function hinderunderlag(rad: Utskicksrad, atgard: string, idag: Dag): Brevunderlag | undefined {
  const { nummer } = rad.arende;
  const sida = arendesida(rad, idag);
  if (sida === undefined) return undefined;
  const adress = sida === `/arenden/${nummer}` ? `${sida}#${atgardsankare(atgard)}` : sida;
  return { nummer, idag, sida: adress, hinder: true };
}

/** Where the insats shows its ärenden one by one kansli is told which it is; otherwise only that there is one. */
function kannedom(rad: Utskicksrad, uppgift: Brevuppgift, idag: Dag): Brevunderlag | undefined {
  const { nummer } = rad.arende;
  if (rattTill(rad.person, 'las_nummer', rad.relation, idag))
    return { nummer, idag, sida: `/kansli/arenden/${nummer}`, uppgift };
  return rad.person.roller.some(({ roll }) => roll === 'kansli')
    ? { nummer, idag, sida: '/kansli', uppgift, utanNummer: true }
    : undefined;
}

function granskning({ arende }: Utskicksrad): Pick<Brevunderlag, 'granskasSenast'> {
  const open = arende.uppgifter.find(({ typ, avslutad }) => typ === 'granskning' && !avslutad);
  return open ? { granskasSenast: asDag(open.forfaller) } : {};
}

/**
 * The keys are `uppgift-<nr>` (domain/forandring.ts), `uppgift-<nr>-given-<tilldelning>` (api/records/uppgift/fordela.ts),
 * `paminnelse-<nr>-<steg>` and `kannedom-<nr>-<steg>` (domain/paminn.ts).
 */
const uppgiftNr = (nyckel: string): number => Number(/^[a-z]+-(\d+)/.exec(nyckel)?.[1]);

function openUppgift(rad: Utskicksrad, idag: Dag): Brevuppgift | undefined {
  const id = uppgiftId(rad.arendeId, uppgiftNr(rad.nyckel));
  const uppgift = rad.arende.uppgifter.find((one) => one.id === id);
  if (!uppgift || uppgift.avslutad) return undefined;
  const { typ, roll } = uppgift;
  if (!isUppgiftstyp(typ) || !isKod(roller, roll)) throw new Error(`An unknown task: ${typ}, ${roll}`);
  const owed = {
    typ,
    roll,
    verksamhetId: uppgift.verksamhetId ?? undefined,
    personId: uppgift.anvandareId ?? undefined,
  };
  return {
    typ,
    roll,
    forfaller: asDag(uppgift.forfaller),
    egen: uppgift.tilldeladId === rad.person.id || owes(rad.person, owed, rad.relation, idag),
    ersattare: rad.mottagare.ersattareFor.some(({ id: franvarande }) => franvarande === agare(rad, uppgift)),
    ...(uppgift.ref === null ? {} : { ref: uppgift.ref }),
  };
}

/** The one person who owes a task, when it is one person's. */
function agare(
  { relation }: Utskicksrad,
  { roll, verksamhetId, anvandareId }: Utskicksrad['arende']['uppgifter'][number],
): string | null {
  if (anvandareId !== null || verksamhetId !== null) return anvandareId;
  if (roll === 'handlaggare') return relation.remittentId;
  return roll === 'koordinator' ? relation.koordinatorId : null;
}

const isUppgiftstyp = (typ: string): typ is Uppgiftstyp => Object.hasOwn(uppgiftstyper, typ);

/**
 * Whether the reader is the chef of somebody named for a protected person, or of somebody who is to name them: she learns
 * that something is undone, no more.
 */
function isChef({ mottagare, relation }: Utskicksrad): boolean {
  const { skydd, koordinatorId, insatsId } = relation;
  if (!skydd) return false;
  if (skydd.namngivna.length > 0) return mottagare.chefFor.some(({ id }) => skydd.namngivna.includes(id));
  const leder = (one: { readonly roll: string; readonly insatsId: string | null }): boolean =>
    one.roll === 'sammankallande' && (one.insatsId ?? insatsId) === insatsId;
  return mottagare.chefFor.some(({ id, roller: hennes }) => id === koordinatorId || hennes.some(leder));
}

/** The decision's page for who may take it, otherwise the most that the reader may see. */
function sidaFor(rad: Utskicksrad, { typ, ref }: Brevuppgift, idag: Dag): string | undefined {
  const { person, relation } = rad;
  const { nummer } = rad.arende;
  const beslut: readonly Beslutstyp[] = uppgiftstyper[typ].beslut;
  const possible = beslut.find((one) => rattTill(person, one, relation, idag));
  if (possible) return `/arenden/${nummer}/beslut/${possible}${ref === undefined ? '' : `?ref=${ref}`}`;
  return arendesida(rad, idag) ?? (isStyrgrupp(rad) ? '/styrgrupp' : undefined);
}

/** A task that stays undone is lifted to the styrgrupp of the insats, which otherwise has nothing to do with the ärende. */
const isStyrgrupp = ({ person, relation }: Utskicksrad): boolean =>
  stallen(person).some(({ roller: egna }) =>
    egna.some(
      ({ roll, insatsId }) => roll === 'styrgrupp' && (insatsId === undefined || insatsId === relation.insatsId),
    ),
  );

/** The most of the ärende that the reader may see, or `undefined` for who has nothing to do with it any longer. */
function arendesida(rad: Utskicksrad, idag: Dag): string | undefined {
  const { person } = rad;
  const { nummer } = rad.arende;
  if (rattTill(person, 'las_arende', rad.relation, idag)) return `/arenden/${nummer}`;
  if (rattTill(person, 'las_remiss', rad.relation, idag)) return `/remisser/${nummer}`;
  return relationer(person, rad.relation, idag).length > 0 ? '/' : undefined;
}
