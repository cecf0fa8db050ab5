import type { VNode } from 'preact';
import { z } from 'zod';
import type { Kodsvar } from '../../domain/formular.js';
import { isKod, omfattningar, type Kod, type Kodlista } from '../../domain/koder.js';
import { Valjare } from '../components/form/valjare.js';
import type { FaltFel } from '../components/form/felsammanfattning.js';
import { ett, type Svar } from './formular.js';

const RADER = [1, 2, 3] as const;
const SKILJE = ':';

/** Answers that have no extent. */
const UTAN_OMFATTNING: readonly string[] = ['ingen', 'ingen_offentlig'];

/** The field names of a question that takes several coded answers. */
export const kodsvarsfalt = (name: string): string[] => RADER.map((rad) => (rad === 1 ? name : `${name}-${rad}`));

function choices(lista: Kodlista): { value: string; label: string }[] {
  return Object.entries(lista).flatMap(([kod, ord]) =>
    UTAN_OMFATTNING.includes(kod)
      ? [{ value: `${kod}${SKILJE}hel`, label: ord }]
      : Object.entries(omfattningar).map(([omfattning, del]) => ({
          value: `${kod}${SKILJE}${omfattning}`,
          label: `${ord}, ${del.toLocaleLowerCase('sv')}`,
        })),
  );
}

export interface KodsvarProps {
  name: string;
  lista: Kodlista;
  /** `Sysselsättning efter avslutet` */
  label: string;
  hint: string;
  svar: Svar;
  errors: FaltFel;
}

/** Up to three coded answers to one question, each whole or in part. */
export function Kodsvarsfalt({ name, lista, label, hint, svar, errors }: KodsvarProps): VNode {
  const options = choices(lista);
  return (
    <>
      {kodsvarsfalt(name).map((field, index) => (
        <Valjare
          key={field}
          name={field}
          label={index === 0 ? label : `${label}, ${index + 1}`}
          {...(index === 0 ? { hint } : { frivillig: true })}
          errors={errors[field]}
          tomt={index === 0 ? 'Välj' : 'Inget mer'}
          options={options}
          value={ett(svar, field)}
          bredd="full"
        />
      ))}
    </>
  );
}

function parse<L extends Kodlista>(lista: L, value: string): Kodsvar<Kod<L>> | undefined {
  const [kod = '', omfattning = ''] = value.split(SKILJE);
  return isKod(lista, kod) && isKod(omfattningar, omfattning) ? { kod, omfattning } : undefined;
}

/**
 * The rule of such a question, over the whole form: reads its fields and tells faults beside them.
 *
 * @param saknas what to say when nothing is answered; absent when nothing has to be
 */
export function kodsvar<L extends Kodlista>(name: string, lista: L, saknas?: (svar: Svar) => string | undefined) {
  return z.unknown().transform((typed, ctx): Kodsvar<Kod<L>>[] => {
    const svar = typed as Svar;
    const found: Kodsvar<Kod<L>>[] = [];
    const fault = (field: string, message: string) => ctx.addIssue({ code: 'custom', message, path: [field] });
    for (const field of kodsvarsfalt(name)) {
      const value = ett(svar, field);
      if (value === '') continue;
      const one = parse(lista, value);
      if (!one) fault(field, 'Välj ett av svaren i listan.');
      else if (found.some(({ kod }) => kod === one.kod))
        fault(field, 'Samma svar är valt två gånger. Välj ett annat eller inget.');
      else found.push(one);
    }
    const ensamt = found.find(({ kod }) => UTAN_OMFATTNING.includes(kod));
    if (ensamt && found.length > 1)
      fault(name, `”${lista[ensamt.kod] ?? ensamt.kod}” kan inte anges tillsammans med något annat. Ta bort det ena.`);
    const missing = found.length === 0 ? saknas?.(svar) : undefined;
    if (missing !== undefined) fault(name, missing);
    return found;
  });
}
