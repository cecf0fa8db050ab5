import type { VNode } from 'preact';
import { behorighetsregler } from '../../../domain/behorighet.js';
import { kon } from '../../../domain/koder.js';
import { bostadskommuner } from '../../../domain/kommuner.js';
import { ett } from '../../beslut/formular.js';
import { alternativ } from '../../beslut/val.js';
import { Falt } from '../../components/form/falt.js';
import { Kryssruta, Radiogrupp } from '../../components/form/val.js';
import { Valjare } from '../../components/form/valjare.js';
import { Meddelande } from '../../components/meddelande.js';
import { ikryssad } from '../../remissformular/steg.js';
import type { SteginnehallProps } from './steginnehall.js';

/** Fields of the page about the person. */
export function FaltPerson(props: SteginnehallProps): VNode {
  const { svar, errors, kontext } = props;
  return (
    <>
      <Malgrupp {...props} />
      {kontext.avidentifierad ? <Fodelsear {...props} /> : <Identitet {...props} />}
      <Radiogrupp name="kon" label="Kön" rad errors={errors.kon} value={ett(svar, 'kon')} options={alternativ(kon)} />
      <Valjare
        name="kommun"
        label="Kommun där personen bor"
        tomt="Välj kommun"
        errors={errors.kommun}
        value={ett(svar, 'kommun')}
        options={bostadskommuner.map(({ kod, namn }) => ({ value: kod, label: namn }))}
      />
      {!kontext.avidentifierad && <Kontakt {...props} />}
    </>
  );
}

/** The rules of the insats, before anything is typed in vain. */
function Malgrupp({ kontext: { insats } }: SteginnehallProps): VNode | null {
  if (!insats) return null;
  return (
    <Meddelande rubrik={`Vem ${insats.namn} är till för`}>
      <ul>
        {behorighetsregler(insats.profil).map(({ text }) => (
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

function Identitet({ svar, errors }: SteginnehallProps): VNode {
  return (
    <>
      <Falt
        name="personnummer"
        label="Personnummer eller samordningsnummer"
        hint="Tolv siffror, ÅÅÅÅMMDD-NNNN."
        inputmode="numeric"
        errors={errors.personnummer}
        value={ett(svar, 'personnummer')}
      />
      <Falt name="namn" label="Namn" bredd="full" errors={errors.namn} value={ett(svar, 'namn')} />
    </>
  );
}

function Kontakt({ svar, errors }: SteginnehallProps): VNode {
  return (
    <>
      <Falt name="telefon" label="Telefon" frivillig type="tel" errors={errors.telefon} value={ett(svar, 'telefon')} />
      <Falt
        name="epost"
        label="E-post"
        frivillig
        type="email"
        bredd="full"
        errors={errors.epost}
        value={ett(svar, 'epost')}
      />
      <Kryssruta name="tolk" label="Personen behöver tolk" errors={errors.tolk} checked={ikryssad(svar, 'tolk')} />
      <Falt
        name="sprak"
        label="Språk"
        hint="Behövs om personen behöver tolk."
        frivillig
        errors={errors.sprak}
        value={ett(svar, 'sprak')}
      />
      <Kryssruta
        name="skyddad"
        label="Personen har skyddade personuppgifter"
        hint="Skriv då inte var personen bor eller vistas i texterna längre fram."
        errors={errors.skyddad}
        checked={ikryssad(svar, 'skyddad')}
      />
    </>
  );
}
