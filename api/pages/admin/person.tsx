import type { VNode } from 'preact';
import { isKod, roller } from '../../../domain/koder.js';
import { ett, type Svar } from '../../beslut/formular.js';
import { Definitionslista } from '../../components/definitionslista.js';
import { Falt } from '../../components/form/falt.js';
import type { FaltFel } from '../../components/form/felsammanfattning.js';
import { Formular } from '../../components/form/formular.js';
import { Radiogrupp } from '../../components/form/val.js';
import { Valjare } from '../../components/form/valjare.js';
import { formatAntal } from '../../components/format.js';
import { Knapp, Knapprad, Lankknapp } from '../../components/knapp.js';
import { Kort } from '../../components/kort.js';
import { Marke } from '../../components/marke.js';
import { Meddelande } from '../../components/meddelande.js';
import { Tabell } from '../../components/tabell.js';
import { Utfallbar } from '../../components/utfallbar.js';
import type { Sidram } from '../../http/page-frame.js';
import type { Chefval, Personroll, Personsida } from '../../queries/forvaltning.js';
import { forvaltarroller } from '../../records/forvaltning/roll.js';
import { Franvaro, type FranvaroProps } from '../franvaro/delar.js';
import { ADMIN, ADMIN_OVERLAMNING, AdminRam, personadress } from './ram.js';

export interface PersonPageProps {
  readonly ram: Sidram;
  readonly person: Personsida;
  /** Whether the reader looks at herself. */
  readonly sigSjalv: boolean;
  readonly verksamheter: readonly { readonly id: string; readonly namn: string }[];
  /** The others of the part, who can lead her, and who does. */
  readonly chefer: readonly Chefval[];
  readonly franvaro: Pick<FranvaroProps, 'franvaro' | 'val' | 'ersattareId' | 'nyttId'>;
  readonly svar: Svar;
  readonly errors: FaltFel;
  /** Why something could not be done that has no field. */
  readonly hindrat?: string | undefined;
}

const rollord = (kod: string): string => (isKod(roller, kod) ? roller[kod] : kod);

/** `/admin/personer/<id>`: a person of the part: what she is told by, her roles, her absences, and her leaving. */
export function PersonPage(props: PersonPageProps): VNode {
  const { ram, person, franvaro, svar, errors, hindrat } = props;
  const { namn, epost, titel, verksamhet, chef, aktiv, arenden } = person;
  return (
    <AdminRam
      ram={ram}
      rubrik={namn}
      ovanfor={{ href: ADMIN, text: 'Förvaltning' }}
      errors={errors}
      {...(aktiv ? {} : { marken: <Marke>Avstängd</Marke> })}
    >
      {hindrat !== undefined && (
        <Meddelande typ="error" nytt rubrik="Det gick inte">
          <p>{hindrat}</p>
        </Meddelande>
      )}
      <Kort rubrik="Uppgifter om personen">
        <Definitionslista
          rader={[
            { term: 'E-post', varde: epost },
            ...(titel ? [{ term: 'Titel', varde: titel }] : []),
            { term: 'Verksamhet', varde: verksamhet },
            ...(chef === null ? [] : [{ term: 'Chef', varde: chefnamn(chef, chef.namn) }]),
            { term: 'Öppna ärenden', varde: formatAntal(arenden, 'ärenden') },
          ]}
        />
        <Andra {...props} />
      </Kort>
      <Roller {...props} />
      {aktiv && (
        <Franvaro
          csrf={ram.csrf}
          adress={`${personadress(person.id)}/franvaro`}
          egen={false}
          {...{ svar, errors }}
          {...franvaro}
        />
      )}
      <Slutar {...props} />
    </AdminRam>
  );
}

/** A chef who has left is told nothing: that is to be seen, so that another is chosen. */
const chefnamn = ({ aktiv }: Chefval, namn: string): string => (aktiv ? namn : `${namn} (avstängd)`);

const fel = (errors: FaltFel, name: string) => (errors[name] ? { errors: errors[name] } : {});

function Andra({ ram, person, verksamheter, chefer, svar, errors }: PersonPageProps): VNode {
  const typed = 'namn' in svar;
  const varde = (name: string, nu: string | null): string => (typed ? ett(svar, name) : (nu ?? ''));
  return (
    <Utfallbar rubrik="Ändra uppgifterna" oppen={typed}>
      <Formular action={`${personadress(person.id)}/uppgifter`} csrf={ram.csrf}>
        <Falt name="namn" label="Namn" value={varde('namn', person.namn)} {...fel(errors, 'namn')} />
        <Falt
          name="epost"
          label="E-postadress"
          inputmode="email"
          value={varde('epost', person.epost)}
          {...fel(errors, 'epost')}
        />
        <Falt name="titel" label="Titel" frivillig value={varde('titel', person.titel)} {...fel(errors, 'titel')} />
        <Valjare
          name="verksamhet"
          label="Verksamhet"
          hint="Den som byter verksamhet lämnar först över sina ärenden."
          bredd="full"
          options={verksamheter.map(({ id, namn }) => ({ value: id, label: namn }))}
          value={varde('verksamhet', person.verksamhetId)}
          {...fel(errors, 'verksamhet')}
        />
        <Valjare
          name="chef"
          label="Chef"
          hint="Får veta när något i ett ärende med skyddade personuppgifter blir stående hos personen."
          bredd="full"
          frivillig
          tomt="Ingen vald"
          options={chefer.map((one) => ({ value: one.id, label: chefnamn(one, `${one.namn}, ${one.verksamhet}`) }))}
          value={varde('chef', person.chef?.id ?? null)}
          {...fel(errors, 'chef')}
        />
        <Knapprad>
          <Knapp>Spara uppgifterna</Knapp>
        </Knapprad>
      </Formular>
    </Utfallbar>
  );
}

