import { hinder, type Hinder } from './hinder.js';

/** Shorter parts of a name, a "de" or an initial, stand in many made-up ones too. */
const MINST_BOKSTAVER = 3;

/** Case and accents tell no two names apart here. */
const grundform = (text: string): string =>
  text
    .normalize('NFKD')
    .replaceAll(/[\p{M}\p{Cf}]/gu, '')
    .toLowerCase();

/** Signs between the letters hide no name. */
const bokstaver = (text: string): string => grundform(text).replaceAll(/\P{L}/gu, '');

/** So many digits are a date of birth or a number of somebody's. */
const SIFFROR = 6;

const namndelar = (namn: string): string[] =>
  grundform(namn)
    .split(/\P{L}+/u)
    .filter((del) => del.length >= MINST_BOKSTAVER);

/**
 * What stands in the way of an alias, which everybody named would read: it holds a number that may be hers, or a part of her
 * real name. Who does not see the name is not told that it is why.
 *
 * @param namn the names by which the person is known
 * @param serNamnet whether who chooses the alias reads the name as well
 * @returns code `alias`
 */
export function aliashinder(alias: string, namn: readonly string[], serNamnet: boolean): Hinder | undefined {
  if ((grundform(alias).match(/\p{N}/gu) ?? []).length >= SIFFROR)
    return hinder('alias', 'Aliaset ser ut att innehålla ett nummer. Välj ett påhittat namn utan siffror.');
  const valt = bokstaver(alias);
  if (!namn.flatMap(namndelar).some((del) => valt.includes(del))) return undefined;
  return hinder(
    'alias',
    serNamnet
      ? 'Aliaset innehåller en del av personens riktiga namn. Välj ett påhittat namn som inte liknar det.'
      : 'Aliaset kan inte användas. Välj ett påhittat namn, till exempel namnet på en blomma eller en fågel.',
  );
}
