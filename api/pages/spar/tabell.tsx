import type { VNode } from 'preact';
import { detaljerIOrd, grundIOrd, handlingIOrd } from '../../../domain/spar/ord.js';
import { formatTidpunkt } from '../../components/format.js';
import { SakerLank } from '../../components/saker-lank.js';
import { Tabell, type Kolumn } from '../../components/tabell.js';
import type { Sparrad, Sparsida } from '../../queries/spar.js';

/** Who did it, and where she works. */
const vem = ({ av, verksamhet }: Sparrad): string =>
  av === null ? 'Systemet' : [av, verksamhet].filter(Boolean).join(', ');

/** The right it was done by, and in whose place when she was away. */
const ratt = ({ grund, istalletFor }: Sparrad): string =>
  grund === null
    ? '–'
    : [grundIOrd(grund), ...(istalletFor === null ? [] : [`i stället för ${istalletFor}`])].join(' ');

interface SpartabellProps {
  readonly spar: Sparsida;
  readonly caption: string;
  /** Where the trace of one ärende is shown, for rows of many. */
  readonly arende?: ((nummer: string) => string) | undefined;
}

/** Rows of the trace, in words. */
export function Spartabell({ spar: { rader, namn }, caption, arende }: SpartabellProps): VNode {
  const nummer: Kolumn<Sparrad> = {
    rubrik: 'Ärende',
    obruten: true,
    cell: (rad) => (rad.nummer === null ? '–' : <SakerLank href={arende?.(rad.nummer) ?? ''}>{rad.nummer}</SakerLank>),
  };
  return (
    <Tabell
      id="logg"
      caption={caption}
      tat
      rows={rader}
      rowKey={({ id }) => id}
      empty={<p>Sidan är tom. Gå till första sidan.</p>}
      columns={[
        { rubrik: 'När', cell: ({ nar }) => formatTidpunkt(nar), obruten: true },
        { rubrik: 'Vem', radrubrik: true, cell: vem },
        { rubrik: 'Vad', cell: (rad) => <Vad rad={rad} detaljer={detaljerIOrd(rad, namn)} /> },
        ...(arende ? [nummer] : []),
        { rubrik: 'Med rätt som', cell: ratt },
      ]}
    />
  );
}

function Vad({ rad, detaljer }: { rad: Sparrad; detaljer: readonly string[] }): VNode {
  return (
    <>
      {handlingIOrd(rad)}
      {detaljer.map((one) => (
        <div key={one} class="spar-detalj">
          {one}
        </div>
      ))}
    </>
  );
}
