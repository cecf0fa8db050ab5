import type { VNode } from 'preact';
import { aktiviteter, ersattningar, ersattningsutfall } from '../../../domain/koder.js';
import { formatDatum } from '../../components/format.js';
import { Tabell } from '../../components/tabell.js';
import type { LastAktivitet, LastErsattning } from '../../queries/plan.js';
import { ord } from './ord.js';
import { kalltext } from './planinnehall.js';

function period({ fran, till, slutade }: LastAktivitet): string {
  const end = slutade ?? till;
  const text = `${formatDatum(fran)} – ${end === undefined ? 'tills vidare' : formatDatum(end)}`;
  if (slutade === undefined) return text;
  return slutade < fran ? `Började aldrig (skulle börja ${formatDatum(fran)})` : text;
}

const resultat = ({ slutade, resultat: text }: LastAktivitet): string =>
  slutade === undefined ? 'Inte avslutad' : (text ?? '–');

/**
 * Arbetsprövning, praktik, anställning, studier, utredning and behandling, by their first day.
 *
 * @param kallor whether each says who registered it, and when
 */
export const Aktivitetstabell = ({
  rader,
  kallor = false,
}: {
  rader: readonly LastAktivitet[];
  kallor?: boolean;
}): VNode => (
  <Tabell
    id="aktiviteter"
    caption="Aktiviteter i tidsordning"
    doldCaption
    rows={rader}
    rowKey={({ id }) => id}
    columns={[
      { rubrik: 'Aktivitet', cell: ({ slag }) => ord(aktiviteter, slag), radrubrik: true },
      { rubrik: 'Plats', cell: ({ plats }) => plats },
      { rubrik: 'Tid', cell: period },
      { rubrik: 'Omfattning', cell: ({ omfattning }) => `${omfattning} %`, obruten: true },
      { rubrik: 'Resultat', cell: resultat },
      ...(kallor ? [{ rubrik: 'Registrerad', cell: kalltext }] : []),
    ]}
  />
);

const besked = ({ utfall, beslutad }: LastErsattning): string =>
  utfall === undefined || beslutad === undefined
    ? 'Väntar på besked'
    : `${ord(ersattningsutfall, utfall)}, ${formatDatum(beslutad)}`;

/** Applications for ersättning with their answers. */
export const Ersattningstabell = ({ rader }: { rader: readonly LastErsattning[] }): VNode => (
  <Tabell
    id="ersattningar"
    caption="Ansökningar om ersättning i tidsordning"
    doldCaption
    rows={rader}
    rowKey={({ id }) => id}
    columns={[
      { rubrik: 'Ersättning', cell: ({ slag }) => ord(ersattningar, slag), radrubrik: true },
      { rubrik: 'Skickad', cell: ({ skickad }) => formatDatum(skickad), obruten: true },
      { rubrik: 'Besked', cell: besked },
      { rubrik: 'Kommentar', cell: ({ text, beskedText }) => [text, beskedText].filter(Boolean).join(' ') || '–' },
    ]}
  />
);
