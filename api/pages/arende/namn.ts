import { skyddatNamn } from '../../../domain/skydd.js';
import type { Arendehuvud } from '../../queries/arende.js';

/** The person's name as this page may show it: an alias when protected, birth year when avidentifierad. */
export function personnamn({ person, lage }: Pick<Arendehuvud, 'person' | 'lage'>): string {
  if (person.skyddad) return skyddatNamn(person.alias);
  if (!lage.identifierad) return `Avidentifierad, född ${person.fodelsear}`;
  return person.namn ?? `Person född ${person.fodelsear}`;
}
