import { hinder } from '../hinder.js';
import { aterkallaSamtycke, harSamtycke } from '../samtycken.js';
import type { Beslutsregel } from './regel.js';

/** The person takes samtycke back: the verksamhet loses the case in the same moment (design 2, at any time). */
export const samtyckesaterkallelse: Beslutsregel<'samtyckesaterkallelse'> = {
  typ: 'samtyckesaterkallelse',
  check(lage, { data }) {
    if (!lage.identifierad)
      return hinder('avidentifierad', 'Konsultationen är avidentifierad. Det finns inget samtycke att återkalla.');
    if (data.verksamheter.length === 0)
      return hinder('ingen_verksamhet', 'Välj minst en verksamhet vars samtycke återkallas.');
    if (!data.verksamheter.every((one) => harSamtycke(lage, one)))
      return hinder(
        'inget_samtycke',
        'Det finns inget samtycke att återkalla för en av verksamheterna. Det kan ha återkallats eller gått ut redan.',
      );
    return undefined;
  },
  apply(forandring, { data }) {
    forandring.note('samtyckesaterkallelse', { verksamheter: data.verksamheter });
    aterkallaSamtycke(forandring, data.verksamheter);
  },
};
