import { svenskKalender as kalender } from '../../../domain/kalender/svensk.js';
import type { Installation } from '../../support/installation.js';
import { Liv, type Vantan } from '../liv.js';

/** The code of the insats that cases are sent on to. */
export const ANNAN_INSATS = 'samba_lis';

/** What a samtycke is, where a test does not care. */
export const SAMTYCKE = {
  uppgiftsslag: ['halsa'],
  insatser: [],
  andamal: 'Att samordna stödet.',
  form: 'muntligt',
  lamnatAv: 'personen',
  tolk: false,
} as const;

/** How one kind of case lives, and how it stands at its end. */
export interface Slag {
  readonly lev: (inst: Installation, vanta: Vantan) => Promise<Liv>;
  readonly slutar: { readonly fas: string; readonly stangdSom?: string };
}

/** How cases end that are followed up, and that end with nothing to follow up. */
export const uppfoljd = { fas: 'stangd', stangdSom: 'uppfoljd' } as const;
export const tagitSlut = { fas: 'stangd', stangdSom: 'utan_uppfoljning' } as const;

/** A day so many days after another. */
export const efter = (dag: string, dagar: number): string => kalender.addDays(dag, dagar);

/** A case whose participation has just begun. */
export const inskriven = async (inst: Installation, vanta: Vantan): Promise<Liv> => {
  const liv = await Liv.borja(inst, vanta);
  await liv.blirInskriven();
  return liv;
};
