import type { VNode } from 'preact';
import type { Uppgiftsrad } from '../../queries/uppgifter.js';
import { Frist } from '../../components/datum.js';
import { Lankknapp } from '../../components/knapp.js';
import { SakerLank } from '../../components/saker-lank.js';
import { Tabell, type Kolumn } from '../../components/tabell.js';
import { ansvarig, uppgiftsrubrik } from './ord.js';

/** Where a task is done. */
export const beslutsadress = ({
  nummer,
  beslut,
  ref,
}: Pick<Uppgiftsrad, 'nummer' | 'beslut' | 'ref'>): string | undefined =>
  beslut && `/arenden/${nummer}/beslut/${beslut}${ref === undefined ? '' : `?ref=${ref}`}`;

/** The button that leads to the form, or the words alone for who may only look. */
function AttGora({ rad }: { rad: Uppgiftsrad }): VNode {
  const adress = beslutsadress(rad);
  const rubrik = uppgiftsrubrik(rad.typ);
  if (adress === undefined) return <>{rubrik}</>;
  return (
    <Lankknapp liten href={adress}>
      {rubrik}
      <span class="sr-only"> i {rad.nummer}</span>
    </Lankknapp>
  );
}

const columns = (idag: string): Kolumn<Uppgiftsrad>[] => [
  {
    rubrik: 'Ärende',
    radrubrik: true,
    obruten: true,
    cell: ({ nummer, arende }) => (arende ? <SakerLank href={arende}>{nummer}</SakerLank> : nummer),
  },
  { rubrik: 'Att göra', doldRubrik: true, cell: (rad) => <AttGora rad={rad} /> },
  { rubrik: 'Senast', cell: ({ forfaller }) => <Frist senast={forfaller} idag={idag} /> },
  { rubrik: 'Insats', cell: ({ insats }) => insats },
  { rubrik: 'Ansvarig', cell: ({ roll, verksamhet }) => ansvarig(roll, verksamhet) },
];

export interface UppgiftstabellProps {
  id: string;
  caption: string;
  doldCaption?: boolean;
  rader: readonly Uppgiftsrad[];
  idag: string;
  /** one of several tables below each other: they line up, and the number alone tells the insats */
  jamn?: boolean;
}

/** A list of tasks; who owes each is told by role. */
export function Uppgiftstabell({ rader, idag, ...rest }: UppgiftstabellProps): VNode {
  return (
    <Tabell
      {...rest}
      columns={columns(idag).filter(({ rubrik }) => !(rest.jamn && rubrik === 'Insats'))}
      rows={rader}
      rowKey={({ id }) => id}
      markera={({ forfaller }) => (forfaller < idag ? 'fel' : undefined)}
    />
  );
}
