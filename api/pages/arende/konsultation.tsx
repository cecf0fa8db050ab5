import type { VNode } from 'preact';
import { aterkopplingar, kontaktsatt, personensSvar, rekommendationer } from '../../../domain/koder.js';
import { Definitionslista } from '../../components/definitionslista.js';
import { formatDatum } from '../../components/format.js';
import { Kort } from '../../components/kort.js';
import { Tabell } from '../../components/tabell.js';
import type { Arendeoversikt, LastRekommendation } from '../../queries/arendeoversikt.js';
import { ord } from './ord.js';

/** A recommendation with the actions of its råd. */
function Rekommendation({ rekommendation, nr }: { rekommendation: LastRekommendation; nr: number }): VNode {
  const { utfall, motivering, nar, atgarder } = rekommendation;
  return (
    <Kort rubrik={`Rekommendation: ${ord(rekommendationer, utfall)}`}>
      <Definitionslista
        rader={[
          { term: 'Lämnad', varde: formatDatum(nar) },
          { term: 'Motivering', varde: motivering },
        ]}
      />
      {atgarder.length > 0 && (
        <Tabell
          id={`atgarder-${nr}`}
          caption="Vem gör vad"
          rows={atgarder.map((atgard, index) => ({ ...atgard, index }))}
          rowKey={({ index }) => String(index)}
          columns={[
            { rubrik: 'Åtgärd', cell: ({ atgard }) => atgard, radrubrik: true },
            { rubrik: 'Verksamhet', cell: ({ verksamhet }) => verksamhet },
            { rubrik: 'Ansvarig', cell: ({ ansvarig }) => ansvarig ?? 'Inte utsedd' },
            { rubrik: 'Senast', cell: ({ senast }) => senast, obruten: true },
          ]}
        />
      )}
    </Kort>
  );
}

/** What the konsultation led to: återkoppling on a råd, the person's answer, recommendations; the latest on top. */
export function Konsultation({ oversikt }: { oversikt: Arendeoversikt }): VNode {
  const { svar, aterkopplingar: svarPaRad, rekommendationer: lamnade } = oversikt;
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
        <Rekommendation key={one.nar} rekommendation={one} nr={lamnade.length - index} />
      ))}
    </>
  );
}
