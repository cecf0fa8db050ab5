import { hinder } from '../hinder.js';
import type { Lage, OppenUppgift } from '../lage.js';
import { hindernyckel } from '../atgarder.js';
import type { Beslutsregel } from './regel.js';

const uppgiftFor = (lage: Lage, atgard: string): OppenUppgift | undefined =>
  lage.uppgifter.find(({ typ, ref }) => typ === 'atgard' && ref === atgard);

/** Whoever promised an action tells that it is done or has met a hindrance (design 2.3, 2.7). */
export const atgardsrapport: Beslutsregel<'atgardsrapport'> = {
  typ: 'atgardsrapport',
  check(lage, { data }) {
    if (!uppgiftFor(lage, data.atgard))
      return hinder(
        'okand_atgard',
        'Åtgärden väntar inte längre på någon rapport: den är rapporterad eller avslutad. Du behöver inte göra något mer.',
      );
    return undefined;
  },
  apply(forandring, { data }) {
    const { lage } = forandring;
    const verksamhet = uppgiftFor(lage, data.atgard)?.verksamhet ?? '';
    forandring.note('atgardsrapport', { atgard: data.atgard, verksamhet, utfall: data.utfall });
    forandring.end('klar', ['atgard'], ({ ref }) => ref === data.atgard);
    if (data.utfall !== 'hindrad') return;
    const roll = lage.koordinator === undefined ? 'sammankallande' : 'koordinator';
    forandring.utskick.push({ slag: 'besked', nyckel: hindernyckel(data.atgard), till: { roll } });
  },
};
