import { hinder } from '../hinder.js';
import { morgon, sistaDagAvslutsuppgifter, uppfoljningsdagar } from '../frister.js';
import type { Frist } from '../lage.js';
import { stopPaus } from '../paus.js';
import type { Uppgiftstyp } from '../uppgifter.js';
import type { Beslutsregel } from './regel.js';

/** What a samtycke asks for goes on after the participation: the follow-up rests on it too. */
const SAMTYCKE: readonly Uppgiftstyp[] = ['samtycke_loper_ut', 'samtycke_saknas'];

const isSamtycke = (frist: Frist): boolean =>
  frist.typ === 'uppgift_oppnas'
    ? SAMTYCKE.includes(frist.uppgift)
    : frist.typ === 'samtycke_borjar' || frist.typ === 'samtycke_slut';

/** Leaving the insats: the last day is decided, the rest has 14 days; the 90 days begin to run (design 2.10, 2.11). */
export const avslut: Beslutsregel<'avslut'> = {
  typ: 'avslut',
  check(lage, { dag, data }) {
    if (lage.startdatum === undefined)
      return hinder('inte_inskriven', 'Personen är inte inskriven. Registrera resultatet av förgruppen i stället.');
    // one who never began leaves on the day it is decided: waiting for startdatum would hold a place for nobody
    const neverBegan = lage.startdatum > dag;
    if (neverBegan && data.avslutsdatum !== dag)
      return hinder('inte_borjat', 'Insatsen har inte börjat än. Ange dagens datum som avslutsdatum.');
    if (!neverBegan && data.avslutsdatum < lage.startdatum)
      return hinder('fore_start', `Avslutsdatum kan inte ligga före startdatum, ${lage.startdatum}.`);
    if (data.avslutsdatum > dag)
      return hinder('framtida_datum', 'Avslutsdatum är deltagarens sista dag och kan inte ligga i framtiden.');
    return undefined;
  },
  apply(forandring, { data }) {
    const { om } = forandring;
    forandring.note('avslut', { avslutsdatum: data.avslutsdatum });
    const open = forandring.lage.uppgifter.map(({ typ }) => typ);
    forandring.end(
      'bortfallen',
      open.filter((typ) => !SAMTYCKE.includes(typ)),
    );
    forandring.tellRemittent();
    forandring.utskick.push({ slag: 'besked', nyckel: 'avslut-team', till: { team: true } });
    forandring.move('avslut', 'avslut');
    const { paus } = forandring.lage;
    if (paus) stopPaus(forandring, paus.till < data.avslutsdatum ? paus.till : data.avslutsdatum);
    const dagar = uppfoljningsdagar(data.avslutsdatum, om);
    forandring.unset('forlangning', 'medel', 'teamlyft');
    forandring.set({
      avslutsdatum: data.avslutsdatum,
      overlamnad: data.overlamning === true,
      uppfoljning: { dag: dagar.dag, senast: dagar.senast, forsok: 0, maxForsok: om.profil.kontaktforsok },
      frister: [
        ...forandring.lage.frister.filter(isSamtycke),
        { typ: 'uppgift_oppnas', nar: morgon(dagar.oppnas, om), uppgift: 'uppfoljning', forfaller: dagar.senast },
      ],
    });
    forandring.open('avslutsuppgifter', sistaDagAvslutsuppgifter(om));
  },
};
