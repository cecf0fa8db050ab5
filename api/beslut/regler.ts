import { z } from 'zod';
import { isDag } from '../../domain/kalender/tid.js';
import { koder, type Kod, type Kodlista } from '../../domain/koder.js';
import { formatTal } from '../components/format.js';
import type { FaltFel } from '../components/form/felsammanfattning.js';
import { noteraFrammandeVal } from '../http/frammande-val.js';
import type { Svar } from './formular.js';

/** Longest texts, in characters: a line, and an account of something. */
export const MAX = { rad: 200, text: 4000 } as const;

/** The text of a field without blanks at its ends; of a field that came several times, the first. */
const plainText = (value: unknown): string => {
  const first: unknown = Array.isArray(value) ? value[0] : value;
  return typeof first === 'string' ? first.trim() : '';
};

const langd = (max: number) =>
  z.string().max(max, {
    error: ({ input }) => {
      const over = typeof input === 'string' ? input.length - max : 0;
      return `Korta texten med ${formatTal(over)} tecken. Den får ha högst ${formatTal(max)} tecken.`;
    },
  });

/** A text that has to be there. */
export const text = (saknas: string, max: number = MAX.text) =>
  z.preprocess(plainText, langd(max).min(1, { error: saknas }));

/** A text that may be left out; an empty one is nothing. */
export const valfriText = (max: number = MAX.text) =>
  z.preprocess(plainText, langd(max)).transform((value) => (value === '' ? undefined : value));

const FORST = '2000-01-01';
const SIST = '2099-12-31';
const FORMAT = 'Skriv datumet som ÅÅÅÅ-MM-DD, till exempel 2026-11-27.';

const dagtext = (saknas?: string) =>
  z.string().superRefine((value, ctx) => {
    if (value === '') {
      if (saknas !== undefined) ctx.addIssue({ code: 'custom', message: `${saknas} ${FORMAT}` });
    } else if (!isDag(value)) ctx.addIssue({ code: 'custom', message: FORMAT });
    else if (value < FORST || value > SIST)
      ctx.addIssue({ code: 'custom', message: 'Kontrollera årtalet. Datumet behöver ligga mellan 2000 och 2099.' });
  });

/** A calendar day that has to be there, `ÅÅÅÅ-MM-DD`. */
export const dag = (saknas: string) => z.preprocess(plainText, dagtext(saknas));

/** A calendar day that may be left out. */
export const valfriDag = z.preprocess(plainText, dagtext()).transform((value) => (value === '' ? undefined : value));

/** One of a code list's codes. */
export const kod = <L extends Kodlista>(lista: L, saknas: string) =>
  z.preprocess(plainText, z.enum(koder(lista) as [Kod<L>, ...Kod<L>[]], { error: saknas }));

/** One of a code list's codes, or no answer. */
export const valfriKod = <L extends Kodlista>(lista: L, fel: string) =>
  z.preprocess(
    (value) => plainText(value) || undefined,
    z.enum(koder(lista) as [Kod<L>, ...Kod<L>[]], { error: fel }).optional(),
  );

/** Whether a value is one that the form offered; one that it did not is noted. */
function isErbjuden(values: readonly string[], value: string): boolean {
  const erbjuden = values.includes(value);
  if (!erbjuden && value !== '') noteraFrammandeVal();
  return erbjuden;
}

/** One of the values that the form offered. */
export const enAv = (values: readonly string[], saknas: string) =>
  z.preprocess(
    plainText,
    z.string().refine((value) => isErbjuden(values, value), { error: saknas }),
  );

/** One of the values that the form offered, or none. */
export const valfriAv = (values: readonly string[], fel: string) =>
  z
    .preprocess(
      plainText,
      z.string().refine((value) => value === '' || isErbjuden(values, value), { error: fel }),
    )
    .transform((value) => (value === '' ? undefined : value));

/** Any number of the values that the form offered, each once. */
export const fleraAv = (values: readonly string[], fel: string) =>
  z.preprocess(
    (value) => [...new Set(value === undefined ? [] : [value].flat())].filter((one) => one !== ''),
    z.array(z.string().refine((one) => isErbjuden(values, one), { error: fel })),
  );

/** Any of the files that the form offered. */
export const filer = (valbara: readonly { readonly id: string }[]) =>
  fleraAv(
    valbara.map(({ id }) => id),
    'Välj bland de filer som står i listan.',
  );

/** A ticked box. */
export const ruta = z
  .preprocess(plainText, z.enum(['', 'ja'], { error: 'Kryssa i rutan eller lämna den tom.' }))
  .transform((value) => value === 'ja');

/** An answer that does not count, whatever was typed. */
export const utelamnad = z.preprocess(() => undefined, z.undefined());

/** Yes or no, asked as two radio buttons. */
export const jaNej = (saknas: string) =>
  z.preprocess(plainText, z.enum(['ja', 'nej'], { error: saknas })).transform((value) => value === 'ja');

/** Yes, no or no answer. */
export const jaNejEllerInget = z
  .preprocess(plainText, z.enum(['', 'ja', 'nej'], { error: 'Välj ja eller nej.' }))
  .transform((value) => (value === '' ? undefined : value === 'ja'));

/** A whole number of per cent, 1 to 100; a per cent sign after it is understood. */
export const procent = (saknas: string) =>
  z.preprocess(
    plainText,
    z
      .string()
      .regex(/^(100|[1-9]\d?)\s*%?$/, {
        error: ({ input }) => (input === '' ? saknas : 'Skriv ett helt tal från 1 till 100.'),
      })
      .transform((value) => Number.parseInt(value, 10)),
  );

/** A step of the five-step ladder, or none. */
export const steg = z
  .preprocess(plainText, z.enum(['', '1', '2', '3', '4', '5'], { error: 'Välj ett av de fem stegen eller inget.' }))
  .transform((value) => (value === '' ? undefined : Number(value)));

/**
 * A rule over several fields, told beside one of them. It is asked even when other fields are wrong, so that everything
 * there is to mend is told at once.
 */
export const samband = (path: string, error: string) => ({ path: [path], error, when: () => true });

/** Reads typed answers by a schema; of each field's faults the first is told. */
export function read<S extends z.ZodType>(
  schema: S,
  svar: Svar,
): { ok: true; varde: z.output<S> } | { ok: false; errors: FaltFel } {
  const result = schema.safeParse(svar);
  if (result.success) return { ok: true, varde: result.data };
  const errors: Record<string, string[]> = {};
  for (const { path, message } of result.error.issues) errors[String(path[0])] ??= [message];
  return { ok: false, errors };
}
