import type { VNode } from 'preact';
import { faser } from '../../../domain/faser.js';
import { Datum, Frist } from '../../components/datum.js';
import { dagarMellan, formatDagar } from '../../components/format.js';
import { SakerLank } from '../../components/saker-lank.js';
import { Tabell, type Kolumn } from '../../components/tabell.js';
import type { Kansliarende } from '../../queries/kansli.js';
import { ansvarig, uppgiftsrubrik } from '../uppgifter/ord.js';

/** The page of one ärende at number level. */
export const kansliadress = (nummer: string): string => `/kansli/arenden/${nummer}`;

/** How many reminders went out for a task, and when the last did. */
export function Paminnelser({ antal, senast }: { antal: number; senast: Date | null }): VNode {
  if (antal === 0 || senast === null) return <span class="dampad">Ingen</span>;
  return (
    <>
      {antal}, senast <Datum varde={senast} format="iso" />
    </>
  );
}

/** What the ärende waits for, and who owes it. */
function Vantar({ rad: { uppgift, roll, verksamhet } }: { rad: Kansliarende }): VNode {
  if (uppgift === null) return <>Inget: nästa steg saknas</>;
  return (
    <>
      {uppgiftsrubrik(uppgift)}
      {roll && (
        <>
          <br />
          <span class="dampad">{ansvarig(roll, verksamhet)}</span>
        </>
      )}
    </>
  );
}

const columns = (idag: string): Kolumn<Kansliarende>[] => [
  {
    rubrik: 'Ärende',
    radrubrik: true,
    obruten: true,
    cell: ({ nummer }) => <SakerLank href={kansliadress(nummer)}>{nummer}</SakerLank>,
  },
  {
    rubrik: 'Fas',
    cell: ({ fas, fasSedan }) => (
      <>
        {faser[fas]} <span class="dampad">i {formatDagar(dagarMellan(fasSedan, idag))}</span>
      </>
    ),
  },
  { rubrik: 'Ålder', align: 'right', obruten: true, cell: ({ skapad }) => formatDagar(dagarMellan(skapad, idag)) },
  { rubrik: 'Väntar på', cell: (rad) => <Vantar rad={rad} /> },
  {
    rubrik: 'Senast',
    obruten: true,
    cell: ({ forfaller }) => (forfaller ? <Frist senast={forfaller} idag={idag} /> : '–'),
  },
  {
    rubrik: 'Påminnelser',
    cell: ({ paminnelser, senastePaminnelse }) => <Paminnelser antal={paminnelser} senast={senastePaminnelse} />,
  },
];

export interface ArendetabellProps {
  id: string;
  caption: string;
  rader: readonly Kansliarende[];
  idag: string;
  /** closed ärenden wait for nothing */
  stangda?: boolean;
}

/** Ärenden by number: what each waits for, by whom, until when. */
export function Arendetabell({ rader, idag, stangda = false, ...rest }: ArendetabellProps): VNode {
  const all = columns(idag);
  return (
    <Tabell
      {...rest}
      doldCaption
      tat
      columns={stangda ? all.slice(0, 3) : all}
      rows={rader}
      rowKey={({ nummer }) => nummer}
      markera={({ forfaller }) => (forfaller !== null && forfaller < idag ? 'fel' : undefined)}
    />
  );
}
