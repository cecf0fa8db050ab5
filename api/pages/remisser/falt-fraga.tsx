import type { VNode } from 'preact';
import { ett } from '../../beslut/formular.js';
import { MAX } from '../../beslut/regler.js';
import { Textruta } from '../../components/form/textruta.js';
import type { SteginnehallProps } from './steginnehall.js';

/** The field of the page with the question to the team. */
export function FaltFraga({ svar, errors }: SteginnehallProps): VNode {
  return (
    <Textruta
      name="fraga"
      label="Din fråga till teamet"
      hint="Vad behöver de andra verksamheterna ta ställning till eller bidra med?"
      max={MAX.text}
      rows={8}
      errors={errors.fraga}
      value={ett(svar, 'fraga')}
    />
  );
}