/** Whether a förvaltare takes the role here: it belongs to no insats, and people have given it. */
const kanTas = ({ roll, franLogin }: Personroll): boolean => roll in forvaltarroller && !franLogin;

function Roller({ ram, person, svar, errors }: PersonPageProps): VNode {
  const adress = `${personadress(person.id)}/roll`;
  return (
    <Kort rubrik="Roller">
      <Tabell
        id="roller"
        caption={`Roller för ${person.namn}`}
        doldCaption
        rows={person.roller}
        rowKey={({ roll, galler, ersattare, franLogin }) => `${roll} ${galler} ${ersattare} ${franLogin}`}
        empty={<p>Personen har ingen roll än.</p>}
        columns={[
          {
            rubrik: 'Roll',
            radrubrik: true,
            cell: ({ roll, ersattare, ordforande }) =>
              `${rollord(roll)}${ersattare ? ' (ersättare)' : ''}${ordforande ? ' (ordförande)' : ''}`,
          },
          { rubrik: 'Gäller', cell: ({ galler }) => galler ?? 'Hela förbundet' },
          {
            rubrik: 'Ta bort',
            doldRubrik: true,
            cell: (rad) =>
              kanTas(rad) ? (
                <Formular action={`${adress}/bort`} csrf={ram.csrf} hidden={{ roll: rad.roll }}>
                  <Knapp liten variant="tertiary">
                    Ta bort<span class="sr-only"> rollen {rollord(rad.roll)}</span>
                  </Knapp>
                </Formular>
              ) : (
                <span class="dampad">{rad.franLogin ? 'Ges av inloggningen' : 'Ges i insatsen'}</span>
              ),
          },
        ]}
      />
      {person.aktiv && (
        <>
          <h3>Ge en roll</h3>
          <p>Roller och platser i en insats ges på insatsens egen sida, av sammankallande eller kansliet.</p>
          <Formular action={adress} csrf={ram.csrf}>
            <Radiogrupp
              name="roll"
              label="Roll"
              options={[
                { value: 'handlaggare', label: 'Handläggare', hint: 'Skickar remisser.' },
                { value: 'forvaltare', label: 'Förvaltare', hint: 'Förvaltar användarna hos er part.' },
              ]}
              value={ett(svar, 'roll')}
              {...fel(errors, 'roll')}
            />
            <Knapprad>
              <Knapp>Ge rollen</Knapp>
            </Knapprad>
          </Formular>
        </>
      )}
    </Kort>
  );
}

function Slutar({ ram, person, sigSjalv }: PersonPageProps): VNode {
  const { id, aktiv, arenden } = person;
  const konto = `${personadress(id)}/konto`;
  return (
    <Kort rubrik={aktiv ? 'Slutar eller byter arbete' : 'Avstängd'}>
      <p>
        {aktiv
          ? 'Lämna över allt som ligger hos personen till en kollega i samma verksamhet. Ingenting blir liggande.'
          : 'Personen kan inte logga in. Det som fortfarande ligger hos personen kan lämnas över.'}
      </p>
      <Knapprad>
        <Lankknapp href={`${ADMIN_OVERLAMNING}/ny?fran=${id}`}>Lämna över arbetet</Lankknapp>
      </Knapprad>
      {!aktiv && (
        <Formular action={`${konto}/oppna`} csrf={ram.csrf}>
          <Knapprad>
            <Knapp>Öppna kontot igen</Knapp>
          </Knapprad>
        </Formular>
      )}
      {aktiv && !sigSjalv && (
        <Utfallbar rubrik="Stäng av personen nu">
          <p>
            Personen loggas ut och kommer inte in igen.
            {arenden > 0 &&
              ` ${formatAntal(arenden, 'ärenden')} ligger kvar hos personen tills någon tar över. Sammankallande får veta det som gäller dem.`}
          </p>
          <Formular action={`${konto}/stang`} csrf={ram.csrf}>
            <Knapprad>
              <Knapp variant="danger">Stäng av personen</Knapp>
            </Knapprad>
          </Formular>
        </Utfallbar>
      )}
    </Kort>
  );
}
