import type { VNode } from 'preact';
import { insatsbeslut, type Insatsbeslutstyp } from '../../../domain/insats/lage.js';
import type { Svar } from '../../beslut/formular.js';
import { Brodsmulor } from '../../components/brodsmulor.js';
import { antalFel, Felsammanfattning, type FaltFel } from '../../components/form/felsammanfattning.js';
import { Formular } from '../../components/form/formular.js';
import { Knapp, Knapprad, Lankknapp } from '../../components/knapp.js';
import { Meddelande } from '../../components/meddelande.js';
import { Sida } from '../../components/sida.js';
import { Sidhuvud } from '../../components/sidhuvud.js';
import type { Sidram } from '../../http/page-frame.js';
import type { Insatsbeslutsformular, Insatsformularunderlag } from '../../insats/formular.js';

/** Why a form is shown again instead of being taken. */
export type Insatsbesked =
  | { readonly slag: 'hindrat'; readonly mening: string }
  | { readonly slag: 'inte_registrerat' }
  | { readonly slag: 'oskrivbart' };

export interface InsatsbeslutPageProps {
  readonly ram: Sidram;
  readonly typ: Insatsbeslutstyp;
  readonly formular: Insatsbeslutsformular;
  readonly underlag: Insatsformularunderlag;
  readonly svar: Svar;
  readonly errors: FaltFel;
  readonly besked?: Insatsbesked | undefined;
  readonly beslutId: string;
  /** Where the person came from. */
  readonly hem: string;
}

const NOT_REGISTERED = 'Beslutet är inte registrerat ännu';

/** A decision on an insats: its fields, its button, and what became of it when it was not taken. */
export function InsatsbeslutPage(props: InsatsbeslutPageProps): VNode {
  const { ram, typ, formular, underlag, svar, errors, besked, beslutId, hem } = props;
  const { Falt } = formular;
  const rubrik = formular.rubrik?.(svar) ?? insatsbeslut[typ];
  const waits = besked?.slag === 'inte_registrerat';
  return (
    <Sida
      {...ram}
      titel={waits ? NOT_REGISTERED : `${rubrik} – ${underlag.namn}`}
      harFel={antalFel(errors) > 0 || besked?.slag === 'hindrat' || besked?.slag === 'oskrivbart'}
      smal
      brodsmulor={<Brodsmulor lankar={[{ href: hem, text: underlag.namn }]} har={rubrik} />}
    >
      <Besked besked={besked} />
      <Felsammanfattning errors={errors} />
      <Sidhuvud rubrik={rubrik} overrubrik={underlag.namn} ingress={formular.ingress(svar)} />
      <Formular action="" csrf={ram.csrf} beslutId={beslutId}>
        <Falt svar={svar} errors={errors} underlag={underlag} />
        <Knapprad>
          <Knapp variant="primary">{waits ? 'Skicka igen' : formular.knapp(svar)}</Knapp>
          <Lankknapp href={hem} variant="tertiary">
            Avbryt
          </Lankknapp>
        </Knapprad>
      </Formular>
    </Sida>
  );
}

function Besked({ besked }: Pick<InsatsbeslutPageProps, 'besked'>): VNode | null {
  switch (besked?.slag) {
    case 'hindrat':
      return (
        <Meddelande typ="error" rubrik="Beslutet kunde inte tas" nytt>
          <p>{besked.mening}</p>
        </Meddelande>
      );
    case 'inte_registrerat':
      return (
        <Meddelande typ="warning" rubrik={NOT_REGISTERED} nytt>
          <p>
            Systemet som tar emot beslut svarar inte just nu. Det du skrev finns kvar nedan. Vänta en stund och skicka
            igen: det räknas som samma beslut även om det skickas flera gånger.
          </p>
        </Meddelande>
      );
    case 'oskrivbart':
      return (
        <Meddelande typ="error" rubrik="Något gick fel hos oss" nytt>
          <p>Beslutet kunde inte registreras. Det du skrev finns kvar nedan. Försök igen.</p>
        </Meddelande>
      );
    case undefined:
      return null;
  }
}
