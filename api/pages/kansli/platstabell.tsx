import type { VNode } from 'preact';
import { formatDagar, formatTal } from '../../components/format.js';
import { platserIOrd, tagnaIOrd } from '../../components/platsord.js';
import { Tabell, type Kolumn } from '../../components/tabell.js';
import type { Insatslage } from '../../queries/kansli.js';
import { harArenden } from './matris.js';

const aldst = ({ faser }: Insatslage): number | null =>
  faser.reduce<number | null>((oldest, { aldstVantan }) => maxOf(oldest, aldstVantan), null);

const maxOf = (a: number | null, b: number | null): number | null => (a === null ? b : b === null ? a : Math.max(a, b));

const iKo = ({ faser }: Insatslage): number => faser.find(({ fas }) => fas === 'ko')?.antal ?? 0;

const COLUMNS: readonly Kolumn<Insatslage>[] = [
  { rubrik: 'Insats', radrubrik: true, cell: ({ namn }) => namn },
  { rubrik: 'Platser', obruten: true, cell: ({ platser }) => tagnaIOrd(platser) },
  { rubrik: 'Varav', cell: ({ platser }) => platserIOrd(platser) },
  { rubrik: 'I kö', align: 'right', cell: (lage) => formatTal(iKo(lage)) },
  {
    rubrik: 'Äldsta väntan',
    align: 'right',
    obruten: true,
    cell: (lage) => {
      const days = aldst(lage);
      return days === null ? '–' : formatDagar(days);
    },
  },
];

/** How full each insats with ärenden is, and how long its oldest remiss has waited. */
export function Platstabell({ lagen }: { lagen: readonly Insatslage[] }): VNode | null {
  const egna = lagen.filter((lage) => harArenden(lage) || lage.platser.upptagna > 0);
  if (egna.length === 0) return null;
  return (
    <>
      <h2>Platser och väntan</h2>
      <Tabell
        id="platser"
        caption="Platser och väntan per insats"
        doldCaption
        tat
        columns={COLUMNS}
        rows={egna}
        rowKey={({ kod }) => kod}
      />
      <p class="dampad">
        Platser: upptagna och erbjudna, av hur många som finns. Den som är pausad räknas inte där en paus lämnar platsen
        till nästa. Togs in utöver platserna: fler än så många som fanns då, med skäl. Äldsta väntan räknas från att
        remissen kom, för den som väntar på granskning, komplettering, möte, styrgruppen, inskrivning eller plats.
      </p>
    </>
  );
}
