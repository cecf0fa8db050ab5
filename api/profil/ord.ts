import type { Insatsprofil, Kodrad } from '../../domain/insatsprofil.js';
import { profildelar, type Profildel } from '../../domain/profilkontroll.js';
import { formatTal } from '../components/format.js';
import { sektioner } from './delar.js';
import type { Part } from './delar-vem.js';
import { radslag, type Profilfalt, type Profilsektion } from './falt.js';
import { faltIRad, radersom, type Placerat } from './svar.js';
import { valueAt } from './vag.js';

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

function wordsOf({ falt, vag }: Placerat, profil: unknown): string | undefined {
  const value = valueAt(profil, vag);
  if (value === undefined || value === '') return undefined;
  switch (falt.slag) {
    case 'tal':
      return `${formatTal(Number(value))}${falt.enhet ? ` ${falt.enhet}` : ''}`;
    case 'ja_nej':
      return value === true ? 'Ja' : 'Nej';
    case 'val':
      return labelOf(falt, value as string);
    case 'kryss':
      return (value as readonly string[]).map((one) => labelOf(falt, one)).join(', ') || undefined;
    case 'rader':
      return (value as readonly unknown[]).map(String).join(' · ');
    case 'kodlista':
      return (value as readonly Kodrad[]).map(({ namn }) => namn).join(' · ');
    case 'text':
    case 'textruta':
      return value as string;
  }
}

const rowWords = (falt: readonly Placerat[], profil: unknown): string =>
  falt
    .flatMap((one) => {
      const ord = wordsOf(one, profil);
      return ord === undefined ? [] : [`${one.falt.label}: ${ord}`];
    })
    .join(' · ');

function sectionWords(sektion: Profilsektion, profil: unknown): Ordrad[] {
  const single = sektion.falt.flatMap((falt): Ordrad[] => {
    const varde = wordsOf({ falt, vag: falt.vag }, profil);
    return varde === undefined ? [] : [{ term: falt.label, varde }];
  });
  const rows = sektion.rader.flatMap((rader) =>
    radersom(profil, rader).map((rad): Ordrad => {
      const slag = radslag(rader, rad.row);
      const kind = rader.slag.length > 1 && slag ? `: ${slag.label.toLocaleLowerCase('sv')}` : '';
      return {
        term: `${rader.radrubrik ?? rader.rubrik}${rader.enda ? '' : ` ${rad.nr + 1}`}${kind}`,
        varde: rowWords(faltIRad(rader, rad), profil),
      };
    }),
  );
  return [...single, ...rows];
}

/** A whole profile in plain words, section by section. */
export const profilIOrd = (profil: Insatsprofil, parter: readonly Part[]): readonly Ordsektion[] =>
  sektioner(parter).map((sektion) => ({
    del: sektion.del,
    rubrik: profildelar[sektion.del],
    rader: sectionWords(sektion, profil),
  }));

/** One value that differs between two versions; a missing side is a value that only one of them has. */
export interface Profilandring {
  readonly rubrik: string;
  readonly term: string;
  readonly fran?: string | undefined;
  readonly till?: string | undefined;
}

/** What differs between two profiles, in words and in the order of the pages. */
export function profilandringar(
  gammal: Insatsprofil,
  ny: Insatsprofil,
  parter: readonly Part[],
): readonly Profilandring[] {
  const before = profilIOrd(gammal, parter);
  return profilIOrd(ny, parter).flatMap(({ del, rubrik, rader }) => {
    const earlier = before.find((one) => one.del === del)?.rader ?? [];
    const terms = [...new Set([...earlier, ...rader].map(({ term }) => term))];
    return terms.flatMap((term): Profilandring[] => {
      const fran = earlier.find((one) => one.term === term)?.varde;
      const till = rader.find((one) => one.term === term)?.varde;
      return fran === till ? [] : [{ rubrik, term, fran, till }];
    });
  });
}
