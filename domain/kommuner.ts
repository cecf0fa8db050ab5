import type { Kodlista } from './koder.js';

/** The code of everywhere else. */
export const UTANFOR_LANET = 'utanfor';

/** Kommunkoder of Kalmar län, by name. */
export const kommuner: Kodlista = {
  '0885': 'Borgholm',
  '0862': 'Emmaboda',
  '0860': 'Hultsfred',
  '0821': 'Högsby',
  '0880': 'Kalmar',
  '0861': 'Mönsterås',
  '0840': 'Mörbylånga',
  '0881': 'Nybro',
  '0882': 'Oskarshamn',
  '0834': 'Torsås',
  '0884': 'Vimmerby',
  '0883': 'Västervik',
};

/** Where a person can live: the länets kommuner in alphabetical order, then everywhere else. */
export const bostadskommuner: readonly { readonly kod: string; readonly namn: string }[] = [
  ...Object.entries(kommuner)
    .map(([kod, namn]) => ({ kod, namn }))
    .toSorted((a, b) => a.namn.localeCompare(b.namn, 'sv')),
  { kod: UTANFOR_LANET, namn: 'Kommun utanför Kalmar län' },
];

/** The name of a kommun, or the code itself when it is not known here. */
export const kommunNamn = (kod: string): string => bostadskommuner.find((one) => one.kod === kod)?.namn ?? kod;
