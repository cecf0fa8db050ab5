import type { VNode } from 'preact';
import { formatDatum } from '../../components/format.js';
import { SakerLank } from '../../components/saker-lank.js';
import { Tabell, type Kolumn } from '../../components/tabell.js';
import type { Uppgiftsrad } from '../../queries/uppgifter.js';
import { Ansvarigcell, Arendecell } from './tabell.js';
import { efterVad, uppgiftsrubrik } from './ord.js';

interface AvskildProps {
  /** the first of them */
  readonly rader: readonly Uppgiftsrad[];
  /** how many there are in all */
  readonly antal: number;
  /** where all of them stand */
  readonly href: string;
}

function Avskild({
  rader,
  antal,
  href,
  id,
  rubrik,
  nar,
}: AvskildProps & { id: string; rubrik: string; nar: Kolumn<Uppgiftsrad> }): VNode | null {
  if (antal === 0 || rader.length === 0) return null;
  return (
    <>
      <h2>
        {rubrik} ({antal})
      </h2>
      <Tabell
        id={id}
        caption={rubrik}
        doldCaption
        rows={rader}
        rowKey={(rad) => rad.id}
        columns={[
          { rubrik: 'Ärende', radrubrik: true, obruten: true, cell: (rad) => <Arendecell rad={rad} /> },
          { rubrik: 'Uppgift', cell: ({ typ }) => uppgiftsrubrik(typ) },
          nar,
          { rubrik: 'Ansvarig', cell: (rad) => <Ansvarigcell rad={rad} /> },
        ]}
      />
      {antal > rader.length && (
        <p>
          <SakerLank href={href}>Visa {antal - rader.length} till under Uppgifter</SakerLank>
        </p>
      )}
    </>
  );
}

/** What cannot be done yet, apart from what waits for somebody, in the order of its days; nothing when there is none. */
export function Vantetabell(props: AvskildProps): VNode {
  return (
    <Avskild
      {...props}
      id="senare-uppgifter"
      rubrik="Kan göras senare"
      nar={{ rubrik: 'När', cell: ({ vantar }) => vantar && efterVad(vantar) }}
    />
  );
}

/** What is put aside, until its day; nothing when there is none. */
export function Vilotabell(props: AvskildProps): VNode {
  return (
    <Avskild
      {...props}
      id="vilande-uppgifter"
      rubrik="Lagda åt sidan"
      nar={{
        rubrik: 'Kommer tillbaka',
        cell: ({ vilarTill, forfaller }) =>
          vilarTill &&
          `${formatDatum(vilarTill < forfaller ? vilarTill : forfaller)}, senast ${formatDatum(forfaller)}`,
      }}
    />
  );
}
