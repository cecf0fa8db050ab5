import type { VNode } from 'preact';
import { Datum, Frist } from '../../components/datum.js';
import { formatTal } from '../../components/format.js';
import { Lankknapp } from '../../components/knapp.js';
import { Kort, NyckeltalRad } from '../../components/kort.js';
import { platserIOrd, tagnaIOrd } from '../../components/platsord.js';
import { Sida } from '../../components/sida.js';
import { Sidhuvud } from '../../components/sidhuvud.js';
import { Tabell } from '../../components/tabell.js';
import type { Sidram } from '../../http/page-frame.js';
import type { Hinderrad, Inkorgsrad, Insatshuvud, Motesrad, Platsrad } from '../../queries/insats.js';
import type { Korad, Platslage } from '../../queries/insatsplatser.js';
import type { Insatshandelserad } from '../../queries/insatshistoria.js';
import { Arendenummer } from './arendenummer.js';
import { Hinderlista } from './hinder.js';
import { Historia } from './historia.js';
import { Ko } from './ko.js';
import { Motestabell } from './moten.js';

export interface InsatsPageProps {
  readonly ram: Sidram;
  readonly idag: string;
  readonly insats: Insatshuvud;
  /** What the person may do here beside reading. */
  readonly far: {
    readonly leda: boolean;
    readonly anmala: boolean;
    /** The teams whose meetings she may open, by their codes. */
    readonly oppnar: readonly string[];
  };
  /** Missing for who sees the calendar, the team and the obstacles alone. */
  readonly inre:
    | {
        readonly inkorg: readonly Inkorgsrad[];
        readonly ko: readonly Korad[];
        readonly platser: Platslage;
        readonly historia: readonly Insatshandelserad[];
        /** The ärenden of inbox and queue that the reader may open. */
        readonly lasbara: ReadonlySet<string>;
      }
    | undefined;
  readonly moten: readonly Motesrad[];
  readonly medlemmar: readonly Platsrad[];
  readonly hinder: readonly Hinderrad[];
}

/** `/insatser/<kod>`: everything that waits in the insats and belongs to no single ärende. */
export function InsatsPage(props: InsatsPageProps): VNode {
  const { ram, insats, inre, far, moten, medlemmar, hinder, idag } = props;
  return (
    <Sida {...ram} titel={insats.namn}>
      <Sidhuvud
        rubrik={insats.namn}
        atgarder={
          inre && (
            <>
              <Lankknapp href={`/insatser/${insats.kod}/profil`}>Läs profilen</Lankknapp>
              {far.leda && <Lankknapp href={`/insatser/${insats.kod}/folk`}>Ändra personer</Lankknapp>}
            </>
          )
        }
      />
      {inre && (
        <>
          <Platser insats={insats} platser={inre.platser} ko={inre.ko.length} />
          <Inkorg rader={inre.inkorg} lasbara={inre.lasbara} idag={idag} />
          <Ko insats={insats} rader={inre.ko} lasbara={inre.lasbara} leda={far.leda} idag={idag} />
        </>
      )}
      {insats.team.map((team) => (
        <Kort rubrik={team.namn} niva={2}>
          <Motestabell
            team={team}
            insats={insats}
            moten={moten.filter((mote) => mote.team === team.kod)}
            leda={far.leda}
            oppnar={far.oppnar.includes(team.kod)}
          />
          <Medlemmar id={team.kod} rader={medlemmar.filter((medlem) => medlem.team === team.kod)} />
        </Kort>
      ))}
      <Hinderlista kod={insats.kod} rader={hinder} anmala={far.anmala} />
      {inre && <Historia rader={inre.historia} insats={insats} />}
    </Sida>
  );
}

const av = (antal: number, tak: number | undefined): string =>
  tak === undefined ? formatTal(antal) : `${formatTal(antal)} av ${formatTal(tak)}`;

/** Only the number of places at a time makes a queue; the others are shown against what was agreed. */
function Platser({ insats, platser, ko }: { insats: Insatshuvud; platser: Platslage; ko: number }): VNode {
  const { perAr, konsultationerPerAr, helarsplatser } = insats.profil.kapacitet;
  return (
    <NyckeltalRad
      tal={[
        { rubrik: 'Platser', varde: tagnaIOrd(platser.platser), text: platserIOrd(platser.platser) },
        { rubrik: 'I kö', varde: formatTal(ko) },
        { rubrik: 'Inskrivna i år', varde: av(platser.inskrivnaIAr, perAr) },
        { rubrik: 'Konsultationer i år', varde: av(platser.konsultationerIAr, konsultationerPerAr) },
        { rubrik: 'Helårsplatser i år', varde: av(Math.round(platser.helarsplatser * 10) / 10, helarsplatser) },
      ]}
    />
  );
}

interface InkorgProps {
  rader: readonly Inkorgsrad[];
  lasbara: ReadonlySet<string>;
  idag: string;
}

function Inkorg({ rader, lasbara, idag }: InkorgProps): VNode {
  return (
    <Kort rubrik="Inkorg" niva={2}>
      <Tabell
        id="inkorg"
        caption="Remisser som väntar på granskning"
        rows={rader}
        rowKey={({ nummer }) => nummer}
        empty={<p>Ingen remiss väntar på granskning.</p>}
        columns={[
          {
            rubrik: 'Ärende',
            radrubrik: true,
            cell: ({ nummer }) => <Arendenummer nummer={nummer} lasbara={lasbara} />,
          },
          { rubrik: 'Kom', cell: ({ skapad }) => <Datum varde={skapad} /> },
          {
            rubrik: 'Granska senast',
            cell: ({ forfaller }) => forfaller !== null && <Frist senast={forfaller} idag={idag} />,
          },
        ]}
      />
    </Kort>
  );
}

function Medlemmar({ id, rader }: { id: string; rader: readonly Platsrad[] }): VNode {
  return (
    <Tabell
      id={`medlemmar-${id}`}
      caption="Medlemmar och ersättare"
      rows={rader}
      rowKey={({ namn, verksamhet }) => `${verksamhet} ${namn}`}
      empty={<p>Teamet har inga medlemmar.</p>}
      columns={[
        { rubrik: 'Namn', radrubrik: true, cell: ({ namn }) => namn },
        { rubrik: 'Verksamhet', cell: ({ verksamhet }) => verksamhet },
        { rubrik: 'Plats', cell: ({ ersattare }) => (ersattare ? 'Ersättare' : 'Ordinarie') },
      ]}
    />
  );
}
