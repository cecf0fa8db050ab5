import type { Beslutstyp } from './faser.js';
import type { Rollkod } from './koder.js';

/** A kind of task: what to do, whose it is, and the decisions that are the doing of it, the usual one first. */
export interface Uppgiftsslag {
  readonly rubrik: string;
  readonly varfor: string;
  readonly roll: Rollkod;
  readonly beslut: readonly [Beslutstyp, ...Beslutstyp[]];
}

/** Every kind of task. Completing a task is taking its decision; there is no second bookkeeping. */
export const uppgiftsslag = {
  granskning: {
    rubrik: 'Granska remissen',
    varfor: 'En ny remiss väntar på besked om den tas emot.',
    roll: 'sammankallande',
    beslut: ['granskning'],
  },
  yttrande: {
    rubrik: 'Lämna yttrande',
    varfor: 'Teamet behöver er syn på ärendet före mötet.',
    roll: 'teamrepresentant',
    beslut: ['yttrande'],
  },
  rekommendation: {
    rubrik: 'Registrera rekommendationen',
    varfor: 'Teamet har mötts och remittenten väntar på rekommendationen.',
    roll: 'sammankallande',
    beslut: ['rekommendation'],
  },
  aterkoppling: {
    rubrik: 'Återkoppla på rådet',
    varfor: 'Teamet gav råd och behöver veta hur det gick.',
    roll: 'handlaggare',
    beslut: ['aterkoppling'],
  },
  utebliven_aterkoppling: {
    rubrik: 'Ta ställning: ingen återkoppling',
    varfor: 'Remittenten har inte återkopplat på rådet.',
    roll: 'sammankallande',
    beslut: ['utebliven_aterkoppling', 'aterkoppling'],
  },
  personens_svar: {
    rubrik: 'Registrera personens svar',
    varfor: 'Teamet rekommenderar inskrivning. Ingen skrivs in utan eget ja.',
    roll: 'handlaggare',
    beslut: ['personens_svar'],
  },
  inskrivning: {
    rubrik: 'Skriv in',
    varfor: 'Personen har tackat ja och väntar på startdatum och koordinator.',
    roll: 'sammankallande',
    beslut: ['inskrivning'],
  },
  kartlaggning: {
    rubrik: 'Avsluta kartläggningen',
    varfor: 'Kartläggningen ska bli klar innan arbetet går vidare.',
    roll: 'koordinator',
    beslut: ['kartlaggning'],
  },
  planuppfoljning: {
    rubrik: 'Registrera planuppföljning',
    varfor: 'Planen ska ses över tillsammans med deltagaren.',
    roll: 'koordinator',
    beslut: ['planuppfoljning'],
  },
  insatstidsoversyn: {
    rubrik: 'Se över insatstiden',
    varfor: 'Insatsen har ingen bestämd längd. Behovet ses över med jämna mellanrum.',
    roll: 'koordinator',
    beslut: ['insatstidsoversyn', 'avslut'],
  },
  insatstid: {
    rubrik: 'Planera för insatstidens slut',
    varfor: 'Insatstiden tar snart slut: föreslå förlängning eller avsluta.',
    roll: 'koordinator',
    beslut: ['forlangningsforslag', 'avslut'],
  },
  forlangning: {
    rubrik: 'Besluta om förlängning',
    varfor: 'Koordinatorn har föreslagit en förlängning.',
    roll: 'sammankallande',
    beslut: ['forlangning'],
  },
  insatstid_slut: {
    rubrik: 'Ta ställning: över insatstiden',
    varfor: 'Insatstiden har gått ut utan beslut.',
    roll: 'sammankallande',
    beslut: ['forlangningsforslag', 'avslut'],
  },
  avslutsuppgifter: {
    rubrik: 'Komplettera avslutet',
    varfor: 'Orsak, sysselsättning och försörjning ska registreras.',
    roll: 'koordinator',
    beslut: ['avslutsuppgifter'],
  },
  uppfoljning: {
    rubrik: 'Följ upp efter 90 dagar',
    varfor: 'Kontakta personen. Resultatet beskriver läget den 90:e dagen efter avslutet.',
    roll: 'koordinator',
    beslut: ['uppfoljning', 'kontaktforsok'],
  },
} as const satisfies Record<string, Uppgiftsslag>;

export type Uppgiftstyp = keyof typeof uppgiftsslag;
