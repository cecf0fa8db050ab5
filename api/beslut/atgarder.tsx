import { randomUUID } from 'node:crypto';
import type { VNode } from 'preact';
import type { Atgardstext } from '../../domain/formular.js';
import type { Atgard } from '../../domain/lage.js';
import { Datumfalt, Falt } from '../components/form/falt.js';
import type { FaltFel } from '../components/form/felsammanfattning.js';
import { Valjare } from '../components/form/valjare.js';
import { Utfallbar } from '../components/utfallbar.js';
import { z } from 'zod';
import { ett, type FaltProps, type Formularunderlag, type Svar } from './formular.js';
import { dag, enAv, MAX, read, samband, text, valfriAv, valfriText } from './regler.js';
import { namngivna } from './val.js';

const RADER = [1, 2, 3, 4, 5] as const;
const FALT = ['atgard', 'verksamhet', 'person', 'ansvarig', 'senast'] as const;

const isFilled = (svar: Svar, rad: number): boolean => FALT.some((falt) => ett(svar, `${falt}-${rad}`).trim() !== '');

/** Whether any row of actions holds anything. */
export const hasAtgarder = (svar: Svar): boolean => RADER.some((rad) => isFilled(svar, rad));

type Val = Pick<Formularunderlag, 'verksamheter' | 'anvandare' | 'idag'>;

const rowSchema = ({ verksamheter, anvandare, idag }: Val) =>
  z
    .object({
      atgard: text('Skriv vad som ska göras.', MAX.rad),
      verksamhet: enAv(idsOf(verksamheter), 'Välj vilken verksamhet som gör det.'),
      person: valfriAv(idsOf(anvandare), 'Välj en av personerna i listan eller ingen.'),
      ansvarig: valfriText(MAX.rad),
      senast: dag('Ange när det senast ska vara gjort.').refine((senast) => senast >= idag, {
        error: 'Ange en dag som inte har varit.',
        when: ({ issues }) => issues.length === 0,
      }),
    })
    .refine(
      ({ person, verksamhet }) =>
        person === undefined || anvandare.some(({ id, verksamhet: own }) => id === person && own === verksamhet),
      samband(
        'person',
        'Personen arbetar inte i verksamheten som ska göra åtgärden. Välj en annan person eller verksamhet.',
      ),
    );

/** The field that a rule's refusal of actions is told beside. */
export const ATGARDSHINDER = {
  atgard_utan_samtycke: 'verksamhet-1',
  atgard_forsent: 'senast-1',
  samma_atgard: 'atgard-1',
  okand_ansvarig: 'person-1',
} as const;

/** An agreed action as it travels: ids and dates. */
export const utanText = ({ id, verksamhet, person, senast }: Atgardstext): Atgard => ({
  id,
  verksamhet,
  senast,
  ...(person === undefined ? {} : { person }),
});

/** Reads the rows of actions that hold anything; each row is whole or told to be completed. */
export function readAtgarder(svar: Svar, underlag: Val): { atgarder: Atgardstext[]; errors: FaltFel } {
  const schema = rowSchema(underlag);
  const atgarder: Atgardstext[] = [];
  const errors: Record<string, readonly string[] | undefined> = {};
  for (const rad of RADER.filter((one) => isFilled(svar, one))) {
    const last = read(schema, Object.fromEntries(FALT.map((falt) => [falt, ett(svar, `${falt}-${rad}`)])));
    if (last.ok) atgarder.push({ id: randomUUID(), ...last.varde });
    else for (const [falt, texts] of Object.entries(last.errors)) errors[`${falt}-${rad}`] = texts;
  }
  return { atgarder, errors };
}

const idsOf = (rader: readonly { readonly id: string }[]): string[] => rader.map(({ id }) => id);

const namnOf = (rader: readonly { readonly id: string; readonly namn: string }[], id: string): string =>
  rader.find((one) => one.id === id)?.namn ?? 'okänd verksamhet';

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
      <Valjare
        {...named('person')}
        label="Ansvarig person"
        hint="Den som väljs här får åtgärden som uppgift. Annars får verksamhetens representant den."
        frivillig
        tomt="Ingen vald"
        options={underlag.anvandare.map(({ id, namn, verksamhet }) => ({
          value: id,
          label: `${namn}, ${namnOf(underlag.verksamheter, verksamhet)}`,
        }))}
      />
      <Falt {...named('ansvarig')} label="Ansvarig som saknas i listan" frivillig />
      <Datumfalt {...named('senast')} label="Senast" />
    </fieldset>
  );
}

/** Up to five agreed actions: what, by which verksamhet, who, when. */
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
