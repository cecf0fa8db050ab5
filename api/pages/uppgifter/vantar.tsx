import type { VNode } from 'preact';
import type { Forstadag } from '../../../domain/beslut/regel.js';
import { formatDatum } from '../../components/format.js';
import { SakerLank } from '../../components/saker-lank.js';
import { Tabell } from '../../components/tabell.js';
import type { Uppgiftsrad } from '../../queries/uppgifter.js';
import { ansvarig, uppgiftsrubrik } from './ord.js';

const EFTER: Readonly<Record<Forstadag['vantar'], string>> = {
  motet: 'Efter mötet',
  starten: 'När insatsen har börjat',
};

/** From when a task can be done: `Efter mötet tis 1 dec 2026`. */
export const efterVad = ({ vantar, dag }: Forstadag): string => `${EFTER[vantar]} ${formatDatum(dag)}`;

/** A task whose day has not come. */
export type Vantande = Uppgiftsrad & { readonly vantar: Forstadag };

/** Tasks that can be done now, and those whose day has not come, in the order of their days. */
export function delade(rader: readonly Uppgiftsrad[]): { nu: Uppgiftsrad[]; senare: Vantande[] } {
  return {
    nu: rader.filter(({ vantar }) => vantar === undefined),
    senare: rader
      .filter((rad): rad is Vantande => rad.vantar !== undefined)
      .toSorted((a, b) => a.vantar.dag.localeCompare(b.vantar.dag) || a.nummer.localeCompare(b.nummer)),
  };
}

/** What cannot be done yet, apart from what waits for somebody; nothing when there is none. */
export function Vantetabell({ rader, hogst }: { rader: readonly Vantande[]; hogst?: number }): VNode | null {
  if (rader.length === 0) return null;
  const shown = rader.slice(0, hogst ?? rader.length);
  return (
    <>
      <h2>Kan göras senare ({rader.length})</h2>
      <Tabell
        id="senare-uppgifter"
        caption="Kan göras senare"
        doldCaption
        rows={shown}
        rowKey={({ id }) => id}
        columns={[
          {
            rubrik: 'Ärende',
            radrubrik: true,
            obruten: true,
            cell: ({ nummer, arende }) => (arende ? <SakerLank href={arende}>{nummer}</SakerLank> : nummer),
          },
          { rubrik: 'Uppgift', cell: ({ typ }) => uppgiftsrubrik(typ) },
          { rubrik: 'När', cell: ({ vantar }) => efterVad(vantar) },
          { rubrik: 'Ansvarig', cell: ({ roll, verksamhet }) => ansvarig(roll, verksamhet) },
        ]}
      />
      {shown.length < rader.length && (
        <p>
          <SakerLank href="/uppgifter">Visa {rader.length - shown.length} till under Uppgifter</SakerLank>
        </p>
      )}
    </>
  );
}
