import { isKod, roller } from '../../domain/koder.js';
import { uppgiftstyper, type Uppgiftstyp } from '../../domain/uppgifter.js';
import { adressMed } from '../http/adress.js';
import type { Uppgiftsfraga, Uppgiftslage, Urval } from '../queries/uppgiftsurval.js';

/** The views of the list. */
export const urval: Readonly<Record<Urval, { readonly text: string; readonly caption: string }>> = {
  mina: { text: 'Mina', caption: 'Uppgifter som väntar på dig' },
  teamets: { text: 'Teamets', caption: 'Det som teamets verksamheter ska göra' },
  alla: { text: 'Alla', caption: 'Alla uppgifter i ärenden som du arbetar med' },
};

/** What can be done now, and what stands apart from it. */
export const lagen: Readonly<Record<Uppgiftslage, string>> = {
  nu: 'Att göra nu',
  vilar: 'Lagda åt sidan',
  vantar: 'Kan göras senare',
};

/** Who has a task, as it can be asked for. */
export const innehav: Readonly<Record<NonNullable<Uppgiftsfraga['har']>, string>> = {
  jag: 'Jag',
  ingen: 'Ingen',
  andra: 'Någon annan',
};

const INSATSKOD = /^[\w-]{1,40}$/;
const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;

const one = (query: URLSearchParams, name: string): string => query.get(name)?.trim() ?? '';

const oneOf = <T extends string>(list: Readonly<Record<T, unknown>>, text: string): T | undefined =>
  Object.hasOwn(list, text) ? (text as T) : undefined;

/**
 * Reads what a list is to show from the query of its address. What it does not know is not asked for, so the same query
 * written out again (`fragetext`) holds nothing but codes.
 */
export function lasFraga(query: URLSearchParams): Uppgiftsfraga {
  const insats = one(query, 'insats');
  const roll = one(query, 'roll');
  const verksamhet = one(query, 'verksamhet');
  return {
    visa: oneOf(urval, one(query, 'visa')) ?? 'mina',
    lage: oneOf(lagen, one(query, 'lage')) ?? 'nu',
    insats: INSATSKOD.test(insats) ? insats : undefined,
    typ: oneOf<Uppgiftstyp>(uppgiftstyper, one(query, 'typ')),
    roll: isKod(roller, roll) ? roll : undefined,
    verksamhet: UUID.test(verksamhet) ? verksamhet : undefined,
    forsenade: one(query, 'forsenade') !== '',
    har: oneOf(innehav, one(query, 'har')),
  };
}

/** The query of an address, as the browser sent it. */
export const queryOf = (originalUrl: string): URLSearchParams =>
  new URLSearchParams(originalUrl.includes('?') ? originalUrl.slice(originalUrl.indexOf('?') + 1) : '');

/** The values of the address that shows a question; what is usual is left out. */
const values = ({ visa, lage, forsenade, ...rest }: Uppgiftsfraga): Record<string, string | undefined> => ({
  visa: visa === 'mina' ? undefined : visa,
  lage: lage === 'nu' ? undefined : lage,
  ...rest,
  forsenade: forsenade ? 'ja' : undefined,
});

/** The address of the list that shows a question. */
export const listadress = (fraga: Uppgiftsfraga, sida?: number): string =>
  adressMed('/uppgifter', { ...values(fraga), sida: sida === 1 ? undefined : sida });

/** A question as the query of its address, without the question mark; empty for the list as it opens. */
export const fragetext = (fraga: Uppgiftsfraga): string => adressMed('', values(fraga)).replace(/^\?/, '');

/** Whether a question asks for less than its view holds. */
export const isNarrowed = ({ lage, insats, typ, roll, verksamhet, forsenade, har }: Uppgiftsfraga): boolean =>
  lage !== 'nu' || forsenade || [insats, typ, roll, verksamhet, har].some((value) => value !== undefined);
