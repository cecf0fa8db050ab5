import type { Forandring } from './forandring.js';
import { nextMote, sistaDagYttrande } from './frister.js';
import { teamprofil } from './insatsprofil.js';
import type { Instant } from './kalender/kalender.js';

/**
 * Puts the case on the agenda of the team's next open meeting and asks every verksamhet that samtycke covers for its
 * yttrande (design 2.3).
 *
 * @param after the meeting that has just been held, when the case goes on to a later one
 */
export function putOnAgenda(forandring: Forandring, after?: Instant): void {
  const { om, lage } = forandring;
  const mote = nextMote(lage.team, om, after);
  const { quorum } = teamprofil(om.profil, lage.team);
  // samtycke from fewer verksamheter than the quorum asks for must not keep the case from ever being decided
  const narvarokrav = Math.max(1, Math.min(quorum, lage.samtycken.length));
  forandring.set({ mote: { ...mote, quorum: narvarokrav }, yttranden: [] });
  forandring.note('pa_dagordning', { mote: mote.borjar });
  for (const verksamhet of lage.samtycken) forandring.open('yttrande', sistaDagYttrande(mote.dag, om), { verksamhet });
  forandring.open('rekommendation', om.kalender.addArbetsdagar(mote.dag, om.profil.frister.rekommendationArbetsdagar));
}
