import { z } from 'zod';
import { faser } from '../../domain/faser.js';
import { handlingsslag, KORTAST_MANADER, LANGST_MANADER } from '../../domain/gallring.js';
import { isDag } from '../../domain/kalender/tid.js';
import { koder, roller } from '../../domain/koder.js';
import { kommuner } from '../../domain/kommuner.js';
import { standardfrister, type Profilinnehall } from '../../domain/standardprofil.js';
import { uppgiftstyper, type Uppgiftstyp } from '../../domain/uppgifter.js';
import type { Frister } from '../../domain/insatsprofil.js';

/*
 * What a profile may look like, in a file and in the forms alike. Whether its parts fit together is another question:
 * domain/profilkontroll.ts asks it.
 */

/** How a code of a profile, a part or a verksamhet is written. */
export const KOD = /^[a-z0-9][a-z0-9_]{0,39}$/;
const mening = (max = 600) => z.string().trim().min(1, 'Skriv en text.').max(max, `Korta texten till ${max} tecken.`);
const kod = z.string().regex(KOD, 'Skriv koden med små bokstäver a–z, siffror och understreck.');
const tal = (min: number, max: number) =>
  z
    .int('Skriv ett heltal, till exempel 10.')
    .min(min, `Skriv ett tal som är minst ${min}.`)
    .max(max, `Skriv ett tal som är högst ${max}.`);
const dagar = tal(0, 3650);
const kommun = z.string().refine((one) => Object.hasOwn(kommuner, one), {
  error: ({ input }) => `Det finns ingen kommun ”${String(input)}”. Skriv dess namn, eller kommunkoden som i 0880.`,
});
const kommunkoder = z.array(kommun);
const monthDay = z
  .string()
  .refine(
    (text) => /^\d\d-\d\d$/.test(text) && isDag(`2024-${text}`),
    'Skriv månad och dag som MM-DD, till exempel 07-01.',
  );
const klockslag = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Skriv klockslaget som TT:MM, till exempel 09:00.');
const datum = z.string().refine(isDag, 'Skriv datumet som ÅÅÅÅ-MM-DD, till exempel 2026-11-27.');
const alder = tal(0, 120).optional();

const villkor = z.discriminatedUnion('slag', [
  z.strictObject({ slag: z.enum(['nollplacerad', 'skyndsam']) }),
  z.strictObject({ slag: z.literal('alder'), fran: alder, till: alder }),
  z.strictObject({ slag: z.literal('kommun'), kommuner: kommunkoder.min(1, 'Ange minst en kommun.') }),
]);

const behorighetsregel = z.discriminatedUnion('slag', [
  z.strictObject({ slag: z.literal('alder'), fran: alder, till: alder, text: mening() }),
  z.strictObject({ slag: z.literal('kommun'), kommuner: kommunkoder.min(1, 'Ange minst en kommun.'), text: mening() }),
  z.strictObject({ slag: z.literal('minst_antal_verksamheter'), antal: tal(1, 20), text: mening() }),
  z.strictObject({ slag: z.literal('uteslutning'), kod, text: mening() }),
  z.strictObject({ slag: z.literal('prioritet'), villkor, poang: tal(1, 1000), text: mening() }),
  z.strictObject({ slag: z.literal('upplysning'), text: mening() }),
]);

const team = z.strictObject({
  kod,
  namn: mening(120),
  kommuner: kommunkoder.optional(),
  moten: z.strictObject({
    forsta: datum,
    veckor: tal(1, 52),
    klockslag,
    minuterPerArende: tal(5, 240),
    uppehall: z.strictObject({ fran: monthDay, till: monthDay }).optional(),
  }),
  platser: tal(1, 100).optional(),
  oronmarkta: tal(0, 100).optional(),
  quorum: tal(1, 20),
});

