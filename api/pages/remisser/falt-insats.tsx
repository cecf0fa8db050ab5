import type { VNode } from 'preact';
import { syften } from '../../../domain/koder.js';
import { ett, flera } from '../../beslut/formular.js';
import { alternativ, namngivna } from '../../beslut/val.js';
import { Falt } from '../../components/form/falt.js';
import { Kryssrutor, Radiogrupp } from '../../components/form/val.js';
import { andraVerksamheter } from '../../remissformular/kontext.js';
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
      <Kryssrutor
        name="aktualiserande"
        label="Vilka fler verksamheter har aktualiserat personen?"
        hint="Din egen verksamhet ingår redan."
        frivillig
        errors={errors.aktualiserande}
        value={flera(svar, 'aktualiserande')}
        options={namngivna(andraVerksamheter(kontext))}
      />
      <Falt
        name="aktualiserandeAnnan"
        label="Annan verksamhet som har aktualiserat personen"
        hint="Till exempel en skola eller kommunens aktivitetsansvar."
        frivillig
        bredd="full"
        errors={errors.aktualiserandeAnnan}
        value={ett(svar, 'aktualiserandeAnnan')}
      />
      {kontext.remittent.kalla !== 'nej' && (
        <Falt
          name="kalla"
          label="Vem har bett om remissen?"
          hint="Fylls i när remissen kommer från någon utanför parterna. Skriv verksamhet och roll, inte personens egna uppgifter."
          frivillig={kontext.remittent.kalla === 'frivillig'}
          bredd="full"
          errors={errors.kalla}
          value={ett(svar, 'kalla')}
        />
      )}
    </>
  );
}
