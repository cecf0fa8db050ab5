import type { VNode } from 'preact';
import { uppgiftstyper } from '../../../domain/uppgifter.js';
import { Formular } from '../../components/form/formular.js';
import { Datum, Frist } from '../../components/datum.js';
import { formatDatum } from '../../components/format.js';
import { Knapp, Lankknapp } from '../../components/knapp.js';
import { Marke } from '../../components/marke.js';
import { SakerLank } from '../../components/saker-lank.js';
import { Tabell, type Kolumn } from '../../components/tabell.js';
import type { Innehav, Uppgiftsrad } from '../../queries/uppgifter.js';
import { ansvarig, efterVad, uppgiftsrubrik } from './ord.js';

/** Where a task is done. */
export const beslutsadress = ({
  nummer,
  beslut,
  ref,
}: Pick<Uppgiftsrad, 'nummer' | 'beslut' | 'ref'>): string | undefined =>
  beslut && `/arenden/${nummer}/beslut/${beslut}${ref === undefined ? '' : `?ref=${ref}`}`;

/** An id of its own for each thing of a row, so that a list which is replaced keeps what has focus. */
const radId = (what: string, { id }: Uppgiftsrad): string => `${what}-${id.replace('/', '-')}`;

/** Who has a task since when, in a sentence. */
function innehavText({ namn, jag, sedan, av }: Pick<Innehav, 'namn' | 'jag' | 'sedan' | 'av'>): string {
  const when = sedan === undefined ? '' : ` sedan ${formatDatum(sedan)}`;
  if (av === undefined) return `Tagen av ${jag ? 'dig' : namn}${when}`;
  return `Hos ${jag ? 'dig' : namn}${when}, från ${av}`;
}

/** The ärende, by its number; a link for who may open it. */
export function Arendecell({ rad }: { rad: Uppgiftsrad }): VNode {
  if (!rad.arende) return <>{rad.nummer}</>;
  return (
    <SakerLank href={rad.arende} id={radId('arende', rad)}>
      {rad.nummer}
    </SakerLank>
  );
}

/** The button that leads to the form, or the words alone for who may only look; whether it is news, and why it is to be done. */
function AttGora({ rad, ny, varfor }: { rad: Uppgiftsrad; ny: boolean; varfor: boolean }): VNode {
  const adress = beslutsadress(rad);
  const rubrik = uppgiftsrubrik(rad.typ);
  return (
    <>
      {adress === undefined ? (
        rubrik
      ) : (
        <Lankknapp liten href={adress} id={radId('gor', rad)}>
          {rubrik}
          <span class="sr-only"> i {rad.nummer}</span>
        </Lankknapp>
      )}
      {ny && (
        <>
          {' '}
          <Marke typ="info">Ny</Marke>
        </>
      )}
      {varfor && <p class="uppgift__varfor">{uppgiftstyper[rad.typ].varfor}</p>}
    </>
  );
}

/** Who has a task, and what was said when it was given to her; nothing when nobody has it. */
export function Innehavare({ har }: { har: Innehav | undefined }): VNode | null {
  if (!har) return null;
  return (
    <p class="uppgift__innehav">
      {innehavText(har)}
      {har.not !== undefined && <>: ”{har.not}”</>}
    </p>
  );
}

/** The role or verksamhet that owes a task, the person when she owes it alone, and who has it. */
export function Ansvarigcell({ rad }: { rad: Uppgiftsrad }): VNode {
  const { roll, verksamhet, har, istalletFor, ansvarar } = rad;
  return (
    <>
      {ansvarig(roll, verksamhet)}
      {ansvarar !== undefined && istalletFor === undefined && <p class="uppgift__innehav">{ansvarar}</p>}
      {istalletFor !== undefined && <p class="uppgift__innehav">Du i stället för {istalletFor}</p>}
      <Innehavare har={har} />
    </>
  );
}

