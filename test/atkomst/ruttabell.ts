import { alla, personer, type Vem } from './folk.js';
import type { Atkomstvarld } from './varld.js';

/** One address that is about no ärende. */
export interface Ruttrad {
  readonly variant?: string;
  readonly adress: (varld: Atkomstvarld) => string;
  /** Who is let in. */
  readonly in: readonly Vem[];
  /** Who is told that it does not exist, although her role would be the right one. */
  readonly finnsInte?: readonly Vem[];
  /** Who knows that it is there, but may not do it: 403. */
  readonly serBara?: readonly Vem[];
  /** What everybody else who is logged in is answered. */
  readonly annars?: 403 | 404;
  /** Fields beside the form's own. */
  readonly falt?: (varld: Atkomstvarld) => Readonly<Record<string, string>>;
}

const HANDLAGGARE = ['remittent', 'kollega', 'annan_remittent', 'medhandlaggare'] as const;
/** Who may write a remiss: handläggare, and sammankallande for those from outside the parter. */
const SKRIVER_REMISS = [...HANDLAGGARE, 'sammankallande', 'annan_sammankallande'] as const;
const KOORDINATORER = ['koordinator', 'annan_koordinator', 'vikarie'] as const;
const TEAMET = ['teamrepresentant', 'teamersattare', 'representant_utan_samtycke'] as const;
const FORVALTARE = ['forvaltare', 'fks_forvaltare'] as const;
const ARKIVANSVARIGA = ['arkivansvarig', 'annan_arkivansvarig'] as const;

const utom = (givna: readonly Vem[], ...undantagna: readonly Vem[]): Vem[] =>
  givna.filter((one) => !undantagna.includes(one));

/** For everybody who is logged in: her own, or nobody's. */
const inloggade = (adress: string): Ruttrad => ({ adress: () => adress, in: personer });
const forAlla = (adress: string): Ruttrad => ({ adress: () => adress, in: alla });

const roll = (adress: Ruttrad['adress'], given: readonly Vem[], finnsInte: readonly Vem[] = []): Ruttrad => ({
  adress,
  in: given,
  finnsInte,
  annars: 403,
});

/** A draft is its author's alone. */
const utkast = (adress: Ruttrad['adress']): Ruttrad => roll(adress, ['remittent'], utom(SKRIVER_REMISS, 'remittent'));

/** Somebody of the kommuner, whom their förvaltare administers. */
const administrerad = (del = ''): Ruttrad =>
  roll(({ eget }) => `/admin/personer/${eget.person}${del}`, ['forvaltare'], ['fks_forvaltare']);

/** How an insats works and who works in it is its sammankallande's and kansli's to change. */
const profil = (del: string, given: readonly Vem[] = ['sammankallande', 'kansli']): Ruttrad =>
  roll(({ eget }) => `/insatser/${eget.insats}${del}`, given);

const insatsen = (del: string, given: readonly Vem[]): Ruttrad => ({
  adress: ({ eget }) => `/insatser/${eget.insats}${del}`,
  in: given,
});

const I_INSATSEN = [...TEAMET, ...KOORDINATORER, 'sammankallande', 'styrgrupp'] as const;
const insatsbeslut: readonly Ruttrad[] = [
  { ...insatsen('/beslut/motesandring', ['sammankallande']), variant: 'motesandring' },
  { ...insatsen('/beslut/koversyn', ['sammankallande']), variant: 'koversyn' },
  { ...insatsen('/beslut/hinderanmalan', utom(I_INSATSEN, 'styrgrupp')), variant: 'hinderanmalan' },
  { ...insatsen('/beslut/hindersvar', ['styrgrupp']), variant: 'hindersvar' },
];

const extramote: Ruttrad = {
  adress: ({ grund, eget }) =>
    `/insatser/${eget.insats}/extramote?team=${grund.insats.profil.team[0].kod}&mote=${eget.motesstart}`,
  in: ['sammankallande'],
};

const motet = (del: string): Ruttrad => ({
  adress: ({ eget }) => `/moten/${eget.mote}${del}`,
  in: [...TEAMET, 'sammankallande'],
});
/** Changing a meeting is for who leads it; those who sit in the team know that it is there. */
const andraMotet = (del: string): Ruttrad => ({
  adress: ({ eget }) => `/moten/${eget.mote}${del}`,
  in: ['sammankallande'],
  serBara: TEAMET,
});

/** Who works in the insats sees what it owes as a whole. */
const INSATSENS_UPPGIFTER = [...KOORDINATORER, 'sammankallande'] as const;
const insatsensUppgift = (adress: string): Ruttrad => ({
  adress: () => adress,
  in: INSATSENS_UPPGIFTER,
  falt: ({ eget }) => ({ id: eget.insatsuppgift, slag: 'ta' }),
});

