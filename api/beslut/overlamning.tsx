import type { VNode } from 'preact';
import { Falt } from '../components/form/falt.js';
import { Radiogrupp } from '../components/form/val.js';
import { ett, type FaltProps } from './formular.js';
import { jaNejEllerInget, MAX, samband, valfriText } from './regler.js';
import { JA_NEJ } from './val.js';

/** What is told of an överlämning: who takes over, by whom, and whether it was received (design 2.10). */
export const overlamningsfalt = {
  overlamningTill: valfriText(MAX.rad),
  overlamningKontakt: valfriText(MAX.rad),
  overlamningMottagen: jaNejEllerInget,
};

type Overlamning = {
  readonly overlamningTill?: string | undefined;
  readonly overlamningKontakt?: string | undefined;
  readonly overlamningMottagen?: boolean | undefined;
};

/** Whether anything of it was told. */
export const harOverlamning = (svar: Overlamning): boolean =>
  [svar.overlamningTill, svar.overlamningKontakt, svar.overlamningMottagen].some((one) => one !== undefined);

/** What is missing of an överlämning that has to be whole, each beside its field. */
export function overlamningsfel(svar: Overlamning): Record<string, string[]> {
  const saknas: [keyof Overlamning, string][] = [
    ['overlamningTill', 'Skriv vilken verksamhet som tar över.'],
    ['overlamningKontakt', 'Skriv vem hos den mottagande verksamheten som tar över.'],
    ['overlamningMottagen', 'Välj om överlämningen är mottagen.'],
  ];
  return Object.fromEntries(
    saknas.filter(([name]) => svar[name] === undefined).map(([name, mening]) => [name, [mening]]),
  );
}

/** Told beside the question when the answers below it say otherwise. */
export const INGEN_OVERLAMNING = samband(
  'overlamning',
  'Välj ja när någon tar över, eller ta bort uppgifterna om vem.',
);

/** The fields of an överlämning. */
export function Overlamningsfalt({ svar, errors }: Pick<FaltProps, 'svar' | 'errors'>): VNode {
  return (
    <>
      <Falt
        name="overlamningTill"
        label="Mottagande verksamhet"
        hint="Behövs när någon tar över."
        errors={errors['overlamningTill']}
        value={ett(svar, 'overlamningTill')}
      />
      <Falt
        name="overlamningKontakt"
        label="Kontaktperson där"
        hint="Behövs när någon tar över."
        errors={errors['overlamningKontakt']}
        value={ett(svar, 'overlamningKontakt')}
      />
      <Radiogrupp
        name="overlamningMottagen"
        label="Är överlämningen mottagen?"
        hint="Behövs när någon tar över."
        errors={errors['overlamningMottagen']}
        options={JA_NEJ}
        value={ett(svar, 'overlamningMottagen')}
        rad
      />
    </>
  );
}
