import type { VNode } from 'preact';
import { TrappaLinje } from '../../components/arende/trappa-linje.js';
import { Definitionslista } from '../../components/definitionslista.js';
import { formatDatum } from '../../components/format.js';
import { Kort } from '../../components/kort.js';
import { Tabell } from '../../components/tabell.js';
import type { Arendehuvud } from '../../queries/arende.js';
import type { Arendeoversikt } from '../../queries/arendeoversikt.js';
import { Kartlaggningslista } from './kartlaggning.js';
import { Tiden } from './tiden.js';

type Forlangning = Arendeoversikt['forlangningar'][number];

const step = (arende: Arendehuvud, steg: number): string =>
  `${steg}. ${arende.profil.utvecklingstrappa[steg - 1] ?? ''}`;

/** The self-ratings in order, so that the way up or down the ladder is seen. */
function Trappa({
  oversikt: { skattningar },
  arende,
}: {
  oversikt: Arendeoversikt;
  arende: Arendehuvud;
}): VNode | null {
  if (skattningar.length === 0) return null;
  return (
    <Kort rubrik="Utvecklingstrappan">
      <TrappaLinje skattningar={skattningar} namn={arende.profil.utvecklingstrappa} />
    </Kort>
  );
}

function Planuppfoljningar({
  oversikt: { planuppfoljningar },
  arende,
}: {
  oversikt: Arendeoversikt;
  arende: Arendehuvud;
}) {
  if (planuppfoljningar.length === 0) return null;
  return (
    <Kort rubrik="Planuppföljningar">
      <Tabell
        id="planuppfoljningar"
        caption="Planuppföljningar, den senaste överst"
        doldCaption
        rows={planuppfoljningar.toReversed()}
        rowKey={({ beslutId }) => beslutId}
        columns={[
          { rubrik: 'Datum', cell: ({ datum }) => datum, obruten: true, radrubrik: true },
          { rubrik: 'Resultat', cell: ({ text }) => text },
          { rubrik: 'Steg', cell: ({ steg }) => (steg === undefined ? 'Ingen skattning' : step(arende, steg)) },
        ]}
      />
    </Kort>
  );
}

function outcome({ utfall, beslutatSlut }: Forlangning): string {
  if (utfall === undefined) return 'Väntar på beslut';
  return utfall === 'bifall' && beslutatSlut ? `Beviljad till ${beslutatSlut}` : 'Avslagen';
}

function Forlangningar({ oversikt: { forlangningar } }: { oversikt: Arendeoversikt }): VNode | null {
  if (forlangningar.length === 0) return null;
  return (
    <Kort rubrik="Förlängningar">
      <Tabell
        id="forlangningar"
        caption="Förlängningar av insatstiden"
        doldCaption
        rows={forlangningar}
        rowKey={({ id }) => id}
        columns={[
          { rubrik: 'Dialog', cell: ({ dialogdatum }) => dialogdatum, obruten: true, radrubrik: true },
          { rubrik: 'Behov', cell: ({ behov }) => behov },
          { rubrik: 'Föreslaget slut', cell: ({ foreslagetSlut }) => foreslagetSlut, obruten: true },
          { rubrik: 'Beslut', cell: outcome },
          { rubrik: 'Motivering', cell: ({ motivering }) => motivering ?? '–' },
        ]}
      />
    </Kort>
  );
}

function Kartlaggning({ oversikt: { kartlaggning } }: { oversikt: Arendeoversikt }): VNode | null {
  if (!kartlaggning) return null;
  return (
    <Kort rubrik="Kartläggning">
      <Kartlaggningslista kartlaggning={kartlaggning} />
    </Kort>
  );
}

/** What the participation has produced: ratings, plan, extensions, kartläggning and the enrolment itself. */
export function Deltagande({ oversikt, arende }: { oversikt: Arendeoversikt; arende: Arendehuvud }): VNode {
  const { deltagande } = oversikt;
  return (
    <>
      <Trappa oversikt={oversikt} arende={arende} />
      <Planuppfoljningar oversikt={oversikt} arende={arende} />
      <Forlangningar oversikt={oversikt} />
      <Tiden oversikt={oversikt} />
      <Kartlaggning oversikt={oversikt} />
      {deltagande && (
        <Kort rubrik="Inskrivning">
          <Definitionslista
            rader={[
              { term: 'Beslut', varde: formatDatum(deltagande.beslutsdatum) },
              { term: 'Start', varde: formatDatum(deltagande.startdatum) },
              ...(deltagande.overinskrivning
                ? [{ term: 'Överinskrivning', varde: deltagande.overinskrivningSkal ?? 'Ja' }]
                : []),
            ]}
          />
        </Kort>
      )}
    </>
  );
}
