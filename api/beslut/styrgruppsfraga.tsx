import type { VNode } from 'preact';
import { z } from 'zod';
import type { Styrgruppsfraga } from '../../domain/formular.js';
import { Definitionslista } from '../components/definitionslista.js';
import { Textruta } from '../components/form/textruta.js';
import type { FaltFel } from '../components/form/felsammanfattning.js';
import { ett, type FaltProps, type Svar } from './formular.js';
import { MAX, read, text, valfriText } from './regler.js';

const FALT = ['fraga', 'bakgrund', 'alternativ'] as const;

const schema = z.object({
  fraga: text('Skriv frågan till styrgruppen.'),
  bakgrund: text('Skriv den bakgrund som styrgruppen behöver, utan att personen kan kännas igen.'),
  alternativ: valfriText(),
});

/** Whether any of the fields holds anything. */
export const hasStyrgruppsfraga = (svar: Svar): boolean => FALT.some((falt) => ett(svar, falt).trim() !== '');

/** Reads the question to the styrgrupp. */
export function readStyrgruppsfraga(svar: Svar): { ok: true; varde: Styrgruppsfraga } | { ok: false; errors: FaltFel } {
  return read(schema, svar);
}

/** What the styrgrupp is asked: it reads these three texts and nothing else of the case. */
export function StyrgruppsfragaFalt({ svar, errors }: FaltProps): VNode {
  return (
    <>
      <Textruta
        name="fraga"
        label="Fråga till styrgruppen"
        hint="Skriv utan namn: styrgruppen ska inte veta vem det gäller."
        errors={errors['fraga']}
        value={ett(svar, 'fraga')}
        max={MAX.text}
      />
      <Textruta
        name="bakgrund"
        label="Bakgrund"
        hint="Skriv inte namn, födelsedatum eller annat som gör att personen kan kännas igen."
        errors={errors['bakgrund']}
        value={ett(svar, 'bakgrund')}
        rows={8}
        max={MAX.text}
      />
      <Textruta
        name="alternativ"
        label="Alternativ att ta ställning till"
        frivillig
        errors={errors['alternativ']}
        value={ett(svar, 'alternativ')}
        max={MAX.text}
      />
    </>
  );
}

/** The question as the styrgrupp reads it. */
export const Styrgruppsfragan = ({ fraga }: { fraga: Styrgruppsfraga }): VNode => (
  <Definitionslista
    rader={[
      { term: 'Fråga', varde: fraga.fraga },
      ...(fraga.bakgrund === '' ? [] : [{ term: 'Bakgrund', varde: fraga.bakgrund }]),
      ...(fraga.alternativ === undefined ? [] : [{ term: 'Alternativ', varde: fraga.alternativ }]),
    ]}
  />
);
