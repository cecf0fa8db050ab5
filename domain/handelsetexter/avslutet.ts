import { uppfoljningsresultat } from '../koder.js';
import { kodord } from '../profilkoder.js';
import type { Texter } from './skrivsatt.js';

/** The end of an insats and what follows. */
export const avslutet = {
  avslut: (data, skriv) => ({ rubrik: 'Insatsen avslutades', text: `Sista dag ${data.dag('avslutsdatum', skriv)}.` }),
  avslutsuppgifter: (data, skriv) => ({
    rubrik: 'Avslutet kompletterades',
    text: `Orsak: ${kodord(skriv.profil ?? {}, 'avslutsorsaker', data.text('orsak'))}.`,
  }),
  kontaktforsok: (data, skriv) => ({
    rubrik: `Kontaktförsök ${data.tal('nr')}: ${data.ja('naddes') ? 'nåddes' : 'nåddes inte'}`,
    text: `Gjordes ${data.dag('datum', skriv)}.`,
  }),
  uppfoljning: (data, skriv) => ({
    rubrik: '90-dagarsuppföljning',
    text: `${data.ord('resultat', uppfoljningsresultat)}. Registrerat för ${data.dag('datum', skriv)}.`,
  }),
} as const satisfies Texter;
