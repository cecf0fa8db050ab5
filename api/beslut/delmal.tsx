import type { VNode } from 'preact';
import { z } from 'zod';
import type { Formular } from '../../domain/formular.js';
import { Datumfalt, Falt } from '../components/form/falt.js';
import type { FaltFel } from '../components/form/felsammanfattning.js';
import { Utfallbar } from '../components/utfallbar.js';
import { ett, type FaltProps, type Svar } from './formular.js';
import { MAX, read, text, valfriDag, valfriText } from './regler.js';

type Delmal = Formular<'genomforandeplan'>['delmal'][number];

const RADER = [1, 2, 3, 4, 5, 6, 7, 8] as const;
const ALLTID_OPPNA = 2;
const FALT = { text: 'delmal', senast: 'delmalSenast', ansvarig: 'delmalAnsvarig' } as const;

const faltnamn = (falt: keyof typeof FALT, rad: number): string => `${FALT[falt]}-${rad}`;

const isFilled = (svar: Svar, rad: number): boolean =>
  (Object.keys(FALT) as (keyof typeof FALT)[]).some((falt) => ett(svar, faltnamn(falt, rad)).trim() !== '');

const schema = z.object({
  text: text('Skriv vad delmålet är.', MAX.rad),
  senast: valfriDag,
  ansvarig: valfriText(MAX.rad),
});

/** Reads the rows of delmål that hold anything. */
export function readDelmal(svar: Svar): { delmal: Delmal[]; errors: FaltFel } {
  const delmal: Delmal[] = [];
  const errors: Record<string, readonly string[] | undefined> = {};
  for (const rad of RADER.filter((one) => isFilled(svar, one))) {
    const falt = Object.keys(FALT) as (keyof typeof FALT)[];
    const last = read(schema, Object.fromEntries(falt.map((one) => [one, ett(svar, faltnamn(one, rad))])));
    if (last.ok) delmal.push(last.varde);
    else for (const one of falt) if (last.errors[one]) errors[faltnamn(one, rad)] = last.errors[one];
  }
  return { delmal, errors };
}

/** Delmål as the fields hold them, for a form that begins from an earlier version. */
export const delmalSvar = (delmal: readonly Delmal[]): Svar =>
  Object.fromEntries(
    delmal.flatMap((one, index) =>
      (Object.keys(FALT) as (keyof typeof FALT)[]).map((falt) => [faltnamn(falt, index + 1), one[falt] ?? '']),
    ),
  );

function Rad({ rad, svar, errors }: FaltProps & { rad: number }): VNode {
  const named = (falt: keyof typeof FALT) => {
    const name = faltnamn(falt, rad);
    return { name, errors: errors[name], value: ett(svar, name) };
  };
  return (
    <fieldset class="fieldset">
      <legend class="label fieldset__label">
        Delmål {rad} <span class="falt__frivillig">(frivilligt)</span>
      </legend>
      <Falt {...named('text')} label="Vad?" bredd="full" />
      <Datumfalt {...named('senast')} label="Senast" frivillig />
      <Falt {...named('ansvarig')} label="Vem gör det?" frivillig />
    </fieldset>
  );
}

/** Up to eight delmål: what, by when, who. */
export function DelmalFalt(props: FaltProps): VNode {
  const more = RADER.slice(ALLTID_OPPNA);
  return (
    <>
      {RADER.slice(0, ALLTID_OPPNA).map((rad) => (
        <Rad key={rad} {...props} rad={rad} />
      ))}
      <Utfallbar rubrik="Fler delmål" oppen={more.some((rad) => isFilled(props.svar, rad))}>
        {more.map((rad) => (
          <Rad key={rad} {...props} rad={rad} />
        ))}
      </Utfallbar>
    </>
  );
}
