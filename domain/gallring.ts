import { hinder, type Hinder } from './hinder.js';
import type { Gallringsregler } from './insatsprofil.js';
import type { Dag } from './kalender/kalender.js';
import { addMonths } from './kalender/tid.js';
import type { Kodlista } from './koder.js';

/** What an insats has rules of gallring for. `arende` is the remiss and the case with everything that is left in it. */
export const handlingsslag = {
  anteckningar: 'Anteckningar och egna uppgifter',
  bilagor: 'Bilagor, utom undertecknade samtycken',
  plan: 'Genomförandeplaner, kartläggning och planuppföljning',
  arende: 'Remissen och hela ärendet',
} as const satisfies Kodlista;
export type Handlingsslag = keyof typeof handlingsslag;

/** Where a gallring stands. */
export const gallringslagen = {
  foreslagen: 'Väntar på beslut',
  beslutad: 'Genomförs',
  avbojd: 'Avböjd',
  klar: 'Genomförd',
} as const satisfies Kodlista;
export type Gallringslage = keyof typeof gallringslagen;

/** What has become of one kind of document of one ärende. */
export const postlagen = {
  foreslagen: 'Föreslagen',
  vantar: 'Ska gallras',
  rader_borta: 'Gallras',
  gallrad: 'Gallrad',
  kvar: 'Inte gallrad',
} as const satisfies Kodlista;
export type Postlage = keyof typeof postlagen;

/** Rules are counted in months; the shortest leaves the year's sums and counters as they were when the year has ended. */
export const KORTAST_MANADER = 12;
/** A hundred years: what is to stay longer is kept. */
export const LANGST_MANADER = 1200;

/** An ärende as far as gallring asks. */
export interface Gallringsarende {
  readonly fas: string;
  /** The Swedish day on which it was closed. */
  readonly stangd?: Dag | undefined;
  /** Whether somebody has ordered that it be kept. */
  readonly stopp: boolean;
}

/**
 * After how many months a kind of document goes; undefined: never. The ärende is last: with it goes whatever is left, so
 * it waits for the kind that is kept longest, and stays when one of them does.
 */
export function gallringsmanader(regler: Gallringsregler, slag: Handlingsslag): number | undefined {
  const berors = slag === 'arende' ? Object.values(regler.handlingar) : [regler.handlingar[slag]];
  const manader = berors.filter((one) => one !== 'bevaras');
  return manader.length === berors.length ? Math.max(...manader) : undefined;
}

/** The first day on which what was closed on a day may be destroyed. */
export const gallringsdag = (stangd: Dag, manader: number): Dag => addMonths(stangd, manader);

/**
 * Whether a kind of document of an ärende may be destroyed today. Asked when it is proposed, when it is decided, and once
 * more in the transaction that destroys it.
 *
 * @returns why not: `oppet`, `stoppat`, `bevaras`, `for_tidigt`
 */
export function provaGallring(
  { fas, stangd, stopp }: Gallringsarende,
  manader: number | undefined,
  idag: Dag,
): Hinder | undefined {
  if (fas !== 'stangd' || stangd === undefined) return hinder('oppet', gallringsfel.oppet);
  if (stopp) return hinder('stoppat', gallringsfel.stoppat);
  if (manader === undefined) return hinder('bevaras', gallringsfel.bevaras);
  return idag < gallringsdag(stangd, manader) ? hinder('for_tidigt', gallringsfel.for_tidigt) : undefined;
}

/** Why something was left. */
export const gallringsfel = {
  oppet: 'Ärendet är inte stängt.',
  stoppat: 'Ärendet är undantaget från gallring.',
  bevaras: 'Handlingarna bevaras enligt insatsens regler.',
  for_tidigt: 'Gallringsdagen har inte kommit än.',
  avbojd: 'Förslaget avböjdes.',
  borta: 'Handlingarna är redan gallrade.',
} as const satisfies Kodlista;

/** Who may decide on a proposal: another than who made it, so that nobody destroys anything alone. */
export const provaAvgorande = (
  { foreslagenAvId, status }: { readonly foreslagenAvId: string; readonly status: string },
  av: string,
): Hinder | undefined => {
  if (status !== 'foreslagen') return hinder('avgjord', 'Någon har redan beslutat om förslaget.');
  return foreslagenAvId === av
    ? hinder('sig_sjalv', 'Du har själv lagt förslaget. En annan arkivansvarig behöver besluta.')
    : undefined;
};

/** A rule as people read it. */
export const regelIOrd = (manader: number): string =>
  manader % 12 === 0
    ? `${manader / 12} år efter att ärendet stängdes`
    : `${manader} månader efter att ärendet stängdes`;

/** A person as far as what she is arkivansvarig for goes. */
export interface Arkiverande {
  readonly roller: readonly {
    readonly roll: string;
    readonly insatsId?: string | undefined;
    readonly part?: string | undefined;
  }[];
  readonly verksamhet: { readonly id: string };
}

/** Which insatser somebody is arkivansvarig for: some by name, those of whole parter, those whose huvudman is her own verksamhet. */
export interface Arkivrackvidd {
  readonly insatser: readonly string[];
  readonly parter: readonly string[];
  readonly huvudman: readonly string[];
  /** Her own, whose förbund the parter are of. */
  readonly verksamhetId: string;
}

/**
 * What a person is arkivansvarig for (design 3: of the huvudman). A role that names neither insats nor part is for the
 * insatser of her own verksamhet. The role is hers alone: no ersättare is lent it.
 */
export function arkivrackvidd({ roller, verksamhet }: Arkiverande): Arkivrackvidd {
  const egna = roller.filter(({ roll }) => roll === 'arkivansvarig');
  return {
    insatser: egna.flatMap(({ insatsId }) => insatsId ?? []),
    parter: egna.flatMap(({ insatsId, part }) => (insatsId === undefined ? (part ?? []) : [])),
    huvudman: egna.some(({ insatsId, part }) => insatsId === undefined && part === undefined) ? [verksamhet.id] : [],
    verksamhetId: verksamhet.id,
  };
}
