import type { VNode } from 'preact';
import type { Beslutsformular, Formularunderlag, Svar } from '../../beslut/formular.js';
import { beslut as beslutslista } from '../../../domain/faser.js';
import type { Sidvisning } from '../../../domain/oppen-sida.js';
import { Brodsmulor } from '../../components/brodsmulor.js';
import { formatTidpunkt } from '../../components/format.js';
import { Felsammanfattning, antalFel, type FaltFel } from '../../components/form/felsammanfattning.js';
import { Formular } from '../../components/form/formular.js';
import { Knapp, Knapprad, Lankknapp } from '../../components/knapp.js';
import { Kort } from '../../components/kort.js';
import { Meddelande } from '../../components/meddelande.js';
import { Sida } from '../../components/sida.js';
import { SakerLank } from '../../components/saker-lank.js';
import { Sidhuvud } from '../../components/sidhuvud.js';
import type { Sidram } from '../../http/page-frame.js';
import type { Arendehuvud } from '../../queries/arende.js';
import { personnamn } from './namn.js';
import { historia } from './tidslinje-data.js';

/** How a decision's form comes to be shown. */
export type Formularlage =
  | { readonly slag: 'ifyllning' }
  | { readonly slag: 'fel' }
  /** A rule, or somebody faster, stands in the way. `mojligt`: another answer may still be accepted. */
  | { readonly slag: 'hindrat'; readonly mening: string; readonly mojligt: boolean; readonly sedanVersion: number }
  /** Opened when it could not be taken: too early, too late. */
  | { readonly slag: 'stangt'; readonly mening: string }
  | { readonly slag: 'inte_registrerat' }
  /** A fault of ours; sent again it is another try. */
  | { readonly slag: 'oskrivbart' };

export interface BeslutPageProps {
  readonly formular: Beslutsformular;
  readonly arende: Arendehuvud;
  readonly underlag: Formularunderlag;
  readonly svar: Svar;
  readonly errors: FaltFel;
  readonly lage: Formularlage;
  /** The case's version that the form was opened at. */
  readonly version: number;
  readonly beslutId: string;
  readonly hem: string;
  /** Where the form was opened from, when not from the case: a meeting. */
  readonly tillbaka?: string | undefined;
  /** For who may decide without knowing whom it is about: no name, no way to the case. */
  readonly utanPerson: boolean;
  /** What of the ärende the form shows. */
  readonly visning: Sidvisning;
  readonly ram: Sidram;
}

/** Where who may not read the case goes back to. */
const HEM: Readonly<Record<string, string>> = { '/styrgrupp': 'Styrgruppen', '/uppgifter': 'Uppgifter' };

const NOT_REGISTERED = 'Beslutet är inte registrerat ännu';

/** What has happened in the case since the form was opened: who was faster, with what and when. */
function Sedan({ arende, version }: { arende: Arendehuvud; version: number }): VNode | null {
  const since = historia(arende, (one) => one.version > version && one.av !== undefined);
  if (since.length === 0) return null;
  return (
    <>
      <p>Det här har hänt sedan du öppnade sidan:</p>
      <ul>
        {since.map((one) => (
          <li key={one.id}>
            {one.rubrik} – {one.av}, {formatTidpunkt(one.tid)}
          </li>
        ))}
      </ul>
    </>
  );
}

