import type { VNode } from 'preact';
import { behorighetsregler, uteslutningsregler } from '../../../domain/behorighet.js';
import { kon } from '../../../domain/koder.js';
import { bostadskommunerFor } from '../../../domain/kommuner.js';
import { ett } from '../../beslut/formular.js';
import { Kontaktfalt, Namnfalt } from '../../beslut/identitetsfalt.js';
import { alternativ, JA_NEJ } from '../../beslut/val.js';
import { Falt } from '../../components/form/falt.js';
import { Radiogrupp } from '../../components/form/val.js';
import { Valjare } from '../../components/form/valjare.js';
import { Meddelande } from '../../components/meddelande.js';
import { uteslutningsfalt } from '../../remissformular/person.js';
import type { SteginnehallProps } from './steginnehall.js';

/** Fields of the page about the person. */
export function FaltPerson(props: SteginnehallProps): VNode {
  const { svar, errors, kontext } = props;
  return (
    <>
      <Malgrupp {...props} />
      {kontext.avidentifierad ? <Fodelsear {...props} /> : <Namnfalt svar={svar} errors={errors} />}
      <Radiogrupp name="kon" label="Kön" rad errors={errors.kon} value={ett(svar, 'kon')} options={alternativ(kon)} />
      <Valjare
        name="kommun"
        label="Kommun där personen bor"
        tomt="Välj kommun"
        errors={errors.kommun}
        value={ett(svar, 'kommun')}
        {...kommunval(kontext.insats?.profil.kommuner ?? [])}
      />
      {!kontext.avidentifierad && <Kontaktfalt svar={svar} errors={errors} />}
      <Uteslutningar {...props} />
    </>
  );
}

/** The insats's kommuner first: nearly everybody lives in one of them. */
function kommunval(kommuner: readonly string[]) {
  const { egna, ovriga } = bostadskommunerFor(kommuner);
  const options = (rader: typeof egna) => rader.map(({ kod, namn }) => ({ value: kod, label: namn }));
  if (egna.length === 0) return { options: options(ovriga) };
  return {
    grupper: [
      { label: 'Insatsens kommuner', options: options(egna) },
      { label: 'Andra kommuner', options: options(ovriga) },
    ],
  };
}

/** The rules of the insats, before anything is typed in vain. */
function Malgrupp({ kontext: { insats } }: SteginnehallProps): VNode | null {
  if (!insats) return null;
  return (
    <Meddelande rubrik={`Vem ${insats.namn} är till för`}>
      <ul>
        {behorighetsregler(insats.profil)
          .filter(({ slag }) => slag !== 'uteslutning')
          .map(({ text }) => (
            <li key={text}>{text}</li>
          ))}
      </ul>
    </Meddelande>
  );
}

function Fodelsear({ svar, errors }: SteginnehallProps): VNode {
  return (
    <Falt
      name="fodelsear"
      label="Födelseår"
      hint="Fyra siffror. Skriv inte namn eller personnummer någonstans i remissen."
      inputmode="numeric"
      bredd="kort"
      errors={errors.fodelsear}
      value={ett(svar, 'fodelsear')}
    />
  );
}

/** What excludes from the insats and only the remittent can tell; a yes takes a reason before the remiss is sent. */
function Uteslutningar({ svar, errors, kontext: { insats } }: SteginnehallProps): VNode | null {
  const regler = insats ? uteslutningsregler(insats.profil) : [];
  if (regler.length === 0) return null;
  return (
    <>
      <h2>Stämmer något av det här?</h2>
      <p>Ett ja hindrar inte att remissen skickas, men du behöver då skriva varför personen ändå bör prövas.</p>
      {regler.map(({ kod, text }) => (
        <Radiogrupp
          key={kod}
          name={uteslutningsfalt(kod)}
          label={text}
          rad
          errors={errors[uteslutningsfalt(kod)]}
          value={ett(svar, uteslutningsfalt(kod))}
          options={JA_NEJ}
        />
      ))}
    </>
  );
}
