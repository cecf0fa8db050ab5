import { isOpenTo, type Arenderelation } from './atkomst.js';
import { hinder, type Hinder } from './hinder.js';
import type { Dag, Instant } from './kalender/kalender.js';

/*
 * The meeting as its page and its minutes know it (design 2.3). What the meeting decides on an ärende are decisions of
 * the ärende; here stands what concerns the meeting itself: its order, who comes, and when its minutes are closed.
 */

/** An ärende on an agenda, as far as the rules of the meeting need it. */
export interface Motespunkt {
  readonly arendeId: string;
  /** Whether the meeting has said what it had to say: a recommendation (bordlagd too), or the answer to a lifted question. */
  readonly klar: boolean;
}

/** A meeting, as far as its rules need it. */
export interface Motesprotokoll {
  readonly borjar: Instant;
  readonly installt: boolean;
  readonly avslutat: boolean;
  /** In the order of the agenda; without those that have left it. */
  readonly punkter: readonly Motespunkt[];
}

const INSTALLT = hinder('installt', 'Mötet är inställt. Ärendena står på nästa möte.');
const STANGT = hinder('protokoll_stangt', 'Protokollet är stängt. En rekommendation rättas från sitt ärende.');

/** What stands in the way of changing who comes to a meeting. */
export const deltagarhinder = ({ installt, avslutat }: Motesprotokoll): Hinder | undefined =>
  installt ? INSTALLT : avslutat ? STANGT : undefined;

/** What stands in the way of changing the order: once the team has taken up an ärende, its minutes number them. */
export function ordningshinder(mote: Motesprotokoll): Hinder | undefined {
  const stangt = deltagarhinder(mote);
  if (stangt) return stangt;
  return mote.punkter.some(({ klar }) => klar)
    ? hinder('redan_taget_upp', 'Ordningen kan inte ändras längre: teamet har redan tagit upp ett av ärendena.')
    : undefined;
}

/** What stands in the way of closing the minutes: every ärende has an outcome, bordlagd too, before they are. */
export function stangningshinder(mote: Motesprotokoll, nu: Instant): Hinder | undefined {
  const stangt = deltagarhinder(mote);
  if (stangt) return stangt;
  if (mote.borjar > nu) return hinder('inte_borjat', 'Mötet har inte börjat. Protokollet stängs efter mötet.');
  const kvar = mote.punkter.filter(({ klar }) => !klar).length;
  return kvar === 0
    ? undefined
    : hinder(
        'saknar_rekommendation',
        `${kvar === 1 ? 'Ett ärende saknar' : `${kvar} ärenden saknar`} rekommendation eller svar. Registrera vad teamet sa, eller bordlägg, innan du stänger protokollet.`,
      );
}

/**
 * An agenda with one of its ärenden moved to another place; the others keep their order.
 *
 * @param plats from 1; beyond either end is at that end
 */
export function omordnad(arenden: readonly string[], arendeId: string, plats: number): string[] {
  const others = arenden.filter((one) => one !== arendeId);
  const at = Math.min(Math.max(plats - 1, 0), others.length);
  return [...others.slice(0, at), arendeId, ...others.slice(at)];
}

/** When an ärende is taken up: by its place on the agenda, whether or not the reader may see what stands before it. */
export const punktBorjar = (borjar: Instant, plats: number, minuterPerArende: number): Instant =>
  new Date(Date.parse(borjar) + (plats - 1) * minuterPerArende * MINUTE_MS).toISOString();
const MINUTE_MS = 60_000;

/** The verksamheter that leave the room before an ärende: samtycke does not open it to them on the day of the meeting. */
export const lamnarRummet = (teamets: readonly string[], arende: Arenderelation, motesdag: Dag): string[] =>
  teamets.filter((verksamhetId) => !isOpenTo(verksamhetId, arende, motesdag));
