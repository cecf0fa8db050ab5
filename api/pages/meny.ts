import type { Rollkod } from '../../domain/koder.js';
import type { MenyPost } from '../components/sida.js';
import { rollerOf, type InloggadAnvandare } from '../login/current-user.js';

interface Menyrad extends MenyPost {
  /** who has it; absent means everybody */
  roller?: readonly Rollkod[];
}

/** The roles that owe tasks. */
const SKYLDIGA: readonly Rollkod[] = [
  'teamrepresentant',
  'koordinator',
  'sammankallande',
  'handlaggare',
  'medhandlaggare',
  'styrgrupp',
];

const RADER: readonly Menyrad[] = [
  { href: '/', text: 'Start' },
  { href: '/dagen', text: 'Min dag', roller: SKYLDIGA },
  { href: '/remisser', text: 'Mina remisser', roller: ['handlaggare'] },
  { href: '/uppgifter', text: 'Uppgifter', roller: SKYLDIGA },
  { href: '/arenden', text: 'Ärenden', roller: ['koordinator', 'sammankallande'] },
  { href: '/moten', text: 'Möten', roller: ['teamrepresentant', 'sammankallande'] },
  { href: '/insatser', text: 'Insats', roller: ['teamrepresentant', 'koordinator', 'sammankallande', 'styrgrupp'] },
  { href: '/styrgrupp', text: 'Styrgruppen', roller: ['styrgrupp'] },
  { href: '/kansli', text: 'Kansli', roller: ['kansli'] },
  { href: '/kansli/profiler', text: 'Profiler', roller: ['kansli'] },
  { href: '/admin', text: 'Förvaltning', roller: ['forvaltare'] },
  { href: '/admin/organisation', text: 'Organisation', roller: ['kansli'] },
  { href: '/gallring', text: 'Gallring', roller: ['arkivansvarig'] },
  { href: '/logg', text: 'Logg', roller: ['granskare'] },
  { href: '/nodatkomst', text: 'Nödåtkomst', roller: ['nodatkomst', 'forvaltare'] },
  { href: '/mig', text: 'Min profil' },
];

/**
 * The main menu of one person: the pages that their roles have, and those of whom they stand in for.
 *
 * @param uppgifter how many tasks wait for her
 */
export function meny(anvandare: InloggadAnvandare, uppgifter?: number): MenyPost[] {
  const egna = rollerOf(anvandare);
  return RADER.filter(({ roller }) => roller === undefined || roller.some((roll) => egna.has(roll))).map(
    ({ href, text }) => ({
      href,
      text,
      ...(href === '/uppgifter' && uppgifter !== undefined ? { antal: uppgifter } : {}),
    }),
  );
}
