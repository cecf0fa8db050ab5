import type { VNode } from 'preact';
import { insatsroller } from '../../../domain/insats/bemanning.js';
import type { Rollkod } from '../../../domain/koder.js';
import { ett, type Svar } from '../../beslut/formular.js';
import { Brodsmulor } from '../../components/brodsmulor.js';
import { Felsammanfattning, type FaltFel } from '../../components/form/felsammanfattning.js';
import { Formular } from '../../components/form/formular.js';
import { Radiogrupp } from '../../components/form/val.js';
import { Valjare } from '../../components/form/valjare.js';
import { Knapp, Knapprad } from '../../components/knapp.js';
import { Kort } from '../../components/kort.js';
import { Meddelande } from '../../components/meddelande.js';
import { SakerLank } from '../../components/saker-lank.js';
import { Sida } from '../../components/sida.js';
import { Sidhuvud } from '../../components/sidhuvud.js';
import { Tabell } from '../../components/tabell.js';
import type { Sidram } from '../../http/page-frame.js';
import { folkadress } from '../profiler/adresser.js';
import type { Insatsfolk, Personval, Teamrad } from '../../queries/folk.js';

export interface FolkPageProps {
  readonly ram: Sidram;
  readonly insats: {
    readonly kod: string;
    readonly namn: string;
    readonly parter: readonly string[];
    readonly team: readonly { readonly id: string; readonly namn: string }[];
  };
  readonly folk: Insatsfolk;
  /** What the insats calls a role. */
  readonly rollord: (roll: Rollkod) => string;
  /** Whether the person may go to the page of the förbund's organisation. */
  readonly kansli: boolean;
  /** Whether the person may read the insats's own page. */
  readonly inne: boolean;
  readonly svar: Svar;
  readonly errors: FaltFel;
  /** Why somebody could not be taken away. */
  readonly hindrat: string | undefined;
}

/** `/insatser/<kod>/folk`: who works in the insats and who sits in its teams. */
export function FolkPage(props: FolkPageProps): VNode {
  const { ram, insats, kansli, inne, errors, hindrat } = props;
  return (
    <Sida
      {...ram}
      titel={`Personer i ${insats.namn}`}
      harFel={hindrat !== undefined || Object.keys(errors).length > 0}
      brodsmulor={
        <Brodsmulor
          lankar={
            inne
              ? [{ href: `/insatser/${insats.kod}`, text: insats.namn }]
              : [{ href: `/insatser/${insats.kod}/profil`, text: insats.namn }]
          }
          har="Personer"
        />
      }
    >
      <Felsammanfattning errors={errors} />
      {hindrat !== undefined && (
        <Meddelande typ="error" rubrik="Personen är kvar" nytt>
          <p>{hindrat}</p>
        </Meddelande>
      )}
      <Sidhuvud
        rubrik={`Personer i ${insats.namn}`}
        ingress={
          <>
            Här bestäms vem som arbetar i insatsen och vem som sitter i teamet. Den som saknas i listorna behöver först
            bli användare
            {kansli ? (
              <>
                {' '}
                i <SakerLank href="/admin/organisation">förbundets organisation</SakerLank>.
              </>
            ) : (
              ': be kansliet.'
            )}
          </>
        }
      />
      <Roller {...props} />
      {insats.team.map((team) => (
        <Team key={team.id} team={team} {...props} />
      ))}
      {insats.team.length > 0 && <LaggTillITeam {...props} />}
    </Sida>
  );
}

const personval = (personer: readonly Personval[]) =>
  personer.map(({ id, namn, verksamhet }) => ({ value: id, label: `${namn}, ${verksamhet}` }));

/** A button of its own for each row: it says whom it takes away to those who do not see the row. */
function TaBort({
  action,
  csrf,
  hidden,
  vem,
}: {
  action: string;
  csrf: string;
  hidden: Readonly<Record<string, string>>;
  vem: string;
}): VNode {
  return (
    <Formular action={action} csrf={csrf} hidden={hidden}>
      <Knapp liten variant="tertiary">
        Ta bort<span class="sr-only"> {vem}</span>
      </Knapp>
    </Formular>
  );
}

