import type { Alderspost } from '../../domain/behorighet.js';
import { teamForKommun } from '../../domain/insatsprofil.js';
import { readPersonnummer } from '../../domain/personnummer.js';
import type { Remissinnehall } from '../../domain/remissinnehall.js';
import type { FaltFel } from '../components/form/felsammanfattning.js';
import { ett } from '../beslut/formular.js';
import { read } from '../beslut/regler.js';
import { bakgrundSida } from './bakgrund.js';
import { fragaSida } from './fraga.js';
import { insatsSida } from './insats.js';
import type { Formularkontext, Formularsida, Sidkontext } from './kontext.js';
import { behorighet, SKAL, skalRegler } from './kontrollera.js';
import { personSida } from './person.js';
import { samtyckeSida } from './samtycke.js';
import type { Steg, Svar, Utkastinnehall } from './steg.js';

/** A page's answers, checked: what they say, or what is wrong with them. */
export type Prov<T> = { readonly ok: true; readonly varde: T } | { readonly ok: false; readonly errors: FaltFel };

const sidor = {
  insats: insatsSida,
  person: personSida,
  samtycke: samtyckeSida,
  bakgrund: bakgrundSida,
  fraga: fragaSida,
};
type Fragesida = keyof typeof sidor;

/** What the pages after the first one need to know of it, right or wrong as it stands. */
export function sidkontext(innehall: Utkastinnehall, kontext: Formularkontext): Sidkontext {
  const { insats: first = {}, person = {} } = innehall;
  const insats = kontext.insatser.find(({ kod }) => kod === ett(first, 'insats'));
  return {
    ...kontext,
    insats,
    team: insats?.team[teamForKommun(insats.profil, ett(person, 'kommun')).kod] ?? [],
    avidentifierad: ett(first, 'identitet') === 'avidentifierad',
    fodd: foddOf(person),
  };
}

/** What the page about the person tells of her age, as far as it can be read. */
function foddOf(person: Svar): Alderspost | undefined {
  if (ett(person, 'idtyp') === 'reservnummer') {
    const year = ett(person, 'fodelsear').trim();
    return /^\d{4}$/.test(year) ? { fodelsear: Number(year) } : undefined;
  }
  const personnummer = readPersonnummer(ett(person, 'personnummer'));
  return personnummer === undefined ? undefined : { personnummer };
}

/** Names of the fields of a page. */
export const faltFor = (kod: Steg, kontext: Sidkontext): readonly string[] =>
  kod === 'kontrollera' ? [SKAL] : sidor[kod].falt(kontext);

/** Checks one page of questions. */
export const provaSida = (kod: Fragesida, innehall: Utkastinnehall, kontext: Formularkontext): Prov<object> =>
  prova<object>(sidor[kod], innehall[kod], sidkontext(innehall, kontext));

function prova<T>(sida: Formularsida<T>, svar: Svar = {}, kontext: Sidkontext): Prov<T> {
  const result = read(sida.regler(svar, kontext), svar);
  return result.ok ? result : { ok: false, errors: inOrder(result.errors, sida.falt(kontext)) };
}

/** Errors as the page shows its fields, so that the summary reads from the top down. */
const inOrder = (errors: FaltFel, falt: readonly string[]): FaltFel =>
  Object.fromEntries(Object.entries(errors).toSorted(([a], [b]) => falt.indexOf(a) - falt.indexOf(b)));

/** A draft checked as a whole. */
export type Remissprov =
  | { readonly innehall: Remissinnehall }
  /** What is wrong, page by page; of the check page only when all the others are right. */
  | { readonly fel: { readonly [S in Steg]?: FaltFel }; readonly utanSkal?: Remissinnehall };

/** Checks every page again, as sending does: the rules, the day and the insats may have changed since they were filled in. */
export function provaRemiss(innehall: Utkastinnehall, kontext: Formularkontext): Remissprov {
  const sida = sidkontext(innehall, kontext);
  const insats = prova(insatsSida, innehall.insats, sida);
  const person = prova(personSida, innehall.person, sida);
  const samtycke = prova(samtyckeSida, innehall.samtycke, sida);
  const bakgrund = prova(bakgrundSida, innehall.bakgrund, sida);
  const fraga = prova(fragaSida, innehall.fraga, sida);
  if (!insats.ok || !person.ok || !samtycke.ok || !bakgrund.ok || !fraga.ok)
    return { fel: onlyFaults({ insats, person, samtycke, bakgrund, fraga }) };
  const { identitet: _identitet, ...first } = insats.varde;
  const utanSkal = { ...first, ...person.varde, ...samtycke.varde, ...bakgrund.varde, ...fraga.varde };
  const skal = read(skalRegler(behorighet(utanSkal, kontext)), innehall.kontrollera ?? {});
  if (!skal.ok) return { fel: { kontrollera: skal.errors }, utanSkal };
  return { innehall: { ...utanSkal, ...skal.varde } };
}

const onlyFaults = (prov: Record<Fragesida, Prov<object>>): Partial<Record<Steg, FaltFel>> =>
  Object.fromEntries(Object.entries(prov).flatMap(([kod, one]) => (one.ok ? [] : [[kod, one.errors]])));
