import type { Beslutstyp } from './faser.js';
import type { Rollkod } from './koder.js';

/** A kind of task: what to do, whose it is, and the decisions that are the doing of it, the usual one first. */
export interface Uppgiftsbeskrivning {
  readonly rubrik: string;
  readonly varfor: string;
  readonly roll: Rollkod;
  readonly beslut: readonly [Beslutstyp, ...Beslutstyp[]];
}

/** Every kind of task. Completing a task is taking its decision; there is no second bookkeeping. */
export const uppgiftstyper = {
  granskning: {
    rubrik: 'Granska remissen',
    varfor: 'En ny remiss väntar på besked om den tas emot.',
    roll: 'sammankallande',
    beslut: ['granskning'],
  },
  komplettering: {
    rubrik: 'Komplettera remissen',
    varfor: 'Mer uppgifter behövs för att ta ställning till remissen.',
    roll: 'handlaggare',
    beslut: ['komplettering', 'atertagande'],
  },
  utebliven_komplettering: {
    rubrik: 'Ta ställning till utebliven komplettering',
    varfor: 'Remissen har inte kompletterats i tid.',
    roll: 'sammankallande',
    beslut: ['utebliven_komplettering', 'komplettering'],
  },
  yttrande: {
    rubrik: 'Lämna yttrande',
    varfor: 'Teamet behöver er syn på ärendet före mötet.',
    roll: 'teamrepresentant',
    beslut: ['yttrande'],
  },
  rekommendation: {
    rubrik: 'Registrera rekommendation',
    varfor: 'Teamet har mötts och remittenten väntar på rekommendationen.',
    roll: 'sammankallande',
    beslut: ['rekommendation'],
  },
  namngivning: {
    rubrik: 'Namnge dem som får se ärendet',
    varfor: 'Personen har skyddade personuppgifter. Tills minst två är namngivna ser fler ärendet än som behöver det.',
    roll: 'sammankallande',
    beslut: ['skyddad_identitet'],
  },
  styrgruppsbeslut: {
    rubrik: 'Svara för styrgruppen',
    varfor: 'Ett ärende har lyfts till styrgruppen och väntar på svar.',
    roll: 'styrgrupp',
    beslut: ['styrgruppsbeslut'],
  },
  atgard: {
    rubrik: 'Rapportera åtgärden',
    varfor: 'Ni har åtagit er en åtgärd. Berätta om den är gjord eller har hindrats.',
    roll: 'medhandlaggare',
    beslut: ['atgardsrapport'],
  },
  forgrupp: {
    rubrik: 'Följ förgruppen',
    varfor: 'Personen har erbjudits förgrupp. Registrera start och resultat.',
    roll: 'sammankallande',
    beslut: ['forgruppsresultat', 'forgruppsstart'],
  },
  aterkoppling: {
    rubrik: 'Återkoppla på rådet',
    varfor: 'Teamet gav råd och behöver veta hur det gick.',
    roll: 'handlaggare',
    beslut: ['aterkoppling'],
  },
  utebliven_aterkoppling: {
    rubrik: 'Ta ställning till utebliven återkoppling',
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
  platserbjudande: {
    rubrik: 'Erbjud platsen',
    varfor: 'En plats är ledig. Ta kontakt med personen och registrera svaret.',
    roll: 'koordinator',
    beslut: ['erbjudandesvar', 'erbjudandekontakt'],
  },
  koplats: {
    rubrik: 'Ta ställning: personen nås inte',
    varfor: 'Personen har inte nåtts när plats har erbjudits. Nya platser går till andra tills du har tagit ställning.',
    roll: 'sammankallande',
    beslut: ['koprioritet', 'ej_aktuell'],
  },
  turoversyn: {
    rubrik: 'Se över turen i kön',
    varfor: 'Personen väntar på plats. Kontrollera att behovet finns kvar och att turen stämmer.',
    roll: 'sammankallande',
    beslut: ['koprioritet', 'ej_aktuell', 'inskrivning'],
  },
  kartlaggning: {
    rubrik: 'Avsluta kartläggningen',
    varfor: 'Kartläggningen ska bli klar innan arbetet går vidare.',
    roll: 'koordinator',
    beslut: ['kartlaggning'],
  },
  genomforandeplan: {
    rubrik: 'Gör genomförandeplanen',
    varfor: 'Varje deltagare ska ha en genomförandeplan.',
    roll: 'koordinator',
    beslut: ['genomforandeplan'],
  },
  skattning: {
    rubrik: 'Gör den första skattningen',
    varfor: 'Utvecklingen mäts från början av insatsen.',
    roll: 'koordinator',
    beslut: ['skattning'],
  },
  teamlyft: {
    rubrik: 'Registrera teamets svar',
    varfor: 'Ett pågående ärende har lyfts till teamet.',
    roll: 'sammankallande',
    beslut: ['teamlyftsvar'],
  },
  medelbeslut: {
    rubrik: 'Besluta om kompetenshöjande medel',
    varfor: 'Koordinatorn har föreslagit ett inköp.',
    roll: 'sammankallande',
    beslut: ['medelbeslut'],
  },
  medelbeslut_styrgrupp: {
    rubrik: 'Besluta om kompetenshöjande medel',
    varfor: 'Inköpet är över taket eller gäller en extern specialist.',
    roll: 'styrgrupp',
    beslut: ['medelbeslut'],
  },
  aktivitetsslut: {
    rubrik: 'Följ upp aktiviteten',
    varfor: 'Aktivitetens sista dag har passerat.',
    roll: 'koordinator',
    beslut: ['aktivitetsslut'],
  },
  ersattningsbeslut: {
    rubrik: 'Följ upp ansökan om ersättning',
    varfor: 'En ansökan om ersättning väntar på besked.',
    roll: 'koordinator',
    beslut: ['ersattningsbeslut'],
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
  langsta_tid: {
    rubrik: 'Ta ställning: längsta tiden är nådd',
    varfor: 'Insatstiden får inte bli längre utan styrgruppens undantag.',
    roll: 'styrgrupp',
    beslut: ['undantag', 'avslut'],
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
  samtycke_loper_ut: {
    rubrik: 'Förnya eller avsluta samtycket',
    varfor: 'Ett samtycke löper snart ut.',
    roll: 'koordinator',
    beslut: ['samtycke', 'samtyckesaterkallelse'],
  },
  samtycke_saknas: {
    rubrik: 'Ta ställning: samtycke saknas',
    varfor: 'Ärendet kan inte delas vidare utan samtycke.',
    roll: 'sammankallande',
    beslut: ['samtycke', 'ej_aktuell', 'avslut', 'felregistrering'],
  },
} as const satisfies Record<string, Uppgiftsbeskrivning>;

export type Uppgiftstyp = keyof typeof uppgiftstyper;
