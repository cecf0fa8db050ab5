import type { VNode } from 'preact';
import { Datumfalt, Falt } from '../../api/components/form/falt.js';
import { Felsammanfattning } from '../../api/components/form/felsammanfattning.js';
import { Filterrad, Formular } from '../../api/components/form/formular.js';
import { Textruta } from '../../api/components/form/textruta.js';
import { Kryssruta, Kryssrutor, Radiogrupp } from '../../api/components/form/val.js';
import { Valjare } from '../../api/components/form/valjare.js';
import { Knapp, Knapprad } from '../../api/components/knapp.js';

const errors = {
  personnummer: ['Ange ett personnummer med tolv siffror, till exempel 19820218-2393.'],
  kon: ['Välj man, kvinna eller uppgift saknas.'],
  samtycke: ['Kryssa i att personen har fått informationen.'],
};

const kommuner = [
  { value: '0881', label: 'Nybro' },
  { value: '0862', label: 'Emmaboda' },
];

/** Every field, some with errors, as a page author would write them. */
export function FormExample({ hostile }: { hostile: string }): VNode {
  return (
    <>
      <Filterrad action="/arenden" etikett="Filtrera ärenden">
        <Falt name="sok" label="Ärendenummer" type="search" />
        <Valjare name="fas" label="Fas" tomt="Alla faser" options={[{ value: 'process', label: 'Process' }]} />
        <Knapp>Visa</Knapp>
      </Filterrad>
      <Felsammanfattning errors={errors} ovriga={['Någon annan har redan registrerat ett beslut i ärendet.']} />
      <Formular action="/remisser/ny/person" csrf="token" beslutId="6f1c2d6e-0000-4000-8000-000000000000">
        <Falt
          name="personnummer"
          label="Personnummer"
          hint="Tolv siffror."
          value={`1990${hostile}`}
          inputmode="numeric"
          errors={errors.personnummer}
          bredd="kort"
        />
        <Datumfalt name="fran" label="Samtycket gäller från" value="2026-11-23" />
        <Falt name="epost" label="E-post" type="email" inputmode="email" frivillig />
        <Radiogrupp
          name="kon"
          label="Kön"
          rad
          errors={errors.kon}
          options={[
            { value: 'man', label: 'Man' },
            { value: 'kvinna', label: 'Kvinna' },
            { value: 'saknas', label: 'Uppgift saknas' },
          ]}
        />
        <Radiogrupp
          name="syfte"
          label="Vad vill du?"
          hint="Välj ett."
          value="inskrivning"
          options={[
            { value: 'konsultation', label: 'Få råd av teamet', hint: 'Personen kan vara avidentifierad.' },
            { value: 'inskrivning', label: 'Föreslå inskrivning', hint: 'Kräver samtycke.' },
          ]}
        />
        <Kryssrutor
          name="forsorjning"
          label="Försörjning"
          value={['aktivitetsersattning']}
          options={[
            { value: 'aktivitetsersattning', label: 'Aktivitetsersättning' },
            { value: 'ekonomiskt_bistand', label: 'Ekonomiskt bistånd' },
          ]}
        />
        <Valjare name="kommun" label="Kommun" tomt="Välj kommun" options={kommuner} value="0881" />
        <Textruta name="fraga" label="Fråga till teamet" max={2000} value={`\nRad två${hostile}`} />
        <Kryssruta
          name="samtycke"
          label="Personen har fått information om hur uppgifterna används"
          errors={errors.samtycke}
        />
        <Knapprad>
          <Knapp variant="primary">Spara och gå vidare</Knapp>
          <Knapp>Spara utkast</Knapp>
        </Knapprad>
      </Formular>
    </>
  );
}
