import { formatDatum, formatManadsdag } from '../components/format.js';
import type { Profilfalt, Profilrader, Profilsektion } from './falt.js';

const EN_PA_RAD = 'En kommun på varje rad.';

/** A förbund's parter, by code and name. */
export interface Part {
  readonly kod: string;
  readonly namn: string;
}

/** Name, kommuner and parter. */
export const grund = (parter: readonly Part[]): Profilsektion => ({
  del: 'grund',
  ingress: 'Vad insatsen heter, vilka den är till för och vilka parter som deltar.',
  falt: [
    { slag: 'text', vag: 'namn', label: 'Namn' },
    {
      slag: 'textruta',
      vag: 'beskrivning',
      label: 'Beskrivning',
      hint: 'Visas för den som skriver en remiss. Vem är insatsen för, och vad ger den?',
    },
    { slag: 'kommuner', vag: 'kommuner', label: 'Kommuner', hint: EN_PA_RAD, frivillig: true },
    {
      slag: 'kryss',
      vag: 'parter',
      label: 'Parter som deltar',
      options: parter.map(({ kod, namn }) => ({ value: kod, label: namn })),
    },
    {
      slag: 'kryss',
      vag: 'forsIEgetSystem',
      label: 'Handlingar som förs i huvudmannens verksamhetssystem',
      hint: 'Övriga förs här.',
      frivillig: true,
      options: [
        { value: 'anteckning', label: 'Anteckningar' },
        { value: 'kartlaggning', label: 'Kartläggning' },
        { value: 'genomforandeplan', label: 'Genomförandeplan' },
        { value: 'flerpartsmote', label: 'Flerpartsmöten' },
      ],
    },
    {
      slag: 'ja_nej',
      vag: 'egetForslag',
      label: 'Får den som föreslår också besluta?',
      hint: 'Gäller förlängning och medel när samma person är koordinator och sammankallande. Det märks i loggen.',
    },
  ],
  rader: [],
});

const TEXT: Profilfalt = { slag: 'textruta', vag: 'text', label: 'Regeln i ord', rows: 2 };
const ALDER: readonly Profilfalt[] = [
  { slag: 'tal', vag: 'fran', label: 'Från och med', enhet: 'år', frivillig: true },
  { slag: 'tal', vag: 'till', label: 'Till och med', enhet: 'år', frivillig: true },
];
const POANG: Profilfalt = { slag: 'tal', vag: 'poang', label: 'Poäng i kön', hint: 'Fler poäng kommer före.' };
const forturAlder = ALDER.map((falt) => ({ ...falt, vag: `villkor.${falt.vag}` }));

const regler: Profilrader = {
  vag: 'behorighet',
  rubrik: 'Regler',
  radrubrik: 'Regel',
  ett: 'regel',
  slagAv: (row) => {
    const { slag = '', villkor } = row as { slag?: string; villkor?: { slag?: string } };
    return slag === 'prioritet' ? `prioritet_${villkor?.slag ?? ''}` : slag;
  },
  slag: [
    { value: 'alder', label: 'Krav: ålder', falt: [...ALDER, TEXT], mall: { slag: 'alder', text: '' } },
    {
      value: 'kommun',
      label: 'Krav: kommun',
      falt: [{ slag: 'kommuner', vag: 'kommuner', label: 'Kommuner', hint: EN_PA_RAD }, TEXT],
      mall: { slag: 'kommun', kommuner: [], text: '' },
    },
    {
      value: 'minst_antal_verksamheter',
      label: 'Krav: minst så många verksamheter',
      falt: [{ slag: 'tal', vag: 'antal', label: 'Antal verksamheter' }, TEXT],
      mall: { slag: 'minst_antal_verksamheter', antal: 2, text: '' },
    },
    {
      value: 'uteslutning',
      label: 'Hinder: den som skriver remissen anger om det gäller',
      falt: [
        {
          slag: 'text',
          vag: 'kod',
          label: 'Kod',
          hint: 'Små bokstäver, till exempel beroende.',
          bredd: 'kort',
          intern: true,
        },
        TEXT,
      ],
      mall: { slag: 'uteslutning', kod: '', text: '' },
    },
    {
      value: 'prioritet_nollplacerad',
      label: 'Förtur: nollplacerad',
      falt: [POANG, TEXT],
      mall: { slag: 'prioritet', villkor: { slag: 'nollplacerad' }, poang: 1, text: '' },
    },
    {
      value: 'prioritet_skyndsam',
      label: 'Förtur: skyndsam',
      falt: [POANG, TEXT],
      mall: { slag: 'prioritet', villkor: { slag: 'skyndsam' }, poang: 1, text: '' },
    },
    {
      value: 'prioritet_alder',
      label: 'Förtur: ålder',
      falt: [...forturAlder, POANG, TEXT],
      mall: { slag: 'prioritet', villkor: { slag: 'alder' }, poang: 1, text: '' },
    },
    {
      value: 'prioritet_kommun',
      label: 'Förtur: kommun',
      falt: [{ slag: 'kommuner', vag: 'villkor.kommuner', label: 'Kommuner', hint: EN_PA_RAD }, POANG, TEXT],
      mall: { slag: 'prioritet', villkor: { slag: 'kommun', kommuner: [] }, poang: 1, text: '' },
    },
    { value: 'upplysning', label: 'Upplysning', falt: [TEXT], mall: { slag: 'upplysning', text: '' } },
  ],
};

