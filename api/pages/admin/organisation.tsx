import type { VNode } from 'preact';
import { kommunNamn } from '../../../domain/kommuner.js';
import { ett, type Svar } from '../../beslut/formular.js';
import { Falt, type FaltProps } from '../../components/form/falt.js';
import type { FaltFel } from '../../components/form/felsammanfattning.js';
import { Formular } from '../../components/form/formular.js';
import { Kryssruta } from '../../components/form/val.js';
import { Valjare } from '../../components/form/valjare.js';
import { Knapp, Knapprad } from '../../components/knapp.js';
import { Kort } from '../../components/kort.js';
import { Tabell } from '../../components/tabell.js';
import type { Sidram } from '../../http/page-frame.js';
import type { Organisation } from '../../queries/folk.js';
import { AdminRam, ORGANISATION } from './ram.js';

export interface OrganisationPageProps {
  readonly ram: Sidram;
  readonly forbund: readonly Organisation[];
  readonly svar: Svar;
  readonly errors: FaltFel;
  /** Whether the reader has the other pages of a förvaltare too; otherwise she is kansli. */
  readonly forvaltare: boolean;
}

/** `/admin/organisation`: the verksamheter of each förbund and their people; adding either. */
export function OrganisationPage(props: OrganisationPageProps): VNode {
  const { ram, forbund, errors, forvaltare } = props;
  return (
    <AdminRam
      ram={ram}
      rubrik="Organisation"
      ingress="Verksamheterna och de som kan logga in. Vem som arbetar i en insats bestäms på insatsens egen sida."
      errors={errors}
      {...(forvaltare ? { flik: ORGANISATION } : { ovanfor: { href: '/kansli', text: 'Kansli' } })}
    >
      {forbund.map((one) => (
        <Forbund key={one.kod} forbund={one} />
      ))}
      <NyAnvandare {...props} />
      <NyVerksamhet {...props} />
    </AdminRam>
  );
}

function Forbund({ forbund: { kod, namn, parter, verksamheter } }: { forbund: Organisation }): VNode {
  const partnamn = (part: string): string => parter.find((one) => one.kod === part)?.namn ?? part;
  return (
    <Kort rubrik={namn} niva={2}>
      <Tabell
        id={`verksamheter-${kod}`}
        caption={`Verksamheter i ${namn}`}
        doldCaption
        rows={verksamheter}
        rowKey={(rad) => rad.id}
        empty={<p>Förbundet har inga verksamheter än. Lägg till den första här nedanför.</p>}
        columns={[
          { rubrik: 'Verksamhet', radrubrik: true, cell: (rad) => rad.namn },
          { rubrik: 'Part', cell: (rad) => partnamn(rad.part) },
          { rubrik: 'Kommun', cell: (rad) => (rad.kommun === null ? '' : kommunNamn(rad.kommun)) },
          {
            rubrik: 'Personer',
            cell: ({ anvandare }) =>
              anvandare.length === 0
                ? 'Ingen än'
                : anvandare.map(({ id, namn: person, titel }) => (
                    <div key={id}>{titel ? `${person}, ${titel}` : person}</div>
                  )),
          },
        ]}
      />
    </Kort>
  );
}

type Rad = Pick<FaltProps, 'name' | 'label'> & Partial<Pick<FaltProps, 'hint' | 'bredd' | 'frivillig' | 'inputmode'>>;

/** A text field with what was typed in it. */
const faltMed =
  ({ svar, errors }: OrganisationPageProps) =>
  (rad: Rad): VNode => (
    <Falt key={rad.name} bredd="medel" {...rad} value={ett(svar, rad.name)} {...felAt(errors, rad.name)} />
  );

const felAt = (errors: FaltFel, name: string) => (errors[name] ? { errors: errors[name] } : {});

function NyAnvandare(props: OrganisationPageProps): VNode {
  const { ram, forbund, svar, errors } = props;
  const falt = faltMed(props);
  const grupper = forbund.map(({ namn, verksamheter }) => ({
    label: namn,
    options: verksamheter.map((one) => ({ value: one.id, label: one.namn })),
  }));
  return (
    <Kort rubrik="Lägg till en person" niva={2}>
      <Formular action={`${ORGANISATION}/person`} csrf={ram.csrf}>
        {falt({ name: 'namn', label: 'Namn' })}
        {falt({ name: 'epost', label: 'E-postadress', inputmode: 'email' })}
        {falt({ name: 'titel', label: 'Titel', frivillig: true })}
        <Valjare
          name="verksamhet"
          label="Personens verksamhet"
          tomt="Välj verksamhet"
          bredd="full"
          grupper={grupper}
          value={ett(svar, 'verksamhet')}
          {...felAt(errors, 'verksamhet')}
        />
        {falt({
          name: 'sub',
          label: 'Identitet vid inloggning',
          hint: 'Det som inloggningstjänsten kallar personen (sub). Den som sköter inloggningen vet.',
        })}
        <Kryssruta
          name="handlaggare"
          value="ja"
          label="Personen skickar remisser (handläggare)"
          checked={ett(svar, 'handlaggare') === 'ja'}
        />
        <Knapprad>
          <Knapp>Lägg till personen</Knapp>
        </Knapprad>
      </Formular>
    </Kort>
  );
}

function NyVerksamhet(props: OrganisationPageProps): VNode {
  const { ram, forbund, svar, errors } = props;
  const falt = faltMed(props);
  const grupper = forbund.map(({ kod, namn, parter }) => ({
    label: namn,
    options: parter.map((part) => ({ value: `${kod}/${part.kod}`, label: part.namn })),
  }));
  return (
    <Kort rubrik="Lägg till en verksamhet" niva={2}>
      <Formular action={`${ORGANISATION}/verksamhet`} csrf={ram.csrf}>
        <Valjare
          name="part"
          label="Förbund och part"
          tomt="Välj part"
          grupper={grupper}
          value={ett(svar, 'part')}
          {...felAt(errors, 'part')}
        />
        {falt({ name: 'verksamhetsnamn', label: 'Verksamhetens namn', hint: 'Till exempel Nybro kommun, IFF.' })}
        {falt({
          name: 'verksamhetskod',
          label: 'Verksamhetens kod',
          hint: 'Små bokstäver a–z, siffror och understreck.',
          bredd: 'kort',
        })}
        {falt({
          name: 'kommun',
          label: 'Kommun',
          hint: 'Om verksamheten är en kommuns.',
          frivillig: true,
        })}
        <Knapprad>
          <Knapp>Lägg till verksamheten</Knapp>
        </Knapprad>
      </Formular>
    </Kort>
  );
}