/** The last day, and the days before it: when it can be done, comes back, is looked after. */
function Senastcell({ rad: { forfaller, foljsUpp, vantar, vilarTill }, idag }: { rad: Uppgiftsrad; idag: string }) {
  return (
    <>
      <Frist senast={forfaller} idag={idag} />
      {vantar && <p class="uppgift__varfor">{efterVad(vantar)}</p>}
      {vilarTill && (
        <p class="uppgift__varfor">
          Kommer tillbaka <Datum varde={vilarTill < forfaller ? vilarTill : forfaller} />
        </p>
      )}
      {foljsUpp && (
        <p class="uppgift__varfor">
          Nästa påminnelse <Datum varde={foljsUpp} />
        </p>
      )}
    </>
  );
}

/** One click takes a task that several owe, or hands it back to them. */
export function TaEllerLamna({ rad, csrf, ater }: { rad: Uppgiftsrad; csrf: string; ater: string }): VNode | null {
  const slag = rad.kanTas ? 'ta' : rad.har?.jag ? 'lamna' : undefined;
  if (slag === undefined) return null;
  return (
    <Formular action="/uppgifter/ta" csrf={csrf} hidden={{ id: rad.id, slag, ater }}>
      <Knapp liten variant="tertiary" id={radId(slag, rad)}>
        {slag === 'ta' ? 'Ta' : 'Lämna tillbaka'}
        <span class="sr-only">
          {' '}
          {uppgiftsrubrik(rad.typ)} i {rad.nummer}
        </span>
      </Knapp>
    </Formular>
  );
}

/** How rows are taken and chosen; without it a table only shows. */
export interface Radval {
  readonly csrf: string;
  /** The form that the boxes belong to. */
  readonly form: string;
  /** The address to come back to. */
  readonly ater: string;
}

function Ruta({ rad, val }: { rad: Uppgiftsrad; val: Radval }): VNode {
  const label = `Välj ${uppgiftsrubrik(rad.typ)} i ${rad.nummer}`;
  return (
    <label class="radval">
      <input type="checkbox" name="id" value={rad.id} form={val.form} id={radId('valj', rad)} />
      <span class="sr-only">{label}</span>
    </label>
  );
}

export interface UppgiftstabellProps {
  id: string;
  caption: string;
  doldCaption?: boolean;
  rader: readonly Uppgiftsrad[];
  idag: string;
  /** one of several tables below each other: they line up, and the number alone tells the insats */
  jamn?: boolean;
  val?: Radval;
  /** When the reader last opened her list, ISO; what came later is marked. Missing: nothing is. */
  sedda?: string | undefined;
}

const columns = ({ idag, jamn, val, sedda }: UppgiftstabellProps): Kolumn<Uppgiftsrad>[] => {
  const ny = ({ min, kom, vantar, vilarTill }: Uppgiftsrad): boolean =>
    min && !vantar && !vilarTill && sedda !== undefined && kom > sedda;
  return [
    ...(val ? [{ rubrik: 'Välj', doldRubrik: true, cell: (rad: Uppgiftsrad) => <Ruta rad={rad} val={val} /> }] : []),
    { rubrik: 'Ärende', radrubrik: true, obruten: true, cell: (rad) => <Arendecell rad={rad} /> },
    { rubrik: 'Att göra', doldRubrik: true, cell: (rad) => <AttGora rad={rad} ny={ny(rad)} varfor={!jamn} /> },
    { rubrik: 'Senast', cell: (rad) => <Senastcell rad={rad} idag={idag} /> },
    ...(jamn ? [] : [{ rubrik: 'Insats', cell: ({ insats }: Uppgiftsrad) => insats }]),
    { rubrik: 'Ansvarig', cell: (rad) => <Ansvarigcell rad={rad} /> },
    ...(val
      ? [
          {
            rubrik: 'Ta eller lämna',
            doldRubrik: true,
            obruten: true,
            cell: (rad: Uppgiftsrad) => <TaEllerLamna rad={rad} csrf={val.csrf} ater={val.ater} />,
          },
        ]
      : []),
  ];
};

/** A list of tasks: what, why, until when, and who has each. */
export function Uppgiftstabell(props: UppgiftstabellProps): VNode {
  const { id, caption, doldCaption = false, rader, idag, jamn = false } = props;
  return (
    <Tabell
      {...{ id, caption, doldCaption, jamn }}
      columns={columns(props)}
      rows={rader}
      rowKey={(rad) => rad.id}
      markera={({ forfaller }) => (forfaller < idag ? 'fel' : undefined)}
    />
  );
}
