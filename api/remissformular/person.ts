import { isValidPhoneNumber, parsePhoneNumberWithError } from 'libphonenumber-js/min';
import { z } from 'zod';
import type { Dag } from '../../domain/kalender/tid.js';
import { kon } from '../../domain/koder.js';
import { bostadskommuner } from '../../domain/kommuner.js';
import { birthDate, hasTwelveDigits, readPersonnummer } from '../../domain/personnummer.js';
import type { AvidentifieradPerson, IdentifieradPerson } from '../../domain/remissinnehall.js';
import type { Formularsida, Sidkontext } from './kontext.js';
import { enAv, kod, MAX, text, valfriText } from '../beslut/regler.js';
import { ruta } from './regler.js';
import { ikryssad, type Svar } from './steg.js';

export interface Personsvar {
  person: IdentifieradPerson | AvidentifieradPerson;
}

const GEMENSAMMA = ['kon', 'kommun'];
const IDENTIFIERAD = ['personnummer', 'namn', 'telefon', 'epost', 'sprak', 'tolk', 'skyddad'];

/** Second page: who the person is, named or not. */
export const personSida: Formularsida<Personsvar> = {
  falt: ({ avidentifierad }) => [...(avidentifierad ? ['fodelsear'] : IDENTIFIERAD), ...GEMENSAMMA],
  regler: (svar, kontext) => (kontext.avidentifierad ? unnamed(kontext) : named(svar, kontext)),
};

const gemensamma = {
  kon: kod(kon, 'Välj kvinna, man eller uppgift saknas.'),
  kommun: enAv(
    bostadskommuner.map((one) => one.kod),
    'Välj den kommun där personen bor.',
  ),
};

function named(svar: Svar, { idag }: Sidkontext): z.ZodType<Personsvar> {
  return z
    .object({
      personnummer: personnummer(idag),
      namn: text('Ange personens namn.', MAX.rad),
      ...gemensamma,
      telefon,
      epost,
      sprak: ikryssad(svar, 'tolk') ? text('Ange vilket språk tolken behöver kunna.', MAX.rad) : valfriText(MAX.rad),
      tolk: ruta,
      skyddad: ruta,
    })
    .transform((person) => ({ person: { identifierad: true as const, ...person } }));
}

function unnamed({ idag }: Sidkontext): z.ZodType<Personsvar> {
  return z
    .object({ fodelsear: fodelsear(Number(idag.slice(0, 4))), ...gemensamma })
    .transform((person) => ({ person: { identifierad: false as const, ...person } }));
}

const TOLV_SIFFROR = 'Ange ett personnummer med tolv siffror, till exempel ÅÅÅÅMMDD-NNNN.';

const personnummer = (idag: Dag) =>
  text(TOLV_SIFFROR, MAX.rad).transform((typed, context) => {
    const read = readPersonnummer(typed);
    const born = read && birthDate(read);
    if (read && born && born <= idag) return read;
    const message = !hasTwelveDigits(typed)
      ? TOLV_SIFFROR
      : read
        ? 'Kontrollera personnumret: födelsedagen har inte varit ännu.'
        : 'Kontrollera personnumret: siffrorna stämmer inte med varandra.';
    context.addIssue({ code: 'custom', message });
    return z.NEVER;
  });

const OLDEST = 120;

const fodelsear = (thisYear: number) =>
  text('Ange vilket år personen är född, med fyra siffror.', MAX.rad).transform((typed, context) => {
    const year = /^\d{4}$/.test(typed) ? Number(typed) : Number.NaN;
    if (year <= thisYear && year >= thisYear - OLDEST) return year;
    const message = `Ange ett år med fyra siffror, mellan ${thisYear - OLDEST} och ${thisYear}.`;
    context.addIssue({ code: 'custom', message });
    return z.NEVER;
  });

const telefon = valfriText(MAX.rad).transform((typed, context) => {
  if (typed === undefined) return undefined;
  if (isValidPhoneNumber(typed, 'SE')) return parsePhoneNumberWithError(typed, 'SE').formatInternational();
  context.addIssue({ code: 'custom', message: 'Ange ett telefonnummer med riktnummer, till exempel 070-174 06 05.' });
  return z.NEVER;
});

const epost = valfriText(MAX.rad).refine(
  (typed) => typed === undefined || z.email().safeParse(typed).success,
  'Ange en e-postadress, till exempel namn@example.se.',
);
