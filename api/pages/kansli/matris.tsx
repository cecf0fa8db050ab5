import type { ComponentChildren, VNode } from 'preact';
import type { Fas } from '../../../domain/faser.js';
import { formatDagar } from '../../components/format.js';
import { SakerLank } from '../../components/saker-lank.js';
import { Tabell, type Kolumn } from '../../components/tabell.js';
import { TomtLage } from '../../components/tomt-lage.js';
import { adressMed } from '../../http/adress.js';
import type { Insatslage } from '../../queries/kansli.js';

const FASKOLUMNER: readonly (readonly [fas: Fas, rubrik: string])[] = [
  ['mottagen', 'Mottagen'],
  ['komplettering', 'Kompl.'],
  ['konsultation', 'Konsult.'],
  ['styrgrupp', 'Styrgr.'],
  ['rad', 'Råd'],
  ['forgrupp', 'Förgr.'],
  ['inskrivning', 'Inför inskr.'],
  ['ko', 'Kö'],
  ['kartlaggning', 'Kartl.'],
  ['process', 'Process'],
  ['bada', 'Båda'],
  ['verkstallighet', 'Verkst.'],
];
const EFTER: readonly (readonly [fas: Fas, rubrik: string])[] = [
  ['avslut', 'Avslut'],
  ['uppfoljning', '90 dagar'],
];

function Fascell({ lage, fas }: { lage: Insatslage; fas: Fas }): VNode {
  const found = lage.faser.find((one) => one.fas === fas);
  if (!found) return <span class="dampad">0</span>;
  const { antal, forsenade } = found;
  return (
    <>
      {lage.perArende ? (
        <SakerLank href={`${adressMed('/kansli', { insats: lage.kod, fas })}#alla`}>{antal}</SakerLank>
      ) : (
        antal
      )}
      {forsenade > 0 && (
        <span class="dampad">
          {' '}
          ({forsenade} sen{forsenade === 1 ? '' : 'a'})
        </span>
      )}
    </>
  );
}

const faskolumn = ([fas, rubrik]: readonly [Fas, string]): Kolumn<Insatslage> => ({
  rubrik,
  align: 'right',
  obruten: true,
  cell: (lage) => <Fascell lage={lage} fas={fas} />,
});

const aldst = ({ faser }: Insatslage): number | null =>
  faser.reduce<number | null>((oldest, { aldstVantan }) => maxOf(oldest, aldstVantan), null);

const maxOf = (a: number | null, b: number | null): number | null => (a === null ? b : b === null ? a : Math.max(a, b));

const COLUMNS: readonly Kolumn<Insatslage>[] = [
  { rubrik: 'Insats', radrubrik: true, cell: ({ namn }) => namn },
  ...FASKOLUMNER.map(faskolumn),
  {
    rubrik: 'Platser',
    align: 'right',
    obruten: true,
    cell: ({ upptagna, samtidigt, overinskrivna }) =>
      `${upptagna}${samtidigt === null ? '' : `/${samtidigt}`}${overinskrivna > 0 ? ` (${overinskrivna} över)` : ''}`,
  },
  ...EFTER.map(faskolumn),
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

function sums(lagen: readonly Insatslage[]): ComponentChildren[] {
  const of = (fas: Fas) =>
    lagen.reduce((sum, { faser }) => sum + (faser.find((one) => one.fas === fas)?.antal ?? 0), 0);
  return [
    'Alla',
    ...FASKOLUMNER.map(([fas]) => of(fas)),
    lagen.reduce((sum, { upptagna }) => sum + upptagna, 0),
    ...EFTER.map(([fas]) => of(fas)),
    '',
  ];
}

/** Open ärenden by insats and phase, and the places. */
export function Matris({ lagen }: { lagen: readonly Insatslage[] }): VNode {
  return (
    <>
      <h2>Öppna ärenden per insats och fas</h2>
      <Tabell
        id="matris"
        caption="Öppna ärenden per insats och fas"
        doldCaption
        columns={COLUMNS}
        rows={lagen}
        rowKey={({ kod }) => kod}
        smalt="rulla"
        {...(lagen.length > 1 ? { summa: sums(lagen) } : {})}
        empty={
          <TomtLage rubrik="Inga insatser än" niva={3}>
            När en insats har lagts upp visas den här.
          </TomtLage>
        }
      />
      <p class="dampad">
        Kompl.: remissen behöver kompletteras. Styrgr.: frågan är hos styrgruppen. Båda: ärenden i process och
        verkställighet samtidigt. Platser: de som deltar och de som erbjuds en plats just nu; den som är pausad räknas
        inte där en paus lämnar platsen till nästa. Över: så många är inskrivna utöver platserna, med skäl. Äldsta
        väntan räknas från att remissen kom, för den som väntar på granskning, komplettering, möte, styrgruppen,
        inskrivning eller plats.
      </p>
    </>
  );
}
