import type { VNode } from 'preact';
import { Kolumner } from '../../components/kort.js';
import { Meddelande } from '../../components/meddelande.js';
import type { Sidram } from '../../http/page-frame.js';
import type { Arendeoversikt } from '../../queries/arendeoversikt.js';
import type { EgenUppgiftsrad } from '../../queries/egna-uppgifter.js';
import type { Uppgiftsrad } from '../../queries/uppgifter.js';
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
import { Uppgifter } from './uppgifter.js';
import type { Arendevy } from './vy.js';

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
  uppgifter,
  egna,
  lankar,
  ram,
}: {
  vy: Arendevy;
  oversikt: Arendeoversikt;
  /** The open tasks of the case, with who has taken each. */
  uppgifter: readonly Uppgiftsrad[];
  /** What the reader has set herself in the case. */
  egna: readonly EgenUppgiftsrad[];
  /** Other ärenden that belong together with this one, as far as the reader may read them. */
  lankar: readonly Arendelankvy[];
  ram: Sidram;
}): VNode {
  return (
    <ArendeRam vy={vy} flik="oversikt" ram={ram}>
      {oversikt.remiss.annatNamn && kanKontrollera(vy) && <AnnatNamn />}
      <Mojliga vy={vy} />
      <Uppgifter vy={vy} rader={uppgifter} csrf={ram.csrf} />
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
