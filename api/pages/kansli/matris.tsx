import type { ComponentChildren, VNode } from 'preact';
import type { Fas } from '../../../domain/faser.js';
import { SakerLank } from '../../components/saker-lank.js';
import { Tabell, type Kolumn } from '../../components/tabell.js';
import { TomtLage } from '../../components/tomt-lage.js';
import { Utfallbar } from '../../components/utfallbar.js';
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
        <>
          {' '}
          <br />
          <span class="dampad">
            ({forsenade} sen{forsenade === 1 ? '' : 'a'})
          </span>
        </>
      )}
    </>
  );
}

const faskolumn = ([fas, rubrik]: readonly [Fas, string]): Kolumn<Insatslage> => ({
  rubrik,
  align: 'right',
  cell: (lage) => <Fascell lage={lage} fas={fas} />,
});

const COLUMNS: readonly Kolumn<Insatslage>[] = [
  { rubrik: 'Insats', radrubrik: true, cell: ({ namn }) => namn },
  ...FASKOLUMNER.map(faskolumn),
];

function sums(lagen: readonly Insatslage[]): ComponentChildren[] {
  const of = (fas: Fas) =>
    lagen.reduce((sum, { faser }) => sum + (faser.find((one) => one.fas === fas)?.antal ?? 0), 0);
  return ['Alla', ...FASKOLUMNER.map(([fas]) => of(fas))];
}

/** Whether anything at all goes on in an insats. */
export const harArenden = ({ faser }: Pick<Insatslage, 'faser'>): boolean => faser.length > 0;

/** The insatser in which nothing goes on, out of the way of the others. */
function UtanArenden({ lagen }: { lagen: readonly Insatslage[] }): VNode | null {
  if (lagen.length === 0) return null;
  return (
    <Utfallbar rubrik={`Visa insatser utan öppna ärenden (${lagen.length})`}>
      <ul>
        {lagen.map(({ kod, namn }) => (
          <li key={kod}>{namn}</li>
        ))}
      </ul>
    </Utfallbar>
  );
}

/** Open ärenden by insats and phase; the insatser without any are named behind a summary. */
export function Matris({ lagen }: { lagen: readonly Insatslage[] }): VNode {
  const egna = lagen.filter(harArenden);
  return (
    <>
      <h2>Öppna ärenden per insats och fas</h2>
      <Tabell
        id="matris"
        caption="Öppna ärenden per insats och fas"
        doldCaption
        columns={COLUMNS}
        rows={egna}
        rowKey={({ kod }) => kod}
        smalt="rulla"
        tat
        {...(egna.length > 1 ? { summa: sums(egna) } : {})}
        empty={
          <TomtLage rubrik={lagen.length === 0 ? 'Inga insatser än' : 'Inga öppna ärenden'} niva={3}>
            {lagen.length === 0
              ? 'När en insats har lagts upp visas den här.'
              : 'När en remiss kommer in visas den här.'}
          </TomtLage>
        }
      />
      <p class="dampad">
        Kompl.: remissen behöver kompletteras. Styrgr.: frågan är hos styrgruppen. Båda: ärenden i process och
        verkställighet samtidigt. 90 dagar: väntar på uppföljningen efter avslutet. (1 sen): sista dagen för nästa steg
        har gått.
      </p>
      <UtanArenden lagen={lagen.filter((one) => !harArenden(one))} />
    </>
  );
}