function Roller({ ram, insats, folk, rollord, svar, errors }: FolkPageProps): VNode {
  const adress = `${folkadress(insats.kod)}/roll`;
  return (
    <Kort rubrik="Roller" niva={2}>
      <Tabell
        id="roller"
        caption="Roller i insatsen"
        doldCaption
        rows={folk.roller}
        rowKey={({ anvandareId, roll }) => `${anvandareId} ${roll}`}
        empty={<p>Ingen har någon roll i insatsen än. Lägg till en sammankallande först.</p>}
        columns={[
          { rubrik: 'Namn', radrubrik: true, cell: ({ namn }) => namn },
          { rubrik: 'Verksamhet', cell: ({ verksamhet }) => verksamhet },
          { rubrik: 'Roll', cell: ({ roll, ordforande }) => `${rollord(roll)}${ordforande ? ' (ordförande)' : ''}` },
          {
            rubrik: 'Ta bort',
            doldRubrik: true,
            cell: ({ anvandareId, roll, namn, ordforande }) => (
              <div class="knapprad">
                {roll === 'styrgrupp' && !ordforande && (
                  <Formular
                    action={`${folkadress(insats.kod)}/ordforande`}
                    csrf={ram.csrf}
                    hidden={{ person: anvandareId }}
                  >
                    <Knapp liten variant="tertiary">
                      Gör till ordförande<span class="sr-only">: {namn}</span>
                    </Knapp>
                  </Formular>
                )}
                <TaBort
                  action={`${adress}/bort`}
                  csrf={ram.csrf}
                  hidden={{ person: anvandareId, roll }}
                  vem={`${namn} som ${rollord(roll)}`}
                />
              </div>
            ),
          },
        ]}
      />
      <h3>Ge någon en roll</h3>
      <Formular action={adress} csrf={ram.csrf}>
        <Valjare
          name="person"
          label="Person"
          tomt="Välj person"
          bredd="full"
          options={personval(folk.personer)}
          value={ett(svar, 'person')}
          {...(errors['person'] ? { errors: errors['person'] } : {})}
        />
        <Radiogrupp
          name="roll"
          label="Roll"
          options={Object.keys(insatsroller).map((roll) => ({ value: roll, label: rollord(roll as Rollkod) }))}
          value={ett(svar, 'roll')}
          {...(errors['roll'] ? { errors: errors['roll'] } : {})}
        />
        <Knapprad>
          <Knapp>Lägg till rollen</Knapp>
        </Knapprad>
      </Formular>
    </Kort>
  );
}

function Team({ ram, insats, folk, team }: FolkPageProps & { team: { id: string; namn: string } }): VNode {
  const rows: readonly Teamrad[] = folk.medlemmar.filter(({ teamId }) => teamId === team.id);
  return (
    <Kort rubrik={team.namn} niva={2}>
      <Tabell
        id={`team-${team.id}`}
        caption={`Medlemmar och ersättare i ${team.namn}`}
        doldCaption
        rows={rows}
        rowKey={({ anvandareId }) => anvandareId}
        empty={<p>Ingen sitter i teamet än. Utan medlemmar kan inga remisser skickas hit.</p>}
        columns={[
          { rubrik: 'Namn', radrubrik: true, cell: ({ namn }) => namn },
          { rubrik: 'För verksamhet', cell: ({ verksamhet }) => verksamhet },
          { rubrik: 'Plats', cell: ({ ersattare }) => (ersattare ? 'Ersättare' : 'Ordinarie') },
          {
            rubrik: 'Ta bort',
            doldRubrik: true,
            cell: ({ anvandareId, namn }) => (
              <TaBort
                action={`${folkadress(insats.kod)}/team/bort`}
                csrf={ram.csrf}
                hidden={{ team: team.id, medlem: anvandareId }}
                vem={`${namn} ur ${team.namn}`}
              />
            ),
          },
        ]}
      />
    </Kort>
  );
}

function LaggTillITeam({ ram, insats, folk, svar, errors }: FolkPageProps): VNode {
  const fel = (name: string) => (errors[name] ? { errors: errors[name] } : {});
  const [only, ...more] = insats.team;
  const valbara = folk.verksamheter.filter(({ part }) => insats.parter.includes(part));
  return (
    <Kort rubrik="Ge någon en plats i teamet" niva={2}>
      <Formular
        action={`${folkadress(insats.kod)}/team`}
        csrf={ram.csrf}
        hidden={only && more.length === 0 ? { team: only.id } : {}}
      >
        {more.length > 0 && (
          <Valjare
            name="team"
            label="Team"
            tomt="Välj team"
            options={insats.team.map(({ id, namn }) => ({ value: id, label: namn }))}
            value={ett(svar, 'team')}
            {...fel('team')}
          />
        )}
        <Valjare
          name="medlem"
          label="Person i teamet"
          tomt="Välj person"
          bredd="full"
          options={personval(folk.personer)}
          value={ett(svar, 'medlem')}
          {...fel('medlem')}
        />
        <Valjare
          name="verksamhet"
          label="För vilken verksamhet"
          tomt="Personens egen verksamhet"
          bredd="full"
          options={valbara.map(({ id, namn }) => ({ value: id, label: namn }))}
          value={ett(svar, 'verksamhet')}
          {...fel('verksamhet')}
        />
        <Radiogrupp
          name="plats"
          label="Plats"
          rad
          options={[
            { value: 'ordinarie', label: 'Ordinarie' },
            { value: 'ersattare', label: 'Ersättare' },
          ]}
          value={ett(svar, 'plats') || 'ordinarie'}
          {...fel('plats')}
        />
        <Knapprad>
          <Knapp>Lägg till i teamet</Knapp>
        </Knapprad>
      </Formular>
    </Kort>
  );
}
