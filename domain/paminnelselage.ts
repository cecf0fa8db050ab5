import { hoppskal } from './aviseringsval.js';
import { mottagarord, passerade, STOD_REDAN } from './handelsetexter/paminnelse.js';
import { Lasare, mening, type Skrivsatt } from './handelsetexter/skrivsatt.js';
import type { NyHandelse } from './forandring.js';
import type { Insatsprofil } from './insatsprofil.js';
import type { Dag, Instant, Kalender } from './kalender/kalender.js';
import { isKod } from './koder.js';
import type { Lage } from './lage.js';
import { paminnelsefolk, vilar, type Arendekrets } from './mottagare.js';
import { stegNu } from './paminnelser.js';
import { stegutfall, type Stegutfall } from './trappa.js';
import type { Uppgiftstyp } from './uppgifter.js';

/*
 * What stands on a case of its reminders: what is to come, to whom as the people are today, and what became of those that
 * were given.
 */

/** A reminder that is to come. */
export interface PlaneradPaminnelse {
  readonly nr: number;
  readonly typ: Uppgiftstyp;
  readonly forfaller: Dag;
  readonly nar: Instant;
  readonly utfall: Stegutfall;
  /** Whether the task is put aside then. */
  readonly vilar: boolean;
}

/** The next reminder of each open task, the first first; whom it reaches is told by the people of today. */
export const planeradePaminnelser = (
  { uppgifter }: Lage,
  krets: Arendekrets,
  { profil, kalender }: { readonly profil: Insatsprofil; readonly kalender: Kalender },
): readonly PlaneradPaminnelse[] =>
  uppgifter
    .map((uppgift) => {
      const { nr, typ, forfaller, paminnelse } = uppgift;
      const { till } = stegNu(uppgift, { nu: paminnelse.nar, profil, kalender });
      return {
        nr,
        typ,
        forfaller,
        nar: paminnelse.nar,
        utfall: stegutfall(till, paminnelse.niva, paminnelsefolk(uppgift, krets)),
        vilar: vilar(uppgift, krets, kalender.dayOf(paminnelse.nar)),
      };
    })
    .toSorted((a, b) => a.nar.localeCompare(b.nar) || a.nr - b.nr);

/** To whom a reminder that is to come goes, with the steps that it passes. */
export function planeradTill(
  { utfall, vilar: undanlagd }: PlaneradPaminnelse,
  skriv: Pick<Skrivsatt, 'profil'>,
): string {
  const { slag, till, saknas, samma } = utfall;
  if (undanlagd) return 'Hoppas över: uppgiften är undanlagd.';
  const vagen = passerade(new Lasare({ saknas, samma }), skriv);
  if (slag === 'stod') return mening('Hoppas över.', vagen, STOD_REDAN);
  if (till === undefined) return 'Ingen finns att påminna.';
  return mening(`${stor(mottagarord(till, skriv))}.`, vagen);
}

/** To whom a reminder that was given went, by role; with the steps that it passed, or why it went to nobody. */
export function givenTill(data: NyHandelse['data'], skriv: Pick<Skrivsatt, 'profil'>): string {
  const lasare = new Lasare(data);
  if (lasare.ja('vilar')) return 'Hoppades över: uppgiften var undanlagd.';
  const till = lasare.text('till');
  const vagen = passerade(lasare, skriv);
  if (lasare.ja('stod')) return mening('Hoppades över.', vagen, STOD_REDAN);
  if (till === '') return lasare.text('avsedd') === '' ? 'Den som ansvarar.' : 'Ingen fanns att påminna.';
  return mening(`${stor(mottagarord(till, skriv))}.`, vagen);
}

const stor = (text: string): string => text.charAt(0).toLocaleUpperCase('sv') + text.slice(1);

/** A mail as its row says it. */
export interface Mejllage {
  readonly status: string;
  readonly satt: string;
  readonly skal?: string | undefined;
  readonly fel?: string | undefined;
  readonly gar?: Instant | undefined;
  readonly skickat?: Instant | undefined;
}

const kod = (fel: string | undefined): string => (fel === undefined ? '' : ` (${fel})`);

/** What became of a mail: when it goes or went, with which morning's mail, or why it did not arrive. */
export function leveransord(
  { status, satt, skal, fel, gar, skickat }: Mejllage,
  { dag, tid }: Pick<Skrivsatt, 'dag' | 'tid'>,
): string {
  const samlat = satt === 'samlat';
  switch (status) {
    case 'vantar':
      if (gar === undefined) return 'väntar på att skickas';
      return samlat ? `tas med i morgonens mejl ${dag(gar)}` : `skickas ${tid(gar)}`;
    case 'skickat':
      if (skickat === undefined) return 'skickat';
      return `lämnat till mejlservern ${tid(skickat)}${samlat ? ' med morgonens mejl' : ''}`;
    case 'studsat':
      return `kom tillbaka${kod(fel)}`;
    case 'misslyckat':
      return `gick inte fram${kod(fel)}`;
    case 'inaktuellt':
      return 'skickades inte: behövdes inte längre';
    case 'hoppat':
      return `skickades inte: ${isKod(hoppskal, skal ?? '') ? iMening(hoppskal[skal as keyof typeof hoppskal]) : (skal ?? '')}`;
    case 'historiskt':
      return 'skickat';
    default:
      return status;
  }
}

const iMening = (text: string): string => text.charAt(0).toLocaleLowerCase('sv') + text.slice(1);

/** Whether a mail is to be looked into: it did not reach the one whom it was for. */
export const arFel = ({ status }: Pick<Mejllage, 'status'>): boolean => status === 'studsat' || status === 'misslyckat';
