import { isValidPhoneNumber, parsePhoneNumberWithError } from 'libphonenumber-js/min';
import type { VNode } from 'preact';
import { z } from 'zod';
import type { Dag } from '../../domain/kalender/tid.js';
import { idtyper, type Idtyp } from '../../domain/koder.js';
import { birthDate, hasTwelveDigits, isSamordningsnummer, readPersonnummer } from '../../domain/personnummer.js';
import type { FaltFel } from '../components/form/felsammanfattning.js';
import { Falt } from '../components/form/falt.js';
import { Kryssruta, Radiogrupp } from '../components/form/val.js';
import { ett, type Svar } from './formular.js';
import { kod, MAX, ruta, text, valfriText } from './regler.js';
import { alternativ } from './val.js';

/** Names of the fields below, in the order in which they stand. */
export const IDENTITETSFALT = [
  'idtyp',
  'personnummer',
  'fodelsear',
  'namn',
  'telefon',
  'epost',
  'tolk',
  'sprak',
  'skyddad',
] as const;

const isReservnummer = (svar: Svar): boolean => ett(svar, 'idtyp') === 'reservnummer';

/** Rules of the fields below. What a number is, it tells itself; only of a reservnummer is the word taken. */
export const identitetsregler = (svar: Svar, idag: Dag) => ({
  idtyp: kod(idtyper, 'Välj vilket slags nummer det är.'),
  personnummer: isReservnummer(svar) ? reservnummer : personnummer(idag),
  fodelsear: isReservnummer(svar) ? fodelsear(Number(idag.slice(0, 4))) : inteRaknat,
  namn: text('Ange personens namn.', MAX.rad),
  telefon,
  epost,
  tolk: ruta,
  sprak: ett(svar, 'tolk') === '' ? valfriText(MAX.rad) : text('Ange vilket språk tolken behöver kunna.', MAX.rad),
  skyddad: ruta,
});

/** What kind of number was really written. */
export const idtypOf = ({ idtyp, personnummer: nummer }: { idtyp: Idtyp; personnummer: string }): Idtyp => {
  if (idtyp === 'reservnummer') return idtyp;
  return isSamordningsnummer(nummer) ? 'samordningsnummer' : 'personnummer';
};

const TOLV_SIFFROR = 'Ange ett personnummer med tolv siffror, till exempel 19820218-2393.';

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

/** Every authority has its own kinds of reservnummer: kept as it was typed. */
const reservnummer = text('Ange reservnumret.', MAX.rad).refine(
  (typed) => typed.length >= 6 && typed.length <= 20,
  'Ett reservnummer har mellan 6 och 20 tecken.',
);

/** A number that tells the year itself needs no other; what was typed is only looked at so that it can be mended. */
const inteRaknat = valfriText(MAX.rad)
  .refine((typed) => typed === undefined || /^\d{4}$/.test(typed), 'Ange ett år med fyra siffror, eller lämna tomt.')
  .transform(() => undefined);

const OLDEST = 120;

/** A year of birth, four digits. */
export const fodelsear = (thisYear: number) =>
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

interface IdentitetsfaltProps {
  readonly svar: Svar;
  readonly errors: FaltFel;
}

/** Who the person is: number and name. */
export const Namnfalt = ({ svar, errors }: IdentitetsfaltProps): VNode => (
  <>
    <Radiogrupp
      name="idtyp"
      label="Vilket slags nummer har personen?"
      errors={errors['idtyp']}
      value={ett(svar, 'idtyp') || 'personnummer'}
      options={alternativ(idtyper)}
    />
    <Falt
      name="personnummer"
      label="Personnummer, samordningsnummer eller reservnummer"
      hint="Tolv siffror, ÅÅÅÅMMDD-NNNN. Ett reservnummer skrivs som det står."
      errors={errors['personnummer']}
      value={ett(svar, 'personnummer')}
    />
    <Falt
      name="fodelsear"
      label="Födelseår"
      hint="Behövs bara för reservnummer. Fyra siffror."
      inputmode="numeric"
      bredd="kort"
      errors={errors['fodelsear']}
      value={ett(svar, 'fodelsear')}
    />
    <Falt name="namn" label="Namn" bredd="full" errors={errors['namn']} value={ett(svar, 'namn')} />
  </>
);

/** How the person is reached, and what to be careful of. */
export const Kontaktfalt = ({ svar, errors }: IdentitetsfaltProps): VNode => (
  <>
    <Falt name="telefon" label="Telefon" frivillig type="tel" errors={errors['telefon']} value={ett(svar, 'telefon')} />
    <Falt
      name="epost"
      label="E-post"
      frivillig
      type="email"
      bredd="full"
      errors={errors['epost']}
      value={ett(svar, 'epost')}
    />
    <Kryssruta name="tolk" label="Personen behöver tolk" errors={errors['tolk']} checked={ett(svar, 'tolk') !== ''} />
    <Falt
      name="sprak"
      label="Språk"
      hint="Behövs om personen behöver tolk."
      errors={errors['sprak']}
      value={ett(svar, 'sprak')}
    />
    <Kryssruta
      name="skyddad"
      label="Personen har skyddade personuppgifter"
      hint="Skriv då inte var personen bor eller vistas i texterna längre fram."
      errors={errors['skyddad']}
      checked={ett(svar, 'skyddad') !== ''}
    />
  </>
);
