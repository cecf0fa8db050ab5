import type { VNode } from 'preact';
import { aterkopplingar, kontaktsatt, personensSvar, rekommendationer } from '../../../domain/koder.js';
import { Definitionslista } from '../../components/definitionslista.js';
import { formatDatum } from '../../components/format.js';
import { Kort } from '../../components/kort.js';
import { Utfallbar } from '../../components/utfallbar.js';
import type { Arendeoversikt, LastAtgard, LastRekommendation } from '../../queries/arendeoversikt.js';
import { Atgarder } from './atgarder.js';
import { ord } from './ord.js';

/** A recommendation with the actions of its råd, and what it said before it was corrected. */
function Rekommendation({
  rekommendation,
  atgarder,
  nr,
}: {
  rekommendation: LastRekommendation;
  atgarder: readonly LastAtgard[];
  nr: number;
}): VNode {
  const { utfall, motivering, nar, rattelser } = rekommendation;
  return (
    <Kort rubrik={`Rekommendation: ${ord(rekommendationer, utfall)}`}>
      <Definitionslista
        rader={[
          { term: 'Lämnad', varde: formatDatum(nar) },
          { term: 'Motivering', varde: motivering },
        ]}
      />
      <Atgarder id={`atgarder-${nr}`} atgarder={atgarder} />
      {rattelser.length > 0 && (
        <Utfallbar rubrik={rattelser.length === 1 ? 'En rättelse' : `${rattelser.length} rättelser`}>
          {rattelser.map((one) => (
            <Definitionslista
              key={one.nar}
              rader={[
                { term: 'Rättades', varde: formatDatum(one.nar) },
                { term: 'Varför', varde: one.skal },
                { term: 'Motiveringen var', varde: one.motivering },
                { term: 'Med var', varde: one.narvarande.join('; ') },
              ]}
            />
          ))}
        </Utfallbar>
      )}
    </Kort>
  );
}

/** What the konsultation led to: återkoppling on a råd, the person's answer, recommendations; the latest on top. */
export function Konsultation({ oversikt }: { oversikt: Arendeoversikt }): VNode {
  const { svar, aterkopplingar: svarPaRad, rekommendationer: lamnade, atgarder } = oversikt;
  return (
    <>
      {svar && (
        <Kort rubrik={`Personens svar: ${ord(personensSvar, svar.svar)}`}>
          <Definitionslista
            rader={[
              { term: 'Datum', varde: formatDatum(svar.datum) },
              { term: 'Till', varde: svar.till },
              { term: 'Hur', varde: ord(kontaktsatt, svar.satt) },
            ]}
          />
        </Kort>
      )}
      {svarPaRad.toReversed().map(({ utfall, text, nar }) => (
        <Kort key={nar} rubrik={`Återkoppling: ${ord(aterkopplingar, utfall)}`}>
          <Definitionslista
            rader={[
              { term: 'Lämnad', varde: formatDatum(nar) },
              ...(text ? [{ term: 'Beskrivning', varde: text }] : []),
            ]}
          />
        </Kort>
      ))}
      {lamnade.toReversed().map((one, index) => (
        <Rekommendation
          key={one.nar}
          rekommendation={one}
          atgarder={atgarder.filter(({ kallaId }) => kallaId === one.id)}
          nr={lamnade.length - index}
        />
      ))}
    </>
  );
}
