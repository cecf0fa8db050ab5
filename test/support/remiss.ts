import type { Remissinnehall } from '../../domain/remissinnehall.js';
import type { Grund } from './grund.js';

/** A complete remiss of an invented person, with samtycke for every verksamhet of the team. */
export function aRemiss(grund: Grund, idag: string): Remissinnehall {
  return {
    insats: grund.insats.kod,
    syfte: 'inskrivning',
    person: {
      identifierad: true,
      personnummer: '198001012387',
      namn: 'Prov Personsson',
      kon: 'kvinna',
      kommun: grund.insats.profil.kommuner[0] ?? '0882',
      telefon: '0701740605',
      tolk: false,
      skyddad: false,
    },
    samtycken: Object.values(grund.verksamhet).map((verksamhet) => ({
      verksamhet,
      uppgiftsslag: ['sysselsattning', 'halsa'],
      giltigtFran: idag,
      form: 'skriftligt',
    })),
    problembild: 'Lång frånvaro från arbetslivet.',
    forsorjning: [{ kod: 'ekonomiskt_bistand', omfattning: 'hel' }],
    sysselsattning: ['ingen'],
    nollplacerad: false,
    fraga: 'Vad kan vi göra tillsammans?',
  };
}
