import type { VNode } from 'preact';
import { insatsuppgiftstyper } from '../../../domain/insats/uppgifter.js';
import { ett, type Svar } from '../../beslut/formular.js';
import { MAX } from '../../beslut/regler.js';
import { Brodsmulor } from '../../components/brodsmulor.js';
import { Falt } from '../../components/form/falt.js';
import { antalFel, Felsammanfattning, type FaltFel } from '../../components/form/felsammanfattning.js';
import { Formular } from '../../components/form/formular.js';
import { Valjare } from '../../components/form/valjare.js';
import { formatDatum } from '../../components/format.js';
import { Knapp, Knapprad, Lankknapp } from '../../components/knapp.js';
import { Sida } from '../../components/sida.js';
import { Sidhuvud } from '../../components/sidhuvud.js';
import type { Sidram } from '../../http/page-frame.js';
import type { Insatsmottagarval, Lastinsatsuppgift } from '../../queries/insatsuppgifter.js';

export interface GeInsatsuppgiftPageProps {
  readonly ram: Sidram;
  readonly rad: Lastinsatsuppgift;
  readonly mottagare: readonly Insatsmottagarval[];
  readonly svar: Svar;
  readonly errors: FaltFel;
  /** where the task was chosen */
  readonly ater: string;
}

/** `/uppgifter/insats/ge`: whom a task of a whole insats is given to, and what is said about it. */
export function GeInsatsuppgiftPage({ ram, rad, mottagare, svar, errors, ater }: GeInsatsuppgiftPageProps): VNode {
  const { id, insats, typ, forfaller } = rad;
  const rubrik = `Ge uppgiften ${insatsuppgiftstyper[typ].rubrik} till någon`;
  return (
    <Sida
      {...ram}
      titel={rubrik}
      smal
      harFel={antalFel(errors) > 0}
      brodsmulor={<Brodsmulor lankar={[{ href: ater, text: 'Uppgifter' }]} har={rubrik} />}
    >
      <Sidhuvud
        rubrik={rubrik}
        ingress={`${insats}, senast ${formatDatum(forfaller)}. Rollen ansvarar som förut, och den sista dagen ändras inte.`}
      />
      <Felsammanfattning errors={errors} />
      <Formular action="/uppgifter/insats/ge" csrf={ram.csrf} hidden={{ id, ater }}>
        <Valjare
          name="till"
          label="Ge till"
          tomt="Välj person"
          value={ett(svar, 'till')}
          errors={errors['till'] ?? []}
          options={mottagare.map(({ id: value, namn }) => ({ value, label: namn }))}
        />
        <Falt
          name="not"
          label="Något att säga om det"
          hint={`Skriv så att ingen person kan kännas igen. Högst ${MAX.rad} tecken.`}
          frivillig
          bredd="full"
          value={ett(svar, 'not')}
          errors={errors['not'] ?? []}
        />
        <Knapprad>
          <Knapp variant="primary">Ge uppgiften</Knapp>
          <Lankknapp href={ater}>Avbryt</Lankknapp>
        </Knapprad>
      </Formular>
    </Sida>
  );
}
