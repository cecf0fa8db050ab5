import type { VNode } from 'preact';
import { beslut as beslutslista } from '../../../domain/faser.js';
import { uppgiftstyper } from '../../../domain/uppgifter.js';
import { Frist } from '../../components/datum.js';
import { Knapprad, Lankknapp } from '../../components/knapp.js';
import { Kolumner, Kort } from '../../components/kort.js';
import { Meddelande } from '../../components/meddelande.js';
import { Tabell } from '../../components/tabell.js';
import type { Sidram } from '../../http/page-frame.js';
import type { Arendeoversikt } from '../../queries/arendeoversikt.js';
import type { EgenUppgiftsrad } from '../../queries/egna-uppgifter.js';
import { EgnaUppgifter } from '../uppgifter/egna.js';
import { Avslutning } from './avslutning.js';
import { Deltagande } from './deltagande.js';
import { Konsultation } from './konsultation.js';
import { Lyft } from './lyft.js';
import { ArendeRam } from './ram.js';
import { Person, Remiss } from './remiss.js';
import { agare, beslutsadress, type Arendevy } from './vy.js';

function Uppgifter({ vy }: { vy: Arendevy }): VNode {
  return (
    <Kort rubrik="Uppgifter">
      <Tabell
        id="uppgifter"
        caption="Öppna uppgifter i ärendet"
        doldCaption
        rows={vy.arende.lage.uppgifter.toSorted((a, b) => a.forfaller.localeCompare(b.forfaller))}
        rowKey={({ nr }) => String(nr)}
        markera={({ forfaller }) => (forfaller < vy.idag ? 'fel' : undefined)}
        columns={[
          { rubrik: 'Uppgift', cell: ({ typ }) => uppgiftstyper[typ].rubrik, radrubrik: true },
          { rubrik: 'Ansvarig', cell: (uppgift) => agare(vy, uppgift) },
          { rubrik: 'Senast', cell: ({ forfaller }) => <Frist senast={forfaller} idag={vy.idag} /> },
        ]}
        empty={<p>Inget är att göra just nu.</p>}
      />
    </Kort>
  );
}

function Mojliga({ vy: { arende, mojliga } }: { vy: Arendevy }): VNode {
  return (
    <Kort rubrik="Vad vill du göra?">
      {mojliga.length === 0 ? (
        <p>Du har inget att besluta om i ärendet just nu.</p>
      ) : (
        <Knapprad>
          {mojliga.map((typ) => (
            <Lankknapp key={typ} href={beslutsadress(arende.nummer, typ)}>
              {beslutslista[typ]}
            </Lankknapp>
          ))}
        </Knapprad>
      )}
    </Kort>
  );
}

/** Whoever leads or coordinates the case can ask the remittent about the number. */
const kanKontrollera = ({ arende: { sammankallande, koordinator }, personId }: Arendevy): boolean =>
  [...sammankallande, ...(koordinator ? [koordinator] : [])].some(({ id }) => id === personId);

function AnnatNamn(): VNode {
  return (
    <Meddelande typ="warning" rubrik="Rätt personnummer?">
      <p>Namnet i remissen skiljer sig från det som är registrerat: kontrollera numret.</p>
    </Meddelande>
  );
}

/** The case at a glance: what is to be done, what each phase produced (the latest on top), who it is about. */
export function OversiktPage({
  vy,
  oversikt,
  egna,
  ram,
}: {
  vy: Arendevy;
  oversikt: Arendeoversikt;
  /** The reader's own tasks in the case. */
  egna: readonly EgenUppgiftsrad[];
  ram: Sidram;
}): VNode {
  return (
    <ArendeRam vy={vy} flik="oversikt" ram={ram}>
      {oversikt.remiss.annatNamn && kanKontrollera(vy) && <AnnatNamn />}
      <Mojliga vy={vy} />
      <Uppgifter vy={vy} />
      <EgnaUppgifter rader={egna} idag={vy.idag} nummer={vy.arende.nummer} ram={ram} />
      <Kolumner typ="bred-smal">
        <div>
          <Avslutning oversikt={oversikt} profil={vy.arende.profil} />
          <Deltagande oversikt={oversikt} arende={vy.arende} />
          <Lyft oversikt={oversikt} />
          <Konsultation oversikt={oversikt} />
          <Remiss oversikt={oversikt} />
        </div>
        <div>
          <Person oversikt={oversikt} arende={vy.arende} />
        </div>
      </Kolumner>
    </ArendeRam>
  );
}
