import { hinder } from '../hinder.js';
import type { Beslut } from '../beslutsunderlag.js';
import type { Lage } from '../lage.js';
import { MINST_NAMNGIVNA } from '../skydd.js';
import type { Beslutsregel } from './regel.js';

/**
 * The named people who alone see a protected person's ärende: the koordinator, before there is one who registers it, an
 * ersättare, and those who need it besides (design 3).
 */
export const namngivna = (
  { koordinator }: Pick<Lage, 'koordinator'>,
  { av, data }: Pick<Beslut<'skyddad_identitet'>, 'av' | 'data'>,
): string[] => [...new Set([koordinator ?? av, data.ersattare, ...(data.fler ?? [])])];

/**
 * The person's details are protected: from now on she has an alias, and only those named see the ärende. Taken again it
 * names others (design 2, 3).
 */
export const skyddadIdentitet: Beslutsregel<'skyddad_identitet'> = {
  typ: 'skyddad_identitet',
  check(lage, beslut) {
    if (!lage.identifierad)
      return hinder('avidentifierad', 'Personen är avidentifierad. Lägg till identitet och samtycke först.');
    if (namngivna(lage, beslut).length < MINST_NAMNGIVNA)
      return hinder('samma_person', 'Ersättaren behöver vara någon annan än den som ansvarar för ärendet.');
    return undefined;
  },
  apply(forandring, beslut) {
    const { lage } = forandring;
    const nya = namngivna(lage, beslut);
    const redan = lage.namngivna ?? [];
    forandring.set({ skyddad: true, namngivna: nya });
    if (lage.skyddad) forandring.note('namngivning', { namngivna: nya });
    else forandring.note('skyddad_identitet', { namngivna: nya });
    forandring.end('klar', ['namngivning']);
    const fler = nya.filter((id) => id !== beslut.av && !redan.includes(id));
    if (fler.length > 0) forandring.utskick.push({ slag: 'besked', nyckel: 'namngiven', till: { personer: fler } });
  },
};
