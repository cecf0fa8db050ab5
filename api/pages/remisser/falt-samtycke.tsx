import type { VNode } from 'preact';
import { uppgiftsslag } from '../../../domain/koder.js';
import { ett, flera } from '../../beslut/formular.js';
import { Samtyckesfalt, samtyckesforval } from '../../beslut/samtyckesfalt.js';
import { alternativ, JA_NEJ } from '../../beslut/val.js';
import { Kryssrutor, Radiogrupp } from '../../components/form/val.js';
import {
  andraInsatser,
  kravdaVerksamheter,
  samtyckesverksamheter,
  type Verksamhetsval,
} from '../../remissformular/kontext.js';
import { ALLA_FALT, SAMMA_FALT, uppgiftsslagFalt } from '../../remissformular/samtycke.js';
import type { SteginnehallProps } from './steginnehall.js';

/** Fields of the page about samtycke. */
export function FaltSamtycke(props: SteginnehallProps): VNode {
  const { svar, errors, kontext } = props;
  return (
    <>
      <p>
        Samtycket här gäller sekretess: vilka som får veta vad. Det är en annan fråga än om personen får räknas i
        statistik, som ställs sist på sidan, och en annan än om personen vill delta i insatsen. Det sista frågas
        personen om först när teamet har rekommenderat det.
      </p>
      <Samtyckesfalt svar={{ ...samtyckesforval, ...svar }} errors={errors} andraInsatser={andraInsatser(kontext)} />
      <h2>Vilka som får ta del av vad</h2>
      <p>
        Kryssa i det som personen har samtyckt till. En verksamhet utan kryss får inte veta något om ärendet och deltar
        inte när det tas upp på mötet.
      </p>
      <Omfattning {...props} />
      <h2>Statistik</h2>
      <Radiogrupp
        name="statistiksamtycke"
        label="Har personen sagt ja till att räknas i statistik?"
        hint="Statistiken visar aldrig vem som räknas. Ett nej påverkar inte stödet."
        rad
        errors={errors['statistiksamtycke']}
        value={ett(svar, 'statistiksamtycke')}
        options={JA_NEJ}
      />
    </>
  );
}

/** What each verksamhet may know; a browser hides what the first answer leaves aside, others show both with their hints. */
function Omfattning(props: SteginnehallProps): VNode {
  const { svar, errors, kontext } = props;
  return (
    <div class="omfattning">
      <Radiogrupp
        name={SAMMA_FALT}
        label="Får alla verksamheter nedan ta del av samma uppgifter?"
        value={ett(svar, SAMMA_FALT) || 'nej'}
        options={[
          { value: 'ja', label: 'Samma för alla', hint: 'Kryssa bara under ”Alla verksamheter”.' },
          { value: 'nej', label: 'Olika per verksamhet', hint: 'Kryssa under varje verksamhet.' },
        ]}
      />
      <div class="omfattning__alla">
        <Kryssrutor
          name={ALLA_FALT}
          label="Alla verksamheter"
          hint="Räknas bara om du har valt ”Samma för alla”."
          errors={errors[ALLA_FALT]}
          value={flera(svar, ALLA_FALT)}
          options={alternativ(uppgiftsslag)}
        />
      </div>
      <div class="omfattning__var">
        {samtyckesverksamheter(kontext).map((one) => (
          <Verksamhetsrutor key={one.id} verksamhet={one} {...props} />
        ))}
      </div>
    </div>
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
