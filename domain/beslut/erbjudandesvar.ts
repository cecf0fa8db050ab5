import { hinder, type Hinder } from '../hinder.js';
import { skrivIn } from '../inskriven.js';
import { lamnaKo, missaErbjudande } from '../ko.js';
import type { Dag } from '../kalender/kalender.js';
import type { Beslutsunderlag } from '../beslutsunderlag.js';
import type { Lage } from '../lage.js';
import { starthinder } from './datumhinder.js';
import type { Beslutsregel } from './regel.js';

/** What came of an offered place: taken, declined, or the person was not reached (design 2.5). */
export const erbjudandesvar: Beslutsregel<'erbjudandesvar'> = {
  typ: 'erbjudandesvar',
  check({ erbjudande }, { dag, data }) {
    if (!erbjudande) return hinder('inget_erbjudande', 'Ingen plats är erbjuden. Vänta tills personen står i tur.');
    if (data.datum > dag) return hinder('framtida_datum', 'Svaret kan inte ligga i framtiden.');
    if (data.datum < erbjudande.erbjuden)
      return hinder('fore_erbjudandet', `Svaret kan inte ligga före erbjudandet, ${erbjudande.erbjuden}.`);
    return data.svar === 'ej_nadd' ? notReachedTooEarly(erbjudande, dag) : checkStart(data, dag);
  },
  apply(forandring, { data }) {
    const { ko, koordinator } = forandring.lage;
    forandring.note('erbjudandesvar', { svar: data.svar, datum: data.datum });
    if (data.svar === 'ej_nadd') {
      missaErbjudande(forandring);
      return;
    }
    forandring.end('klar', ['platserbjudande']);
    lamnaKo(forandring);
    if (data.svar === 'nej') {
      forandring.tellRemittent();
      forandring.set({ svar: 'nej', svarsdatum: data.datum });
      forandring.close('erbjudandesvar', 'tackat_nej');
      return;
    }
    if (!ko || koordinator === undefined || data.startdatum === undefined)
      throw new Error(`The ärende ${forandring.lage.nummer} cannot take a place`);
    skrivIn(forandring, 'erbjudandesvar', { beslutsdatum: ko.beslutsdatum, startdatum: data.startdatum, koordinator });
  },
};

function notReachedTooEarly(erbjudande: NonNullable<Lage['erbjudande']>, dag: Dag): Hinder | undefined {
  const { kontakter, maxKontakter, senast } = erbjudande;
  if (kontakter >= maxKontakter || dag > senast) return undefined;
  return hinder(
    'fler_kontakter',
    `Gör och registrera ${maxKontakter} kontakter innan personen anges som inte nådd, eller vänta till efter ${senast}.`,
  );
}

function checkStart({ svar, datum, startdatum }: Beslutsunderlag['erbjudandesvar'], dag: Dag): Hinder | undefined {
  if (svar !== 'ja') return undefined;
  if (startdatum === undefined) return hinder('utan_start', 'Ange vilken dag insatsen börjar.');
  if (startdatum < datum) return hinder('start_fore_svaret', 'Startdatum kan inte ligga före personens svar.');
  return starthinder(dag, startdatum);
}
