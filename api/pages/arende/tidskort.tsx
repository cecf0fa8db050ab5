import type { VNode } from 'preact';
import { isPaused, pausdagar } from '../../../domain/paus.js';
import { Matare } from '../../components/arende/matare.js';
import { dagarMellan, formatDagar, formatDatum } from '../../components/format.js';
import { Kort } from '../../components/kort.js';
import type { Arendevy } from './vy.js';

/** The day by which an insats without a time limit is looked over. */
function nextReview({ arende: { lage } }: Arendevy): string | undefined {
  const open = lage.uppgifter.find(({ typ }) => typ === 'insatstidsoversyn');
  if (open) return open.forfaller;
  const planned = lage.frister.find((frist) => frist.typ === 'uppgift_oppnas' && frist.uppgift === 'insatstidsoversyn');
  return planned?.typ === 'uppgift_oppnas' ? planned.forfaller : undefined;
}

/** The paused days until a day: those given back, and those of the pause that is on. */
function pausade({ arende: { lage } }: Arendevy, till: string): { tidigare: number; nu: number } {
  const { paus, pausdagar: tidigare = 0 } = lage;
  const on = paus && isPaused(lage) && paus.fran <= till;
  return { tidigare, nu: on ? pausdagar({ fran: paus.fran, till: paus.till < till ? paus.till : till }) : 0 };
}

/** How much of the time of a participation is used, without the days that were paused. */
export function Insatstid({ vy }: { vy: Arendevy }): VNode | null {
  const { lage } = vy.arende;
  const { startdatum, insatstid, avslutsdatum, forlangning, paus } = lage;
  if (startdatum === undefined) return null;
  const till = avslutsdatum ?? vy.idag;
  const paused = pausade(vy, till);
  const review = avslutsdatum === undefined ? nextReview(vy) : undefined;
  const rader = [
    paused.tidigare + paused.nu > 0 && `Pausad ${formatDagar(paused.tidigare + paused.nu)}, som inte räknas.`,
    paus &&
      `${isPaused(lage) ? 'Pausen pågår' : 'Paus planerad'} ${formatDatum(paus.fran)} – ${formatDatum(paus.till)}.`,
    avslutsdatum !== undefined && `Avslutades ${formatDatum(avslutsdatum)}.`,
    avslutsdatum === undefined &&
      insatstid &&
      (isPaused(lage)
        ? `Slut ${formatDatum(insatstid.slut)}, och så många dagar senare som pausen varar.`
        : `Slut ${formatDatum(insatstid.slut)}.`),
    avslutsdatum === undefined && insatstid?.hard && 'Tiden kan bara bli längre genom styrgruppens undantag.',
    avslutsdatum === undefined && !insatstid && 'Ingen bestämd tid.',
    review !== undefined && `Ses över senast ${formatDatum(review)}.`,
    forlangning && `Förlängning till ${formatDatum(forlangning.slut)} är föreslagen.`,
  ].filter((rad): rad is string => typeof rad === 'string');
  return (
    <Kort rubrik="Insatstid">
      {startdatum > till ? (
        <p>Börjar {formatDatum(startdatum)}.</p>
      ) : (
        <Matare
          anvanda={Math.max(0, dagarMellan(startdatum, till) - paused.tidigare - paused.nu)}
          {...(insatstid && { totalt: dagarMellan(startdatum, insatstid.slut) - paused.tidigare })}
        />
      )}
      {rader.map((rad) => (
        <p key={rad}>{rad}</p>
      ))}
    </Kort>
  );
}

/** The turn in the queue, and the place that is offered. */
export function Koplats({ vy }: { vy: Arendevy }): VNode | null {
  const { fas, ko, erbjudande } = vy.arende.lage;
  if (fas !== 'ko' || !ko) return null;
  const { kotur } = vy.arende;
  return (
    <Kort rubrik="Kö">
      {kotur && (
        <p>
          <strong>
            Nummer {kotur.plats} av {kotur.antal} i kön
          </strong>
        </p>
      )}
      <p>
        Inskrivningen beslutades {formatDatum(ko.beslutsdatum)}.{ko.tur !== undefined && ` Tur ${ko.tur} för hand.`}
        {ko.missar > 0 && ` Har inte nåtts vid ${ko.missar === 1 ? 'ett erbjudande' : `${ko.missar} erbjudanden`}.`}
      </p>
      {erbjudande && (
        <p>
          En plats är erbjuden: svar senast {formatDatum(erbjudande.senast)}. {erbjudande.kontakter} av{' '}
          {erbjudande.maxKontakter} kontakter är gjorda.
        </p>
      )}
    </Kort>
  );
}
