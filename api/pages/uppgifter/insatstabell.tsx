import type { VNode } from 'preact';
import { insatsuppgiftstyper } from '../../../domain/insats/uppgifter.js';
import { Frist } from '../../components/datum.js';
import { Formular } from '../../components/form/formular.js';
import { Knapp, Lankknapp } from '../../components/knapp.js';
import { Tabell, type Kolumn } from '../../components/tabell.js';
import { adressMed } from '../../http/adress.js';
import type { Insatsuppgiftsrad } from '../../queries/insatsuppgifter.js';
import { ansvarig } from './ord.js';
import { Innehavare } from './tabell.js';

/** How tasks are taken, given and handed back; without it the table only shows. */
interface Fordelningsval {
  readonly csrf: string;
  /** The address to come back to. */
  readonly ater: string;
}

/** The button that leads to the decision, or the words alone for who may only look or when somebody else has it. */
function AttGora({ rad: { typ, adress, insats, min } }: { rad: Insatsuppgiftsrad }): VNode {
  const { rubrik } = insatsuppgiftstyper[typ];
  if (!min) return <>{rubrik}</>;
  return (
    <Lankknapp liten href={adress}>
      {rubrik}
      <span class="sr-only"> i {insats}</span>
    </Lankknapp>
  );
}

/** Taking, handing back and giving, where several hold the role. */
function Fordela({ rad, val: { csrf, ater } }: { rad: Insatsuppgiftsrad; val: Fordelningsval }): VNode | null {
  const { id, typ, insats, delad, gor, har, min } = rad;
  const slag = har === undefined ? (gor && delad ? 'ta' : undefined) : har.jag ? 'lamna' : undefined;
  const vad = (
    <span class="sr-only">
      {' '}
      {insatsuppgiftstyper[typ].rubrik} i {insats}
    </span>
  );
  return (
    <>
      {slag !== undefined && (
        <Formular action="/uppgifter/insats/ta" csrf={csrf} hidden={{ id, slag, ater }}>
          <Knapp liten variant="tertiary">
            {slag === 'ta' ? 'Ta' : 'Lämna tillbaka'}
            {vad}
          </Knapp>
        </Formular>
      )}
      {min && delad && (
        <Lankknapp liten variant="tertiary" href={adressMed('/uppgifter/insats/ge', { id, ater })}>
          Ge till någon
          {vad}
        </Lankknapp>
      )}
    </>
  );
}

const columns = (idag: string, val: Fordelningsval | undefined): Kolumn<Insatsuppgiftsrad>[] => [
  { rubrik: 'Insats', radrubrik: true, cell: ({ insats }) => insats },
  { rubrik: 'Att göra', doldRubrik: true, cell: (rad) => <AttGora rad={rad} /> },
  { rubrik: 'Senast', cell: ({ forfaller }) => <Frist senast={forfaller} idag={idag} /> },
  {
    rubrik: 'Ansvarig',
    cell: ({ typ, har }) => (
      <>
        {ansvarig(insatsuppgiftstyper[typ].roll)}
        <Innehavare har={har} />
      </>
    ),
  },
  ...(val
    ? [
        {
          rubrik: 'Ta, ge eller lämna',
          doldRubrik: true,
          cell: (rad: Insatsuppgiftsrad) => <Fordela rad={rad} val={val} />,
        },
      ]
    : []),
];

/** The tasks of insatser themselves, which belong to no ärende; nothing when there is none. */
export function Insatstabell({
  rader,
  idag,
  val,
}: {
  rader: readonly Insatsuppgiftsrad[];
  idag: string;
  val?: Fordelningsval;
}): VNode | null {
  if (rader.length === 0) return null;
  return (
    <Tabell
      id="insatsuppgifter"
      caption="Uppgifter för hela insatsen"
      rows={rader}
      rowKey={({ id }) => id}
      markera={({ forfaller }) => (forfaller < idag ? 'fel' : undefined)}
      columns={columns(idag, val)}
    />
  );
}
