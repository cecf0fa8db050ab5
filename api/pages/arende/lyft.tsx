import type { VNode } from 'preact';
import { Definitionslista } from '../../components/definitionslista.js';
import { formatDatum } from '../../components/format.js';
import { Kort } from '../../components/kort.js';
import type { Arendeoversikt, LastAtgard, LastLyft } from '../../queries/arendeoversikt.js';
import { Atgarder } from './atgarder.js';

const RUBRIK: Readonly<Record<LastLyft['till'], string>> = {
  teamet: 'Fråga till teamet',
  styrgruppen: 'Fråga till styrgruppen',
};

function Lyftkort({ lyft, atgarder, nr }: { lyft: LastLyft; atgarder: readonly LastAtgard[]; nr: number }): VNode {
  return (
    <Kort rubrik={RUBRIK[lyft.till]}>
      <Definitionslista
        rader={[
          { term: 'Lyft', varde: formatDatum(lyft.lyft) },
          { term: 'Fråga', varde: lyft.fraga },
          ...(lyft.bakgrund ? [{ term: 'Bakgrund', varde: lyft.bakgrund }] : []),
          ...(lyft.alternativ ? [{ term: 'Alternativ', varde: lyft.alternativ }] : []),
          { term: 'Svar', varde: lyft.svar ?? 'Väntar på svar' },
          ...(lyft.svarat ? [{ term: 'Svarade', varde: formatDatum(lyft.svarat) }] : []),
        ]}
      />
      <Atgarder id={`lyft-atgarder-${nr}`} atgarder={atgarder} />
    </Kort>
  );
}

/** Questions that were lifted and meetings of several authorities, with what was agreed on; the latest on top. */
export function Lyft({ oversikt }: { oversikt: Arendeoversikt }): VNode {
  const agreedIn = (id: string) => oversikt.atgarder.filter(({ kallaId }) => kallaId === id);
  return (
    <>
      {oversikt.flerpartsmoten.toReversed().map(({ beslutId, datum, deltagare, text }, index) => (
        <Kort key={beslutId} rubrik="Flerpartsmöte">
          <Definitionslista
            rader={[
              { term: 'Hölls', varde: formatDatum(datum) },
              { term: 'Med var', varde: deltagare },
              { term: 'Vi kom fram till', varde: text },
            ]}
          />
          <Atgarder id={`mote-atgarder-${index}`} atgarder={agreedIn(beslutId)} />
        </Kort>
      ))}
      {oversikt.lyft.toReversed().map((lyft, index) => (
        <Lyftkort key={lyft.id} lyft={lyft} atgarder={agreedIn(lyft.id)} nr={index} />
      ))}
    </>
  );
}