function Besked({ lage, arende }: Pick<BeslutPageProps, 'lage' | 'arende'>): VNode | null {
  if (lage.slag === 'inte_registrerat')
    return (
      <Meddelande typ="warning" rubrik={NOT_REGISTERED} nytt>
        <p>
          Systemet som tar emot beslut svarar inte just nu. Det du skrev finns kvar nedan. Vänta en stund och skicka
          igen: det räknas som samma beslut även om det skickas flera gånger.
        </p>
      </Meddelande>
    );
  if (lage.slag === 'oskrivbart')
    return (
      <Meddelande typ="error" rubrik="Något gick fel hos oss" nytt>
        <p>
          Beslutet kunde inte registreras. Det du skrev finns kvar nedan. Försök igen. Om felet återkommer, kontakta din
          förvaltare.
        </p>
      </Meddelande>
    );
  if (lage.slag === 'hindrat')
    return (
      <Meddelande typ="error" rubrik="Beslutet kunde inte tas" nytt>
        <p>{lage.mening}</p>
        <Sedan arende={arende} version={lage.sedanVersion} />
      </Meddelande>
    );
  if (lage.slag === 'stangt')
    return (
      <Meddelande typ="info" rubrik="Det går inte just nu">
        <p>{lage.mening}</p>
      </Meddelande>
    );
  return null;
}

/** What was typed, for copying, when the form can no longer be sent. */
function Kvar({ formular, svar, underlag, hem, utanPerson }: BeslutPageProps): VNode {
  const { Falt } = formular;
  return (
    <>
      {Object.keys(svar).length > 0 && (
        <Kort rubrik="Det du skrev">
          <p>Beslutet kan inte skickas nu. Kopiera det du vill ha kvar.</p>
          <Falt svar={svar} errors={{}} underlag={underlag} />
        </Kort>
      )}
      <Knapprad>
        <Lankknapp href={hem} variant="primary">
          {utanPerson ? 'Tillbaka' : 'Till ärendet'}
        </Lankknapp>
      </Knapprad>
    </>
  );
}

function Ifyllning(props: BeslutPageProps & { csrf: string }): VNode {
  const { formular, svar, errors, underlag, beslutId, version, csrf, hem, tillbaka = hem, lage } = props;
  const { Falt } = formular;
  return (
    <Formular action="" csrf={csrf} beslutId={beslutId} hidden={{ version: String(version) }}>
      <Falt svar={svar} errors={errors} underlag={underlag} />
      <Knapprad>
        <Knapp variant="primary">{lage.slag === 'inte_registrerat' ? 'Skicka igen' : formular.knapp(underlag)}</Knapp>
        <Lankknapp href={tillbaka} variant="tertiary">
          Avbryt
        </Lankknapp>
      </Knapprad>
    </Formular>
  );
}

/** One decision: what it leads to, its fields, its button; and what became of it when it was not taken. */
export function BeslutPage(props: BeslutPageProps): VNode {
  const { formular, arende, underlag, errors, lage, hem, utanPerson, ram } = props;
  const rubrik = beslutslista[formular.typ];
  const closed = lage.slag === 'stangt' || (lage.slag === 'hindrat' && !lage.mojligt);
  const failed = antalFel(errors) > 0 || lage.slag === 'hindrat' || lage.slag === 'oskrivbart';
  const titel = lage.slag === 'inte_registrerat' ? NOT_REGISTERED : `${rubrik} ${arende.nummer}`;
  return (
    <Sida
      {...ram}
      visar={{ nummer: [arende.nummer], visning: props.visning }}
      titel={titel}
      harFel={failed}
      smal
      brodsmulor={
        <Brodsmulor
          lankar={[{ href: hem, text: utanPerson ? (HEM[hem] ?? 'Tillbaka') : arende.nummer }]}
          har={rubrik}
        />
      }
    >
      <Besked lage={lage} arende={arende} />
      <Felsammanfattning errors={errors} />
      <Sidhuvud
        rubrik={rubrik}
        overrubrik={utanPerson ? arende.nummer : `${arende.nummer} · ${personnamn(arende)}`}
        ingress={closed ? undefined : formular.ingress?.(underlag)}
      />
      {!utanPerson && (
        <p>
          <SakerLank href={hem}>Läs ärendet {arende.nummer}</SakerLank>
        </p>
      )}
      {closed ? <Kvar {...props} /> : <Ifyllning {...props} csrf={ram.csrf} />}
    </Sida>
  );
}
