import type { VNode } from 'preact';
import type { OppenUppgift } from '../../../domain/lage.js';
import { uppgiftstyper } from '../../../domain/uppgifter.js';
import { Frist } from '../../components/datum.js';
import { Kolumner, Kort } from '../../components/kort.js';
import { Meddelande } from '../../components/meddelande.js';
import { SakerLank } from '../../components/saker-lank.js';
import { Tabell } from '../../components/tabell.js';
import type { Sidram } from '../../http/page-frame.js';
import type { Arendeoversikt } from '../../queries/arendeoversikt.js';
import type { EgenUppgiftsrad } from '../../queries/egna-uppgifter.js';
import { EgnaUppgifter } from '../uppgifter/egna.js';
import type { Arendelankvy } from '../../queries/arendelankar.js';
import { Avslutning } from './avslutning.js';
import { Mojliga } from './beslutsgrupper.js';
import { Deltagande } from './deltagande.js';
import { Konsultation } from './konsultation.js';
import { ArendelankarKort } from './lankar.js';
import { Loften, Pagar } from './loften.js';
import { Lyft } from './lyft.js';
import { ArendeRam } from './ram.js';
import { Kompletteringar, Person, Remiss } from './remiss.js';
import { agare, beslutsadress, egenUppgift, type Arendevy } from './vy.js';

/** The reader's own task leads to the form that does it, when that can be taken now. */
function Uppgiftslank({ vy, uppgift }: { vy: Arendevy; uppgift: OppenUppgift }): VNode {
  const { rubrik, beslut } = uppgiftstyper[uppgift.typ];
  const typ = egenUppgift(vy, uppgift) ? beslut.find((one) => vy.mojliga.includes(one)) : undefined;
  if (typ === undefined) return <>{rubrik}</>;
  return <SakerLank href={beslutsadress(vy.arende.nummer, typ, uppgift.ref)}>{rubrik}</SakerLank>;
}

/** What is to be done in the case, and by whom. */
export function Uppgifter({ vy }: { vy: Arendevy }): VNode {
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
          { rubrik: 'Uppgift', cell: (uppgift) => <Uppgiftslank vy={vy} uppgift={uppgift} />, radrubrik: true },
          { rubrik: 'Ansvarig', cell: (uppgift) => agare(vy, uppgift) },
          { rubrik: 'Senast', cell: ({ forfaller }) => <Frist senast={forfaller} idag={vy.idag} /> },
        ]}
        empty={<p>Inget är att göra just nu.</p>}
      />
    </Kort>
  );
}

/** Whoever leads or coordinates the case can ask the remittent about the number. */
const kanKontrollera = ({ skriver }: Arendevy): boolean => skriver !== undefined;

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
  lankar,
  ram,
}: {
  vy: Arendevy;
  oversikt: Arendeoversikt;
  /** The reader's own tasks in the case. */
  egna: readonly EgenUppgiftsrad[];
  /** Other ärenden that belong together with this one, as far as the reader may read them. */
  lankar: readonly Arendelankvy[];
  ram: Sidram;
}): VNode {
  return (
    <ArendeRam vy={vy} flik="oversikt" ram={ram}>
      {oversikt.remiss.annatNamn && kanKontrollera(vy) && <AnnatNamn />}
      <Mojliga vy={vy} />
      <Uppgifter vy={vy} />
      <EgnaUppgifter rader={egna} idag={vy.idag} nummer={vy.arende.nummer} ram={ram} />
      <Loften vy={vy} oversikt={oversikt} />
      <Pagar vy={vy} />
      <Kolumner typ="bred-smal">
        <div>
          <Avslutning oversikt={oversikt} profil={vy.arende.profil} />
          <Deltagande oversikt={oversikt} arende={vy.arende} />
          <Lyft oversikt={oversikt} />
          <Konsultation oversikt={oversikt} />
          <Kompletteringar oversikt={oversikt} />
          <Remiss oversikt={oversikt} vy={vy} />
        </div>
        <div>
          <Person oversikt={oversikt} arende={vy.arende} />
          <ArendelankarKort lankar={lankar} />
        </div>
      </Kolumner>
    </ArendeRam>
  );
}
