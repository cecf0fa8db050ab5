import { insatsrattTill } from '../../../domain/insats/atkomst.js';
import type { Brodsmula } from '../../components/brodsmulor.js';
import type { InloggadAnvandare } from '../../login/current-user.js';
import type { Insatsmedprofil } from '../../queries/profiler.js';
import { PROFILER } from './adresser.js';

/** What stands above an insats's profile for a person: the insats's own page, kansli's list, or the start page. */
export function overProfilen(
  person: InloggadAnvandare,
  { id: insatsId, kod, namn, teamIds }: Insatsmedprofil,
): Brodsmula {
  if (insatsrattTill(person, 'las_insats', { insatsId, teamIds })) return { href: `/insatser/${kod}`, text: namn };
  if (person.roller.some(({ roll }) => roll === 'kansli')) return { href: PROFILER, text: 'Insatser och profiler' };
  return { href: '/', text: 'Start' };
}
