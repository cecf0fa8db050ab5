import personnummer from 'personnummer';
import { isDag, type Dag } from './kalender/tid.js';

// the package's types speak of a default export; what Node gives is the class itself
const { valid } = personnummer as unknown as { valid: (pin: string) => boolean };

/**
 * A personnummer or samordningsnummer as twelve digits, or `undefined` when the text is not one. The century must be
 * written: to guess it takes the clock of the machine, and a wrong guess is another person.
 *
 * @param text as typed; spaces and a hyphen before the last four digits are let through
 */
export function readPersonnummer(text: string): string | undefined {
  const digits = text.replaceAll(/\s/g, '').replace(/^(\d{8})[-–+](\d{4})$/, '$1$2');
  if (!/^\d{12}$/.test(digits) || !valid(digits)) return undefined;
  return digits;
}

/** Whether a text has the twelve digits of a number, right or wrong. */
export const hasTwelveDigits = (text: string): boolean => /^\d{12}$/.test(text.replaceAll(/[\s–+-]/g, ''));

/**
 * The birth date that a number holds; a samordningsnummer has it with 60 added to the day.
 *
 * @param nummer twelve digits
 * @returns undefined for a samordningsnummer with an estimated date that is no day
 */
export function birthDate(nummer: string): Dag | undefined {
  const day = Number(nummer.slice(6, 8)) % 60;
  const dag = `${nummer.slice(0, 4)}-${nummer.slice(4, 6)}-${String(day).padStart(2, '0')}`;
  return isDag(dag) ? dag : undefined;
}

/** Whether a number of twelve digits is a samordningsnummer: its day has 60 added. */
export const isSamordningsnummer = (nummer: string): boolean => Number(nummer.slice(6, 8)) > 60;

/** The year of birth: of a reservnummer as it was told, otherwise the number's own. */
export const fodelsearOf = ({
  personnummer: nummer,
  fodelsear,
}: {
  personnummer: string;
  fodelsear?: number | undefined;
}): number => fodelsear ?? Number(nummer.slice(0, 4));

/** The number as people write it, `ÅÅÅÅMMDD-NNNN`; a reservnummer as it was written. */
export const formatPersonnummer = (nummer: string): string =>
  /^\d{12}$/.test(nummer) ? `${nummer.slice(0, 8)}-${nummer.slice(8)}` : nummer;
