import type { Insatsprofil, Kodrad } from '../../domain/insatsprofil.js';
import { kommunNamn } from '../../domain/kommuner.js';
import { profildelar, type Profildel } from '../../domain/profilkontroll.js';
import { formatAntal, formatTal } from '../components/format.js';
import { sektioner } from './delar.js';
import type { Part } from './delar-vem.js';
import { radslag, type Profilfalt, type Profilsektion } from './falt.js';
import { faltIRad, radersom, type Placerat } from './svar.js';
import { rowsAt, valueAt } from './vag.js';

/** A value of a profile in words. */
export interface Ordrad {
  readonly term: string;
  readonly varde: string;
}

/** A section of a profile in words. */
export interface Ordsektion {
  readonly del: Profildel;
  readonly rubrik: string;
  readonly rader: readonly Ordrad[];
}

const labelOf = (falt: Extract<Profilfalt, { slag: 'val' | 'kryss' }>, value: string): string =>
  falt.options.find((one) => one.value === value)?.label ?? value;

/**
 * A value in words.
 *
 * @param exakt with the codes behind the words, so that nothing that differs is left out
 */
function wordsOf({ falt, vag }: Placerat, profil: unknown, exakt: boolean): string | undefined {
  const value = valueAt(profil, vag);
  if (value === undefined || value === '' || (falt.intern && !exakt)) return undefined;
  const medKod = (namn: string, kod: string): string => (exakt ? `${namn} (${kod})` : namn);
  switch (falt.slag) {
    case 'tal':
      return falt.enhet ? formatAntal(Number(value), falt.enhet) : formatTal(Number(value));
    case 'ja_nej':
      return value === true ? 'Ja' : 'Nej';
    case 'gallras':
      return typeof value === 'number' ? `${formatTal(value)} månader` : 'Bevaras';
    case 'val':
      return labelOf(falt, value as string);
    case 'kryss':
      return (value as readonly string[]).map((one) => labelOf(falt, one)).join(', ') || undefined;
    case 'kommuner':
      return (value as readonly string[]).map(kommunNamn).join(', ') || undefined;
    case 'rader':
      return (value as readonly unknown[]).map(String).join(' · ');
    case 'koder': {
      const lista = falt.lista(profil, vag);
      return (value as readonly string[]).map((kod) => medKod(lista[kod] ?? kod, kod)).join(' · ');
    }
    case 'kodlista':
      return (value as readonly Kodrad[]).map(({ kod, namn }) => medKod(namn, kod)).join(' · ');
    case 'text':
    case 'textruta':
      return falt.iOrd?.(value as string) ?? (value as string);
  }
}

const rowWords = (falt: readonly Placerat[], profil: unknown, exakt: boolean): string =>
  falt
    .flatMap((one) => {
      const ord = wordsOf(one, profil, exakt);
      return ord === undefined ? [] : [`${one.falt.label}: ${ord}`];
    })
    .join(' · ');

function sectionWords(sektion: Profilsektion, profil: unknown, exakt: boolean): Ordrad[] {
  const single = sektion.falt.flatMap((falt): Ordrad[] => {
    const varde = wordsOf({ falt, vag: falt.vag }, profil, exakt);
    return varde === undefined ? [] : [{ term: falt.label, varde }];
  });
  const rows = sektion.rader.flatMap((rader) => {
    const mening = rader.iOrd?.(rowsAt(profil, rader.vag), profil);
    if (mening !== undefined) return [{ term: rader.rubrik, varde: mening }];
    return radersom(profil, rader).map((rad): Ordrad => {
      const slag = radslag(rader, rad.row);
      const kind = rader.slag.length > 1 && slag ? `: ${slag.label.toLocaleLowerCase('sv')}` : '';
      return {
        term: `${rader.radrubrik ?? rader.rubrik}${rader.enda ? '' : ` ${rad.nr + 1}`}${kind}`,
        varde: rowWords(faltIRad(rader, rad), profil, exakt),
      };
    });
  });
  return [...single, ...rows];
}

/**
 * A whole profile in plain words, section by section.
 *
 * @param exakt with the codes behind the words, for comparing two versions
 */
export const profilIOrd = (profil: Insatsprofil, parter: readonly Part[], exakt = false): readonly Ordsektion[] =>
  sektioner(parter).map((sektion) => ({
    del: sektion.del,
    rubrik: profildelar[sektion.del],
    rader: sectionWords(sektion, profil, exakt),
  }));

/** One value that differs between two versions; a missing side is a value that only one of them has. */
export interface Profilandring {
  readonly rubrik: string;
  readonly term: string;
  readonly fran?: string | undefined;
  readonly till?: string | undefined;
}

/** What stands by each term of a section. */
const vardena = (ord: readonly Ordsektion[], del: Profildel): ReadonlyMap<string, string> =>
  new Map(ord.find((one) => one.del === del)?.rader.map(({ term, varde }) => [term, varde]) ?? []);

/**
 * What differs between two profiles, in words and in the order of the pages; where only the codes behind the words
 * differ, with them.
 */
export function profilandringar(
  gammal: Insatsprofil,
  ny: Insatsprofil,
  parter: readonly Part[],
): readonly Profilandring[] {
  const [fore, foreExakt] = [profilIOrd(gammal, parter), profilIOrd(gammal, parter, true)];
  const [efter, efterExakt] = [profilIOrd(ny, parter), profilIOrd(ny, parter, true)];
  return efter.flatMap(({ del, rubrik }) => {
    const pair = (a: readonly Ordsektion[], b: readonly Ordsektion[]) => {
      const [fran, till] = [vardena(a, del), vardena(b, del)];
      return (term: string) => ({ fran: fran.get(term), till: till.get(term) });
    };
    const [ord, exakt] = [pair(fore, efter), pair(foreExakt, efterExakt)];
    const terms = [...new Set([foreExakt, efterExakt].flatMap((one) => [...vardena(one, del).keys()]))];
    return terms
      .filter((term) => exakt(term).fran !== exakt(term).till)
      .map((term): Profilandring => {
        const plain = ord(term);
        return { rubrik, term, ...(plain.fran === plain.till ? exakt(term) : plain) };
      });
  });
}
