import type { VNode } from 'preact';
import { syften } from '../../../domain/koder.js';
import { ett } from '../../beslut/formular.js';
import { alternativ } from '../../beslut/val.js';
import { Radiogrupp } from '../../components/form/val.js';
import type { SteginnehallProps } from './steginnehall.js';

const IDENTITETER = [
  {
    value: 'identifierad',
    label: 'Med namn och personnummer',
    hint: 'Kräver att personen har lämnat samtycke.',
  },
  {
    value: 'avidentifierad',
    label: 'Avidentifierad',
    hint: 'Bara födelseår, kön och kommun. Går bara att använda för konsultation.',
  },
];

/** Fields of the first page. */
export function FaltInsats({ svar, errors, kontext }: SteginnehallProps): VNode {
  return (
    <>
      <Radiogrupp
        name="insats"
        label="Vilken insats gäller remissen?"
        errors={errors.insats}
        value={ett(svar, 'insats')}
        options={kontext.insatser.map(({ kod, namn, profil }) => ({
          value: kod,
          label: namn,
          hint: profil.beskrivning,
        }))}
      />
      <Radiogrupp
        name="syfte"
        label="Vad vill du med remissen?"
        errors={errors.syfte}
        value={ett(svar, 'syfte')}
        options={alternativ(syften)}
      />
      <Radiogrupp
        name="identitet"
        label="Hur ska personen anges?"
        errors={errors.identitet}
        value={ett(svar, 'identitet')}
        options={IDENTITETER}
      />
    </>
  );
}