const insatstid = z.discriminatedUnion('slag', [
  z.strictObject({ slag: z.literal('ingen'), oversynManader: tal(1, 60), oversynOppnasDagarFore: dagar }),
  z.strictObject({
    slag: z.enum(['mjuk', 'hard']),
    manader: tal(1, 120),
    varningDagarFore: z.array(tal(1, 730)).min(1, 'Ange minst en varning.'),
  }),
]);

const ettMal = z.strictObject({
  procent: tal(1, 100),
  text: mening(),
  taljare: z
    .strictObject({
      vid: z.enum(['avslut', 'uppfoljning']),
      slag: z.enum(['orsak', 'sysselsattning', 'forsorjning', 'skattning']),
      koder: z.array(z.string().min(1)).min(1, 'Ange minst en kod som räknas.'),
    })
    .optional(),
});

const steg = z
  .strictObject({
    arbetsdagar: tal(-250, 250).optional(),
    dagar: tal(-365, 365).optional(),
    till: z.enum(['ansvarig', 'ersattare', 'sammankallande', 'styrgrupp']),
  })
  .refine(({ arbetsdagar: a, dagar: d }) => (a === undefined) !== (d === undefined), {
    error: 'Ange antingen arbetsdagar eller dagar.',
    path: ['arbetsdagar'],
  });
const stege = z.array(steg).min(1, 'Ange minst ett steg.');

const stegtyper = ['standard', ...(koder(uppgiftstyper as never) as Uppgiftstyp[])] as const;
const kodlista = z.array(z.strictObject({ kod, namn: mening(120) })).min(1, 'Ange minst en kod.');
const ordAv = (lista: readonly string[]) =>
  z.strictObject(Object.fromEntries(lista.map((one) => [one, mening(60).optional()])));

const manader = z.int().min(KORTAST_MANADER).max(LANGST_MANADER);
const GALLRAS = `Skriv antal månader, minst ${KORTAST_MANADER} och högst ${LANGST_MANADER}, eller ordet bevaras.`;
const gallras = z
  .custom<number | 'bevaras'>((value) => value === 'bevaras' || manader.safeParse(value).success, GALLRAS)
  .optional();

const fristnamn = Object.keys(standardfrister) as (keyof Frister)[];

/** A profile as it is written: whatever it leaves out has the standard's value. */
export const profilSchema = z.strictObject({
  kod,
  namn: mening(80),
  beskrivning: mening(1200),
  kommuner: kommunkoder.optional(),
  parter: z.array(kod).min(1, 'Välj minst en part.').optional(),
  behorighet: z.array(behorighetsregel).optional(),
  team: z.array(team).min(1, 'Insatsen behöver minst ett team.'),
  kapacitet: z
    .strictObject({
      samtidigt: tal(1, 10_000).optional(),
      perAr: tal(1, 10_000).optional(),
      helarsplatser: tal(1, 10_000).optional(),
      konsultationerPerAr: tal(1, 10_000).optional(),
      pausFrigorPlats: z.boolean().optional(),
    })
    .optional(),
  forgrupp: z.enum(['ingen', 'fore', 'efter']).optional(),
  kartlaggning: z.enum(['kravs', 'kan_utga']).optional(),
  insatstid: insatstid.optional(),
  frister: z.strictObject(Object.fromEntries(fristnamn.map((namn) => [namn, dagar.optional()]))).optional(),
  kontaktforsok: tal(1, 20).optional(),
  erbjudande: z.strictObject({ kontakter: tal(1, 20), missar: tal(0, 20) }).optional(),
  kartlaggningsinstrument: z.array(mening(80)).min(1, 'Ange minst ett instrument.').optional(),
  utvecklingstrappa: z.array(mening(80)).length(5, 'Trappan har fem steg.').optional(),
  mal: z.array(ettMal).optional(),
  medel: z
    .strictObject({ riktlinjer: mening(2000), takPerBeslut: tal(0, 100_000_000), arssumma: tal(0, 1_000_000_000) })
    .optional(),
  egetForslag: z.boolean().optional(),
  fasord: ordAv(koder(faser)).optional(),
  rollord: ordAv(koder(roller)).optional(),
  koder: z
    .strictObject({
      avslutsorsaker: kodlista.optional(),
      sysselsattningar: kodlista.optional(),
      forsorjningar: kodlista.optional(),
    })
    .optional(),
  forsIEgetSystem: z.array(z.enum(['anteckning', 'genomforandeplan', 'kartlaggning', 'flerpartsmote'])).optional(),
  gallring: z
    .strictObject({
      handlingar: z.strictObject(Object.fromEntries(koder(handlingsslag).map((slag) => [slag, gallras]))).optional(),
      statistik: z.enum(['bevaras', 'gallras']).optional(),
    })
    .optional(),
  paminnelser: z.strictObject(Object.fromEntries(stegtyper.map((typ) => [typ, stege.optional()]))).optional(),
  paminnelseUpprepasArbetsdagar: tal(1, 250).optional(),
});

