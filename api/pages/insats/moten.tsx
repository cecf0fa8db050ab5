import type { VNode } from 'preact';
import type { Motesandringsslag } from '../../../domain/insats/lage.js';
import { formatTidpunkt } from '../../components/format.js';
import { Knapprad, Lankknapp } from '../../components/knapp.js';
import { SakerLank } from '../../components/saker-lank.js';
import { Tabell, type Kolumn } from '../../components/tabell.js';
import type { Insatshuvud, Motesrad } from '../../queries/insats.js';

/** How many of the coming meetings are shown. */
const VISAS = 6;

/** Where a meeting is moved or cancelled, or one more is added. */
export const motesandring = (insats: string, team: string, slag: Motesandringsslag, fran?: string): string =>
  `/insatser/${insats}/beslut/motesandring?${new URLSearchParams({ slag, team, ...(fran && { fran }) })}`;

interface MotestabellProps {
  readonly insats: Insatshuvud;
  readonly team: Insatshuvud['team'][number];
  /** Those with an agenda. */
  readonly moten: readonly Motesrad[];
  readonly leda: boolean;
  /** Whether the reader may open the team's meetings. */
  readonly oppnar: boolean;
}

interface Rad {
  readonly borjar: string;
  readonly id?: string | undefined;
  readonly punkter: number;
}

/** A team's coming meetings, how full they are, and the buttons that change them. */
export function Motestabell({ insats, team, moten, leda, oppnar }: MotestabellProps): VNode {
  const adress = (slag: Motesandringsslag, fran?: string) => motesandring(insats.kod, team.kod, slag, fran);
  const rader: Rad[] = (insats.lage?.moten[team.kod] ?? []).slice(0, VISAS).map(({ borjar }) => {
    const mote = moten.find((one) => one.borjar.toISOString() === borjar);
    return { borjar, id: mote?.id, punkter: mote?.punkter ?? 0 };
  });
  const platser = insats.profil.team.find(({ kod }) => kod === team.kod)?.platser;
  const andra: Kolumn<Rad> = {
    rubrik: 'Ändra',
    doldRubrik: true,
    cell: ({ borjar }) => (
      <>
        <Lankknapp liten href={adress('flytt', borjar)}>
          Flytta<span class="sr-only"> mötet {formatTidpunkt(borjar)}</span>
        </Lankknapp>{' '}
        <Lankknapp liten href={adress('installt', borjar)}>
          Ställ in<span class="sr-only"> mötet {formatTidpunkt(borjar)}</span>
        </Lankknapp>
      </>
    ),
  };
  return (
    <>
      <Tabell
        id={`moten-${team.kod}`}
        caption="Kommande möten"
        rows={rader}
        rowKey={({ borjar }) => borjar}
        empty={<p>Inga möten är planerade.</p>}
        columns={[
          {
            rubrik: 'Möte',
            radrubrik: true,
            cell: ({ borjar, id }) =>
              id === undefined || !oppnar ? (
                formatTidpunkt(borjar)
              ) : (
                <SakerLank href={`/moten/${id}`}>{formatTidpunkt(borjar)}</SakerLank>
              ),
          },
          {
            rubrik: 'Ärenden',
            align: 'right',
            cell: ({ punkter }) => (platser === undefined ? punkter : `${punkter} av ${platser}`),
          },
          ...(leda ? [andra] : []),
        ]}
      />
      {oppnar && (
        <p>
          <SakerLank href="/moten">Se teamets möten och dagordningar</SakerLank>
        </p>
      )}
      {leda && (
        <Knapprad>
          <Lankknapp href={adress('extra')}>Lägg till ett extra möte</Lankknapp>
        </Knapprad>
      )}
    </>
  );
}