/** The eligibility rules: what is required, what excludes, what gives priority in the queue (design 2.1). */
export const behorighet: Profilsektion = {
  del: 'behorighet',
  ingress:
    'Reglerna visas medan remissen skrivs. En regel som inte är uppfylld kan åsidosättas med ett skäl. Förtur ger poäng i kön.',
  falt: [],
  rader: [regler],
};

const ettTeam: readonly Profilfalt[] = [
  {
    slag: 'text',
    vag: 'kod',
    label: 'Kod',
    hint: 'Små bokstäver. Ändra inte koden på ett team som har ärenden.',
    bredd: 'kort',
    intern: true,
  },
  { slag: 'text', vag: 'namn', label: 'Namn' },
  {
    slag: 'kommuner',
    vag: 'kommuner',
    label: 'Teamets kommuner',
    hint: 'En på varje rad. Tomt: alla insatsens kommuner.',
    frivillig: true,
  },
  {
    slag: 'text',
    vag: 'moten.forsta',
    label: 'Första möte',
    hint: 'ÅÅÅÅ-MM-DD. Mötena räknas härifrån.',
    iOrd: formatDatum,
    bredd: 'kort',
  },
  { slag: 'tal', vag: 'moten.veckor', label: 'Möte varje', enhet: 'veckor' },
  { slag: 'text', vag: 'moten.klockslag', label: 'Klockslag', hint: 'TT:MM', bredd: 'kort' },
  { slag: 'tal', vag: 'moten.minuterPerArende', label: 'Tid för ett ärende', enhet: 'minuter' },
  {
    slag: 'text',
    vag: 'moten.uppehall.fran',
    label: 'Uppehåll från',
    hint: 'MM-DD, varje år.',
    iOrd: formatManadsdag,
    bredd: 'kort',
    frivillig: true,
  },
  {
    slag: 'text',
    vag: 'moten.uppehall.till',
    label: 'Uppehåll till',
    hint: 'MM-DD',
    iOrd: formatManadsdag,
    bredd: 'kort',
    frivillig: true,
  },
  { slag: 'tal', vag: 'platser', label: 'Ärenden på en dagordning', frivillig: true, hint: 'Tomt: ingen gräns.' },
  { slag: 'tal', vag: 'oronmarkta', label: 'Varav öronmärkta för nollplacerade', frivillig: true },
  { slag: 'tal', vag: 'quorum', label: 'Verksamheter som behöver vara med' },
];

/** The teams and when they meet (design 2.3). */
export const team: Profilsektion = {
  del: 'team',
  ingress: 'Insatsens team, hur ofta de möts och hur många ärenden de hinner med.',
  falt: [],
  rader: [
    {
      vag: 'team',
      rubrik: 'Team',
      ett: 'team',
      slagAv: () => 'team',
      slag: [
        {
          value: 'team',
          label: 'Team',
          falt: ettTeam,
          mall: {
            kod: '',
            namn: '',
            moten: { forsta: '', veckor: 4, klockslag: '09:00', minuterPerArende: 20 },
            quorum: 3,
          },
        },
      ],
    },
  ],
};
