import type { VNode } from 'preact';
import { Formular } from '../../components/form/formular.js';
import { Knapp, Knapprad, Lankknapp } from '../../components/knapp.js';
import { Sida } from '../../components/sida.js';
import { Sidhuvud } from '../../components/sidhuvud.js';
import type { Sidram } from '../../http/page-frame.js';

/** Asks before a draft is removed for good. */
export function TaBortSida({ adress, ram }: { adress: string; ram: Sidram }): VNode {
  return (
    <Sida {...ram} titel="Ta bort utkastet" smal>
      <Sidhuvud rubrik="Ta bort utkastet?" ingress="Det du har skrivit tas bort och går inte att få tillbaka." />
      <Formular action={adress} csrf={ram.csrf}>
        <Knapprad>
          <Knapp variant="danger">Ta bort utkastet</Knapp>
          <Lankknapp href="/remisser">Behåll utkastet</Lankknapp>
        </Knapprad>
      </Formular>
    </Sida>
  );
}
