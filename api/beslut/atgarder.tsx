import { randomUUID } from 'node:crypto';
import type { VNode } from 'preact';
import type { Formular } from '../../domain/formular.js';
import { Datumfalt, Falt } from '../components/form/falt.js';
import type { FaltFel } from '../components/form/felsammanfattning.js';
import { Valjare } from '../components/form/valjare.js';
import { Utfallbar } from '../components/utfallbar.js';
import { z } from 'zod';
import { ett, type FaltProps, type Svar } from './formular.js';
import { dag, enAv, MAX, read, text, valfriText } from './regler.js';
import { namngivna } from './val.js';

type Atgard = Formular<'rekommendation'>['atgarder'][number];

const RADER = [1, 2, 3, 4, 5] as const;
const FALT = ['atgard', 'verksamhet', 'ansvarig', 'senast'] as const;

const isFilled = (svar: Svar, rad: number): boolean => FALT.some((falt) => ett(svar, `${falt}-${rad}`).trim() !== '');

/** Whether any row of actions holds anything. */
export const hasAtgarder = (svar: Svar): boolean => RADER.some((rad) => isFilled(svar, rad));

const rowSchema = (verksamheter: readonly string[], idag: string) =>
  z.object({
    atgard: text('Skriv vad som ska göras.', MAX.rad),
    verksamhet: enAv(verksamheter, 'Välj vilken verksamhet som gör det.'),
    ansvarig: valfriText(MAX.rad),
    senast: dag('Ange när det senast ska vara gjort.').refine((senast) => senast >= idag, {
      error: 'Ange en dag som inte har varit.',
      when: ({ issues }) => issues.length === 0,
    }),
  });

/** Reads the rows of actions that hold anything; each row is whole or told to be completed. */
export function readAtgarder(
  svar: Svar,
  verksamheter: readonly string[],
  idag: string,
): { atgarder: Atgard[]; errors: FaltFel } {
  const schema = rowSchema(verksamheter, idag);
  const atgarder: Atgard[] = [];
  const errors: Record<string, readonly string[] | undefined> = {};
  for (const rad of RADER.filter((one) => isFilled(svar, one))) {
    const last = read(schema, Object.fromEntries(FALT.map((falt) => [falt, ett(svar, `${falt}-${rad}`)])));
    if (last.ok) atgarder.push({ id: randomUUID(), ...last.varde });
    else for (const [falt, texts] of Object.entries(last.errors)) errors[`${falt}-${rad}`] = texts;
  }
  return { atgarder, errors };
}

function Rad({ rad, svar, errors, underlag }: FaltProps & { rad: number }): VNode {
  const named = (falt: (typeof FALT)[number]) => ({
    name: `${falt}-${rad}`,
    errors: errors[`${falt}-${rad}`],
    value: ett(svar, `${falt}-${rad}`),
  });
  return (
    <fieldset class="fieldset">
      <legend class="label fieldset__label">Åtgärd {rad}</legend>
      <Falt {...named('atgard')} label="Vad ska göras?" bredd="full" />
      <Valjare
        {...named('verksamhet')}
        label="Av vilken verksamhet?"
        tomt="Välj verksamhet"
        options={namngivna(underlag.verksamheter)}
      />
      <Falt {...named('ansvarig')} label="Ansvarig" frivillig />
      <Datumfalt {...named('senast')} label="Senast" />
    </fieldset>
  );
}

/** Up to five actions of a råd: what, by which verksamhet, who, when. */
export function AtgarderFalt(props: FaltProps): VNode {
  const more = RADER.slice(1);
  const open = more.some((rad) => isFilled(props.svar, rad));
  return (
    <>
      <Rad {...props} rad={1} />
      <Utfallbar rubrik="Fler åtgärder" oppen={open}>
        {more.map((rad) => (
          <Rad key={rad} {...props} rad={rad} />
        ))}
      </Utfallbar>
    </>
  );
}