const egetEllerInget = (adress: Ruttrad['adress'], vem: Vem = 'remittent'): Ruttrad => ({ adress, in: [vem] });

/** What each address that is about no ärende lets in, by hand from design 3. */
export const RUTTER: Readonly<Record<string, Ruttrad | readonly Ruttrad[]>> = {
  // what is everybody's own
  'GET /': inloggade('/'),
  'GET /dagen': inloggade('/dagen'),
  'GET /uppgifter': inloggade('/uppgifter'),
  'GET /uppgifter/egna': inloggade('/uppgifter/egna'),
  'POST /uppgifter/egna': inloggade('/uppgifter/egna'),
  'POST /uppgifter/egna/:id/klar': egetEllerInget(({ eget }) => `/uppgifter/egna/${eget.egenUppgift}/klar`),
  'POST /uppgifter/egna/:id/oppna': egetEllerInget(({ eget }) => `/uppgifter/egna/${eget.egenUppgift}/oppna`),
  'POST /uppgifter/filter': inloggade('/uppgifter/filter'),
  'POST /uppgifter/filter/:id/ta-bort': egetEllerInget(({ eget }) => `/uppgifter/filter/${eget.filter}/ta-bort`),
  'GET /uppgifter/fordela': inloggade('/uppgifter/fordela'),
  'GET /uppgifter/fordela/beslut': inloggade('/uppgifter/fordela/beslut'),
  'POST /uppgifter/fordela': inloggade('/uppgifter/fordela'),
  'POST /uppgifter/fordela/beslut': inloggade('/uppgifter/fordela/beslut'),
  'POST /uppgifter/ta': inloggade('/uppgifter/ta'),
  'GET /uppgifter/insats/ge': {
    adress: ({ eget }) => `/uppgifter/insats/ge?id=${encodeURIComponent(eget.insatsuppgift)}`,
    in: INSATSENS_UPPGIFTER,
  },
  'POST /uppgifter/insats/ge': insatsensUppgift('/uppgifter/insats/ge'),
  'POST /uppgifter/insats/ta': insatsensUppgift('/uppgifter/insats/ta'),
  'GET /moten': inloggade('/moten'),
  'GET /insatser': inloggade('/insatser'),
  'GET /mig': inloggade('/mig'),
  'GET /mig/aviseringar': inloggade('/mig/aviseringar'),
  'POST /mig/aviseringar': inloggade('/mig/aviseringar'),
  'GET /mig/kalender': inloggade('/mig/kalender'),
  'POST /mig/kalender': inloggade('/mig/kalender'),
  'POST /mig/kalender/aterkalla': inloggade('/mig/kalender/aterkalla'),
  'GET /mig/franvaro': inloggade('/mig/franvaro'),
  'POST /mig/franvaro': inloggade('/mig/franvaro'),
  'POST /mig/franvaro/ersattare': inloggade('/mig/franvaro/ersattare'),
  'POST /mig/franvaro/:franvaroId/slut': egetEllerInget(({ eget }) => `/mig/franvaro/${eget.franvaro}/slut`),
  'POST /mig/franvaro/:franvaroId/tillbaka': egetEllerInget(({ eget }) => `/mig/franvaro/${eget.franvaro}/tillbaka`),
  'POST /mig/inloggningar/avsluta': inloggade('/mig/inloggningar/avsluta'),

  // remisser
  'GET /remisser': roll(() => '/remisser', HANDLAGGARE),
  'GET /remisser/ny': roll(() => '/remisser/ny', SKRIVER_REMISS),
  'GET /remisser/ny/:utkastId/:steg': utkast(({ eget }) => `/remisser/ny/${eget.utkast}/person`),
  'POST /remisser/ny/:utkastId/:steg': utkast(({ eget }) => `/remisser/ny/${eget.utkast}/person`),
  'GET /remisser/ny/:utkastId/bilagor': utkast(({ eget }) => `/remisser/ny/${eget.utkast}/bilagor`),
  'POST /remisser/ny/:utkastId/bilagor': utkast(({ eget }) => `/remisser/ny/${eget.utkast}/bilagor`),
  'POST /remisser/ny/:utkastId/bilagor/:id/ta-bort': utkast(
    ({ eget }) => `/remisser/ny/${eget.utkast}/bilagor/${eget.utkastfil}/ta-bort`,
  ),
  'GET /remisser/ny/:utkastId/kvitto': utkast(({ eget }) => `/remisser/ny/${eget.skickatUtkast}/kvitto`),
  'GET /remisser/ny/:utkastId/ta-bort': utkast(({ eget }) => `/remisser/ny/${eget.utkast}/ta-bort`),
  'POST /remisser/ny/:utkastId/ta-bort': utkast(({ eget }) => `/remisser/ny/${eget.utkast}/ta-bort`),

  // an insats: its list is the koordinatorer's and sammankallande's
  'GET /arenden': roll(() => '/arenden', [...KOORDINATORER, 'sammankallande', 'annan_sammankallande']),
  'GET /insatser/:kod': insatsen('', I_INSATSEN),
  'GET /insatser/:kod/beslut/:typ': insatsbeslut,
  'POST /insatser/:kod/beslut/:typ': insatsbeslut,
  'GET /insatser/:kod/extramote': extramote,
  'POST /insatser/:kod/extramote': extramote,
  'GET /moten/:id': motet(''),
  'GET /moten/:id/dagordning': motet('/dagordning'),
  'POST /moten/:id/ordning': andraMotet('/ordning'),
  'POST /moten/:id/ersattare': andraMotet('/ersattare'),
  'POST /moten/:id/stang': andraMotet('/stang'),
  'GET /styrgrupp': roll(() => '/styrgrupp', ['styrgrupp', 'annan_styrgrupp']),

  // how an insats works is no secret; changing it is
  'GET /insatser/:kod/profil': insatsen('/profil', personer),
  'GET /insatser/:kod/profil/fil': profil('/profil/fil'),
  'GET /insatser/:kod/profil/andra/:del': profil('/profil/andra/grund'),
  'POST /insatser/:kod/profil/andra/:del': profil('/profil/andra/grund'),
  'GET /insatser/:kod/profil/granska': profil('/profil/granska'),
  'POST /insatser/:kod/profil/granska': profil('/profil/granska'),
  // moving an ärende is a decision on it
  'GET /insatser/:kod/profil/flytta': profil('/profil/flytta', ['sammankallande']),
  'POST /insatser/:kod/profil/flytta': profil('/profil/flytta', ['sammankallande']),
  'GET /insatser/:kod/folk': profil('/folk'),
  'POST /insatser/:kod/folk/roll': profil('/folk/roll'),
  'POST /insatser/:kod/folk/roll/bort': profil('/folk/roll/bort'),
  'POST /insatser/:kod/folk/ordforande': profil('/folk/ordforande'),
  'POST /insatser/:kod/folk/team': profil('/folk/team'),
  'POST /insatser/:kod/folk/team/bort': profil('/folk/team/bort'),

  // kansli
  'GET /kansli': roll(() => '/kansli', ['kansli']),
  'GET /kansli/profiler': roll(() => '/kansli/profiler', ['kansli']),
  'POST /kansli/profiler/importera': roll(() => '/kansli/profiler/importera', ['kansli']),
  'GET /kansli/profiler/ny': roll(() => '/kansli/profiler/ny', ['kansli']),
  'POST /kansli/profiler/ny': roll(() => '/kansli/profiler/ny', ['kansli']),

  // förvaltare, each of own part
  'GET /admin': roll(() => '/admin', FORVALTARE),
  'POST /admin': roll(() => '/admin', FORVALTARE),
  'GET /admin/franvaro': roll(() => '/admin/franvaro', FORVALTARE),
  'GET /admin/overlamning': roll(() => '/admin/overlamning', FORVALTARE),
  'GET /admin/overlamning/ny': roll(
    ({ eget }) => `/admin/overlamning/ny?fran=${eget.person}`,
    ['forvaltare'],
    ['fks_forvaltare'],
  ),
  // an empty form names nobody
  'POST /admin/overlamning': roll(() => '/admin/overlamning', [], FORVALTARE),
  'GET /admin/overlamning/:id': roll(
    ({ eget }) => `/admin/overlamning/${eget.overlamning}`,
    ['forvaltare'],
    ['fks_forvaltare'],
  ),
  'POST /admin/overlamning/:id/igen': roll(
    ({ eget }) => `/admin/overlamning/${eget.overlamning}/igen`,
    ['forvaltare'],
    ['fks_forvaltare'],
  ),
  'GET /admin/personer/:id': administrerad(),
  'POST /admin/personer/:id/uppgifter': administrerad('/uppgifter'),
  'POST /admin/personer/:id/roll': administrerad('/roll'),
  'POST /admin/personer/:id/roll/bort': administrerad('/roll/bort'),
  'POST /admin/personer/:id/konto/stang': administrerad('/konto/stang'),
  'POST /admin/personer/:id/konto/oppna': administrerad('/konto/oppna'),
  'POST /admin/personer/:id/franvaro': administrerad('/franvaro'),
  'POST /admin/personer/:id/franvaro/ersattare': administrerad('/franvaro/ersattare'),
  'POST /admin/personer/:id/franvaro/:franvaroId/slut': roll(
    ({ eget }) => `/admin/personer/${eget.person}/franvaro/${eget.personsFranvaro}/slut`,
    ['forvaltare'],
    ['fks_forvaltare'],
  ),
  'POST /admin/personer/:id/franvaro/:franvaroId/tillbaka': roll(
    ({ eget }) => `/admin/personer/${eget.person}/franvaro/${eget.personsFranvaro}/tillbaka`,
    ['forvaltare'],
    ['fks_forvaltare'],
  ),
  'GET /admin/organisation': roll(() => '/admin/organisation', [...FORVALTARE, 'kansli']),
  'POST /admin/organisation/person': roll(() => '/admin/organisation/person', [...FORVALTARE, 'kansli']),
  'POST /admin/organisation/verksamhet': roll(() => '/admin/organisation/verksamhet', [...FORVALTARE, 'kansli']),

  // arkivansvarig, of the huvudman
  'GET /gallring': roll(() => '/gallring', ARKIVANSVARIGA),
  'POST /gallring': roll(() => '/gallring', ARKIVANSVARIGA),
  'GET /gallring/undantag': roll(() => '/gallring/undantag', ARKIVANSVARIGA),
  'POST /gallring/undantag': roll(() => '/gallring/undantag', ARKIVANSVARIGA),
  'POST /gallring/undantag/:id/hav': roll(
    ({ eget }) => `/gallring/undantag/${eget.gallringsstopp}/hav`,
    ['arkivansvarig'],
    ['annan_arkivansvarig'],
  ),
  'GET /gallring/:id': roll(({ eget }) => `/gallring/${eget.gallring}`, ['arkivansvarig'], ['annan_arkivansvarig']),
  'POST /gallring/:id/besluta': roll(
    ({ eget }) => `/gallring/${eget.gallring}/besluta`,
    ['arkivansvarig'],
    ['annan_arkivansvarig'],
  ),
  'POST /gallring/:id/avboj': roll(
    ({ eget }) => `/gallring/${eget.gallring}/avboj`,
    ['arkivansvarig'],
    ['annan_arkivansvarig'],
  ),

  // granskare, and the emergency that she reviews
  'GET /logg': roll(() => '/logg', ['granskare']),
  'GET /logg/nodatkomst': roll(() => '/logg/nodatkomst', ['granskare']),
  'GET /logg/nodatkomst/:id': roll(({ eget }) => `/logg/nodatkomst/${eget.nodatkomst}`, ['granskare']),
  'POST /logg/nodatkomst/:id': roll(({ eget }) => `/logg/nodatkomst/${eget.nodatkomst}`, ['granskare']),
  // whose part's openings a förvaltare is told of
  'GET /nodatkomst': roll(() => '/nodatkomst', ['nodatkomst', ...FORVALTARE]),
  'POST /nodatkomst': roll(() => '/nodatkomst', ['nodatkomst']),
  'POST /nodatkomst/:id/avsluta': roll(
    ({ eget }) => `/nodatkomst/${eget.nodatkomst}/avsluta`,
    ['nodatkomst'],
    FORVALTARE,
  ),

  // for everybody, logged in or not
  'GET /hjalp': forAlla('/hjalp'),
  'GET /tillganglighet': forAlla('/tillganglighet'),
  'GET /utloggad': forAlla('/utloggad'),
  'GET /halsa/levande': forAlla('/halsa/levande'),
  'GET /halsa/redo': forAlla('/halsa/redo'),
  'GET /puls': forAlla('/puls'),
  'GET /logga-in': forAlla('/logga-in'),
  'GET /logga-in/bekrafta': inloggade('/logga-in/bekrafta'),
  'GET /logga-in/skicka-igen': inloggade('/logga-in/skicka-igen'),
  // a secret opens them, and nothing else: whoever has none
  'GET /kalender/:fil': { adress: () => `/kalender/${'x'.repeat(43)}.ics`, in: [] },
  'POST /leveransstatus': { adress: () => '/leveransstatus', in: [] },
};

/** Ends the session it is asked by: asked last, in this order. */
export const SIST: Readonly<Record<string, Ruttrad>> = {
  'POST /mig/inloggningar/avsluta-alla': inloggade('/mig/inloggningar/avsluta-alla'),
  'POST /logga-ut': forAlla('/logga-ut'),
};

/** What is not asked here, and why. */
export const UTANFOR: Readonly<Record<string, string>> = {
  'GET /static/:file': 'styles, script and font: for everybody',
  'GET /val/:uid': 'the development login, which refuses production',
  'POST /val/:uid': 'the development login, which refuses production',
  'POST /logga-in': 'begins the login of whoever presses the button: test/login/',
  'GET /logga-in/retur': 'an answer of the provider: test/login/',
  'POST /logga-in/behall': 'keeps the form of who has to log in: test/login/',
};
