import { aviseringssatt, aviseringsslag } from '../aviseringsval.js';
import { formatDatum } from '../datumord.js';
import { beslut, faser } from '../faser.js';
import { handlingsslag } from '../gallring.js';
import { insatsbeslut } from '../insats/lage.js';
import { anteckningslasare, bilageslag, isKod, roller, spar, stangningar, type Kodlista } from '../koder.js';
import { bedomningar } from '../nodatkomst.js';
import type { Andrat, Sparvarde } from './andrat.js';
import { nekadeSaker, spargrunder, sparhandlingar } from './handlingar.js';

/** Names of what the trace knows by id: people, verksamheter. */
export type Sparnamn = ReadonlyMap<string, string>;

const ordFor = (lista: Kodlista, kod: string): string | undefined => (isKod(lista, kod) ? lista[kod] : undefined);

/** What was shown beside a page's own. */
const visningar: Kodlista = {
  plan: 'utskrift av planen',
  underlag: 'underlag för ersättning',
  anteckningar: 'anteckningarna',
  anteckningsutskrift: 'utskrift av anteckningarna',
  logg: 'loggen',
  dagordning: 'mötets dagordning',
  bilagor: 'bilagorna',
  kvitto: 'kvittot',
  start: 'startsidan',
  remisser: 'Mina remisser',
  uppgifter: 'Uppgifter',
  fordela: 'uppgifter att fördela',
  nodatkomst: 'egna nödåtkomster',
  dagen: 'Min dag',
  kalender: 'kalendern',
  extramote: 'ärenden att ta upp på ett extra möte',
  personer: 'partens personer',
  person: 'en persons sida',
  franvaro: 'partens frånvaro',
  overlamningar: 'överlämningar',
  overlamning: 'överlämning i förväg',
};

/** What a row says was done, and to what, beside its time and its person. */
export interface Sparhandelse {
  readonly handling: string;
  readonly data: Readonly<Record<string, unknown>> | null;
}

const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

/** What was done, in words. A decision's form was read, not taken, when the row is a reading. */
export function handlingIOrd({ handling, data }: Sparhandelse): string {
  const visning = textOf(data?.['visning']) ?? (data?.['mote'] === undefined ? undefined : 'mote');
  const form = textOf(data?.['beslut']);
  const beslutat = ordFor(beslut, handling) ?? ordFor(insatsbeslut, handling);
  if (beslutat !== undefined) return `Beslutade: ${beslutat}`;
  const done = ordFor(sparhandlingar, handling) ?? handling;
  if (handling === 'nekad') return `${done} att ${nekatIOrd(data, form)}`;
  if (!handling.startsWith('las_')) return done;
  if (visning === 'mote') return `${done}: på mötets sida`;
  if (visning !== undefined) return `${done}: ${ordFor(visningar, visning) ?? visning}`;
  return form === undefined ? done : `${done}: formuläret ${ordFor(beslut, form) ?? form}`;
}

const FORSOK: Readonly<Record<string, string>> = { skicka: 'skicka ett formulär om', valja: 'välja' };

/** What somebody was refused; of what does not exist that she asked for it. */
function nekatIOrd(data: Sparhandelse['data'], form: string | undefined): string {
  const sak = ordFor(nekadeSaker, textOf(data?.['sak']) ?? '') ?? nekadeSaker.sida;
  const wanted = form === undefined ? undefined : (ordFor(beslut, form) ?? ordFor(insatsbeslut, form));
  const forsok = FORSOK[textOf(data?.['forsok']) ?? ''] ?? 'läsa';
  return `${forsok} ${sak}${wanted === undefined ? '' : `, ${wanted}`}`;
}

/** The right it was done by, in words; nothing when it came about by itself. */
export const grundIOrd = (grund: string): string => ordFor(spargrunder, grund) ?? grund;

/** What is told of beside what was done: its name, and the words of its codes. */
const UPPGIFTER: Readonly<Record<string, { readonly namn: string; readonly koder?: Kodlista }>> = {
  fas: { namn: 'Fas', koder: faser },
  koordinator: { namn: 'Koordinator' },
  profilversion: { namn: 'Profilversion' },
  samtycken: { namn: 'Samtycke för' },
  skyddad: { namn: 'Skyddade personuppgifter' },
  spar: { namn: 'Spår', koder: spar },
  mote: { namn: 'Möte' },
  startdatum: { namn: 'Startdatum' },
  insatstidSlut: { namn: 'Insatstidens slut' },
  pausTill: { namn: 'Paus till' },
  avslutsdatum: { namn: 'Avslutsdatum' },
  stangdSom: { namn: 'Stängd som', koder: stangningar },
  roll: { namn: 'Roll', koder: roller },
  anvandare: { namn: 'Användare' },
  verksamhet: { namn: 'Verksamhet' },
  ersattare: { namn: 'Ersättare' },
  adress: { namn: 'Adress' },
  ref: { namn: 'Id' },
  plats: { namn: 'Plats på dagordningen' },
  lasare: { namn: 'Får läsas av', koder: anteckningslasare },
  slag: { namn: 'Slag', koder: bilageslag },
  insats: { namn: 'Insats' },
  antal: { namn: 'Antal' },
  handlingar: { namn: 'Handlingar', koder: handlingsslag },
  part: { namn: 'Part' },
  bedomning: { namn: 'Bedömning', koder: bedomningar },
  tilldelad: { namn: 'Tilldelad' },
  vilarTill: { namn: 'Åt sidan till' },
  fran: { namn: 'Från' },
  till: { namn: 'Till' },
  ...Object.fromEntries(Object.entries(aviseringsslag).map(([kod, namn]) => [kod, { namn, koder: aviseringssatt }])),
};

const DAG = /^\d{4}-\d{2}-\d{2}/;

function varde(value: unknown, koder: Kodlista | undefined, namn: Sparnamn): string {
  if (value === null || value === undefined) return 'inget';
  if (typeof value === 'boolean') return value ? 'ja' : 'nej';
  if (Array.isArray(value)) return value.map((one) => varde(one, koder, namn)).join(', ') || 'ingen';
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  if (DAG.test(text)) return formatDatum(text.slice(0, 10));
  return (koder && ordFor(koder, text)) ?? namn.get(text) ?? text;
}

/** What was changed, old and new, and what it was about, each in words. */
export function detaljerIOrd({ data }: Pick<Sparhandelse, 'data'>, namn: Sparnamn): string[] {
  const about = Object.entries(data ?? {}).flatMap(([key, value]) => {
    const uppgift = key === 'fas' ? undefined : UPPGIFTER[key];
    return uppgift ? [`${uppgift.namn}: ${varde(value, uppgift.koder, namn)}`] : [];
  });
  const changed = Object.entries((data?.['andrat'] ?? {}) as Andrat).flatMap(([key, [fore, efter]]) => {
    const uppgift = UPPGIFTER[key];
    if (!uppgift) return [];
    const words = (value: Sparvarde) => varde(value, uppgift.koder, namn);
    return [`${uppgift.namn}: ${words(fore)} → ${words(efter)}`];
  });
  return [...about, ...changed];
}

/** Every id that the words of a row need a name for. */
export function idsI({ data }: Pick<Sparhandelse, 'data'>): string[] {
  const found = JSON.stringify(data ?? {}).match(/[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}/g);
  return [...new Set(found ?? [])];
}