const enhet = z.strictObject({
  kod,
  namn: mening(120),
  part: kod,
  kommun: kommun.optional(),
});

/** A profile's file: the profile, and what a new insats needs beside it. */
export const filSchema = z.strictObject({
  insats: z.strictObject({
    nummerprefix: z.string().regex(/^[A-Z]{2,12}$/, 'Skriv 2–12 versaler A–Z, till exempel SAMBA.'),
    forbund: z.strictObject({ kod, namn: mening(120) }).optional(),
    /** The förbund's own parter, by name. */
    parter: z.array(z.strictObject({ kod, namn: mening(120) })).optional(),
    huvudman: enhet,
    verksamheter: z.array(enhet).optional(),
  }),
  profil: profilSchema,
});

/** What is wrong with a profile, by the path of the value. */
export interface Profilfel {
  readonly path: string;
  readonly mening: string;
}

const LISTA = new Intl.ListFormat('sv');

/** The faults that no rule has a sentence of its own for. */
const svenska: z.core.$ZodErrorMap = (issue) => {
  switch (issue.code) {
    case 'unrecognized_keys':
      return `Ta bort ${LISTA.format(issue.keys.map((key) => `”${key}”`))}: det finns inget sådant i en profil.`;
    case 'invalid_type':
      return issue.input === undefined ? 'Fyll i det som saknas.' : 'Uppgiften har fel slag. Rätta den.';
    case 'invalid_value':
      return `Välj något av ${LISTA.format(issue.values.map(String))}.`;
    case 'invalid_union':
      return 'Ange slag, ett av dem som finns.';
    default:
      return 'Uppgiften går inte att använda. Rätta den.';
  }
};

const felOf = (error: z.ZodError): Profilfel[] =>
  error.issues.map(({ path, message }) => ({ path: path.map(String).join('.'), mening: message }));

export type Last<T> = { readonly ok: true; readonly varde: T } | { readonly ok: false; readonly fel: Profilfel[] };

/** Reads a profile: its parts, or everything that is wrong with them. */
export function readProfilinnehall(raw: unknown): Last<Profilinnehall> {
  const result = profilSchema.safeParse(raw, { error: svenska });
  return result.success
    ? { ok: true, varde: result.data as unknown as Profilinnehall }
    : { ok: false, fel: felOf(result.error) };
}

/** What a profile's file holds. */
export interface Profilfil {
  readonly insats: z.output<typeof filSchema>['insats'];
  readonly profil: Profilinnehall;
}

/** Reads what stands in a profile's file, parsed from JSON. */
export function readProfilfil(raw: unknown): Last<Profilfil> {
  const result = filSchema.safeParse(raw, { error: svenska });
  return result.success
    ? { ok: true, varde: result.data as unknown as Profilfil }
    : { ok: false, fel: felOf(result.error) };
}

/** Reads the text of a profile's file. */
export function readProfiltext(text: string): Last<Profilfil> {
  try {
    return readProfilfil(JSON.parse(text));
  } catch {
    return { ok: false, fel: [{ path: '', mening: 'Texten är inte JSON. Klistra in hela filen, från { till }.' }] };
  }
}
