import type { VNode } from 'preact';
import { samtyckesformer, uppgiftsslag } from '../../../domain/koder.js';
import { ett, flera } from '../../beslut/formular.js';
import { alternativ } from '../../beslut/val.js';
import { Datumfalt } from '../../components/form/falt.js';
import { Kryssrutor, Radiogrupp } from '../../components/form/val.js';
import { kravdaVerksamheter, samtyckesverksamheter, type Verksamhetsval } from '../../remissformular/kontext.js';
import { ALLA_FALT, SAMMA_FALT, uppgiftsslagFalt } from '../../remissformular/samtycke.js';
import type { SteginnehallProps } from './steginnehall.js';

/** Fields of the page about samtycke. */
export function FaltSamtycke(props: SteginnehallProps): VNode {
  const { svar, errors, kontext } = props;
  return (
    <>
      <Datumfalt
        name="giltigtFran"
        label="Samtycket gäller från och med"
        errors={errors.giltigtFran}
        value={ett(svar, 'giltigtFran')}
      />
      <Datumfalt
        name="giltigtTill"
        label="Samtycket gäller till och med"
        hint="Lämna tomt om det gäller tills personen tar tillbaka det."
        frivillig
        errors={errors.giltigtTill}
        value={ett(svar, 'giltigtTill')}
      />
      <Radiogrupp
        name="form"
        label="Hur lämnades samtycket?"
        errors={errors.form}
        value={ett(svar, 'form')}
        options={alternativ(samtyckesformer)}
      />
      <h2>Vilka som får ta del av vad</h2>
      <p>
        Kryssa i det som personen har samtyckt till. En verksamhet utan kryss får inte veta något om ärendet och deltar
        inte när det tas upp på mötet.
      </p>
      <Radiogrupp
        name={SAMMA_FALT}
        label="Får alla verksamheter nedan ta del av samma uppgifter?"
        value={ett(svar, SAMMA_FALT) || 'nej'}
        options={[
          { value: 'ja', label: 'Samma för alla', hint: 'Kryssa bara under ”Alla verksamheter”.' },
          { value: 'nej', label: 'Olika per verksamhet', hint: 'Kryssa under varje verksamhet.' },
        ]}
      />
      <Kryssrutor
        name={ALLA_FALT}
        label="Alla verksamheter"
        hint="Räknas bara om du har valt ”Samma för alla”."
        errors={errors[ALLA_FALT]}
        value={flera(svar, ALLA_FALT)}
        options={alternativ(uppgiftsslag)}
      />
      {samtyckesverksamheter(kontext).map((one) => (
        <Verksamhetsrutor key={one.id} verksamhet={one} {...props} />
      ))}
    </>
  );
}

function Verksamhetsrutor({
  verksamhet,
  svar,
  errors,
  kontext,
}: SteginnehallProps & { verksamhet: Verksamhetsval }): VNode {
  const name = uppgiftsslagFalt(verksamhet);
  const own = verksamhet.id === kontext.remittent.verksamhet.id;
  const hint = own
    ? 'Din egen verksamhet. Behöver ingå.'
    : kravdaVerksamheter(kontext).has(verksamhet.id)
      ? 'Ansvarar för insatsen. Behöver ingå.'
      : undefined;
  return (
    <Kryssrutor
      name={name}
      label={verksamhet.namn}
      {...(hint === undefined ? {} : { hint })}
      errors={errors[name]}
      value={flera(svar, name)}
      options={alternativ(uppgiftsslag)}
    />
  );
}
