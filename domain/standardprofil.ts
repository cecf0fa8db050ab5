import type { Frister, Gallringsregler, Insatsprofil, Paminnelsesteg } from './insatsprofil.js';

/** The numbers of design 2: what an insats has unless its profile says otherwise. */
export const standardfrister: Frister = {
  granskningArbetsdagar: 3,
  kompletteringArbetsdagar: 10,
  uteblivenKompletteringArbetsdagar: 10,
  agendaStangerArbetsdagar: 7,
  yttrandeArbetsdagarFore: 2,
  skyndsamtYttrandeArbetsdagarFore: 1,
  rekommendationArbetsdagar: 5,
  styrgruppArbetsdagar: 20,
  aterkopplingVeckor: 6,
  utebliveAterkopplingArbetsdagar: 10,
  forgruppVeckor: 8,
  svarArbetsdagar: 10,
  inskrivningArbetsdagar: 5,
  erbjudandeArbetsdagar: 10,
  koversynDagar: 30,
  kartlaggningVeckor: 8,
  planVeckor: 4,
  planuppfoljningDagar: 90,
  medelArbetsdagar: 10,
  ersattningsbeslutDagar: 60,
  registreringArbetsdagar: 10,
  pausKoordinatorDagar: 30,
  forlangningArbetsdagar: 10,
  insatstidSlutArbetsdagar: 10,
  samtyckeVarningDagar: 30,
  avslutsuppgifterDagar: 14,
  uppfoljningOppnasDag: 76,
  uppfoljningDag: 90,
  uppfoljningSenastDag: 104,
};

/** Design 4: who owes a task is reminded before, on and after its last day; then it is lifted, step by step. */
const upTheLadder: readonly Paminnelsesteg[] = [
  { arbetsdagar: -3, till: 'ansvarig' },
  { arbetsdagar: 0, till: 'ansvarig' },
  { arbetsdagar: 3, till: 'ansvarig' },
  { arbetsdagar: 5, till: 'ersattare' },
  { arbetsdagar: 10, till: 'sammankallande' },
  { arbetsdagar: 15, till: 'styrgrupp' },
];

/** The ladders of design 2: for every kind of task, and of those that have their own. */
export const standardpaminnelser: Insatsprofil['paminnelser'] = {
  standard: upTheLadder,
  // what stays undone opens a task for sammankallande, with a ladder of its own
  komplettering: [
    { arbetsdagar: -3, till: 'ansvarig' },
    { arbetsdagar: 0, till: 'ansvarig' },
    { arbetsdagar: 3, till: 'ansvarig' },
    { arbetsdagar: 5, till: 'ersattare' },
  ],
  aterkoppling: [
    { arbetsdagar: 0, till: 'ansvarig' },
    { arbetsdagar: 5, till: 'ansvarig' },
  ],
  // asked for before a meeting: its ersättare can still answer, and sammankallande ask, before the team meets
  yttrande: [
    { arbetsdagar: -3, till: 'ansvarig' },
    { arbetsdagar: 0, till: 'ansvarig' },
    { arbetsdagar: 1, till: 'ersattare' },
    { arbetsdagar: 2, till: 'sammankallande' },
  ],
};

/**
 * Five years after the closing, as the personakt of a socialnämnd; files earlier, because whoever added one has it in its
 * own system. What is counted names nobody, and is kept.
 */
export const standardgallring: Gallringsregler = {
  handlingar: { anteckningar: 60, bilagor: 24, plan: 60, arende: 60 },
  statistik: 'bevaras',
};

/** What a profile as it is stored or written in a file must say itself. */
export type Profilinnehall = Pick<Insatsprofil, 'kod' | 'namn' | 'beskrivning' | 'team'> &
  Partial<Omit<Insatsprofil, 'frister' | 'kapacitet' | 'gallring' | 'paminnelser'>> & {
    readonly gallring?: {
      readonly handlingar?: Partial<Gallringsregler['handlingar']>;
      readonly statistik?: Gallringsregler['statistik'];
    };
    readonly frister?: Partial<Frister>;
    readonly kapacitet?: Partial<Insatsprofil['kapacitet']>;
    readonly paminnelser?: Partial<Insatsprofil['paminnelser']>;
  };

/** A profile with the standard's value wherever it is silent itself. */
export const completeProfil = (innehall: Profilinnehall): Insatsprofil => ({
  kommuner: [],
  parter: ['fk', 'af', 'region', 'kommun'],
  behorighet: [],
  forgrupp: 'ingen',
  kartlaggning: 'kan_utga',
  insatstid: { slag: 'ingen', oversynManader: 6, oversynOppnasDagarFore: 30 },
  kontaktforsok: 3,
  erbjudande: { kontakter: 3, missar: 2 },
  kartlaggningsinstrument: ['Egen samtalsmall', 'Annat instrument'],
  utvecklingstrappa: ['Steg 1', 'Steg 2', 'Steg 3', 'Steg 4', 'Steg 5'],
  mal: [],
  egetForslag: false,
  paminnelseUpprepasArbetsdagar: 10,
  ...innehall,
  kapacitet: { pausFrigorPlats: false, ...innehall.kapacitet },
  frister: { ...standardfrister, ...innehall.frister },
  gallring: {
    handlingar: { ...standardgallring.handlingar, ...innehall.gallring?.handlingar },
    statistik: innehall.gallring?.statistik ?? standardgallring.statistik,
  },
  paminnelser: { ...standardpaminnelser, ...innehall.paminnelser },
});
