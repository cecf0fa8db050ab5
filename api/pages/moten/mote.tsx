import type { VNode } from 'preact';
import { svenskKalender } from '../../../domain/kalender/svensk.js';
import { Brodsmulor } from '../../components/brodsmulor.js';
import { formatAntal, formatDatum, formatKlockslag } from '../../components/format.js';
import { Lankknapp } from '../../components/knapp.js';
import { Marke, type MarkeTyp } from '../../components/marke.js';
import { Sida } from '../../components/sida.js';
import { Sidhuvud } from '../../components/sidhuvud.js';
import { TomtLage } from '../../components/tomt-lage.js';
import type { Sidram } from '../../http/page-frame.js';
import { Leda } from './leda.js';
import { Punkt } from './punkt.js';
import type { Motesvy } from './vy.js';

function laget({ mote, borjat, idag, dag }: Motesvy): { typ: MarkeTyp; text: string } {
  if (mote.installt) return { typ: 'neutral', text: 'Inställt' };
  if (mote.avslutat !== undefined) return { typ: 'success', text: 'Protokollet är stängt' };
  if (borjat) return { typ: 'info', text: dag === idag ? 'Mötet är i dag' : 'Protokollet är inte stängt' };
  return { typ: 'neutral', text: 'Kommande' };
}

function ingress({ mote, borjat, dag, idag, punkter }: Motesvy): string {
  if (mote.installt) return 'Mötet är inställt och hålls inte.';
  const arenden =
    mote.platser === undefined
      ? `${punkter.length} ${punkter.length === 1 ? 'ärende' : 'ärenden'}`
      : `${punkter.length} av ${mote.platser} ärenden`;
  const antal = `${arenden}, ${formatAntal(mote.minuterPerArende, 'minuter')} för varje.`;
  const stanger = svenskKalender.addArbetsdagar(dag, -mote.stangerArbetsdagar);
  return borjat ? antal : `${antal} Dagordningen ${stanger < idag ? 'stängde' : 'stänger'} ${formatDatum(stanger)}.`;
}

/** `/moten/<id>`: the agenda before the meeting, its minutes during and after it. */
export function MotePage({ vy, ram }: { vy: Motesvy; ram: Sidram }): VNode {
  const { mote, leder, punkter } = vy;
  const { typ, text } = laget(vy);
  const rubrik = `Möte ${formatDatum(mote.borjar)} kl. ${formatKlockslag(mote.borjar)}`;
  const inkallade = mote.ersattare.filter(({ inkallad }) => inkallad);
  return (
    <Sida
      {...ram}
      visar={{ nummer: punkter.flatMap(({ synlig }) => synlig?.nummer ?? []), visning: 'arende' }}
      titel={rubrik}
      brodsmulor={<Brodsmulor lankar={[{ href: '/moten', text: 'Möten' }]} har={rubrik} />}
    >
      <Sidhuvud
        rubrik={rubrik}
        overrubrik={`${mote.team} · ${mote.insats}`}
        marken={<Marke typ={typ}>{text}</Marke>}
        ingress={ingress(vy)}
        atgarder={<Lankknapp href={`/moten/${mote.id}/dagordning`}>Skriv ut utan namn</Lankknapp>}
      />
      {inkallade.length > 0 && (
        <p>
          <strong>Inkallade ersättare:</strong>{' '}
          {inkallade.map(({ namn, verksamhet }) => `${namn} (${verksamhet})`).join('; ')}
        </p>
      )}
      {leder && <Leda vy={vy} csrf={ram.csrf} />}
      {(punkter.length > 0 || !mote.installt) && <h2>{vy.borjat ? 'Protokoll' : 'Dagordning'}</h2>}
      {punkter.length === 0 && !mote.installt && (
        <TomtLage rubrik="Inget på dagordningen" niva={3}>
          <p>Ärenden sätts upp när deras remisser har tagits emot.</p>
        </TomtLage>
      )}
      {punkter.map((punkt) => (
        <Punkt key={punkt.plats} punkt={punkt} vy={vy} />
      ))}
    </Sida>
  );
}
