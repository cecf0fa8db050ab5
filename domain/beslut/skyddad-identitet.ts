import { hinder } from '../hinder.js';
import type { Beslut } from '../beslutsunderlag.js';
import type { Lage } from '../lage.js';
import type { Beslutsregel } from './regel.js';

/**
 * The named people who alone may see a protected person: the koordinator, before there is one who registers it, and an
 * ersättare (design 3).
 */
export const namngivna = (
  { koordinator }: Pick<Lage, 'koordinator'>,
  { av, data }: Beslut<'skyddad_identitet'>,
): string[] => [...new Set([koordinator ?? av, data.ersattare])];

/** Protected identity is set later than the remiss: from now on the person has an alias and named people (design 2). */
export const skyddadIdentitet: Beslutsregel<'skyddad_identitet'> = {
  typ: 'skyddad_identitet',
  check(lage, beslut) {
    // a person who is protected since the remiss, or another ärende, has no named people here yet
    if (lage.senasteBeslut?.skyddad_identitet !== undefined)
      return hinder('redan_skyddad', 'De skyddade personuppgifterna är redan registrerade i ärendet.');
    if (!lage.identifierad)
      return hinder('avidentifierad', 'Personen är avidentifierad. Lägg till identitet och samtycke först.');
    if (namngivna(lage, beslut).length < 2)
      return hinder('samma_person', 'Ersättaren behöver vara någon annan än den som ansvarar för ärendet.');
    return undefined;
  },
  apply(forandring, beslut) {
    forandring.set({ skyddad: true });
    forandring.note('skyddad_identitet', { namngivna: namngivna(forandring.lage, beslut) });
  },
};
