import { hinder } from '../hinder.js';
import { foljUpp, periodfel, registreraSamtycke } from '../samtycken.js';
import type { Beslutsregel } from './regel.js';

/** A samtycke is given anew, renewed, or given to more verksamheter (design 2.1). */
export const samtycke: Beslutsregel<'samtycke'> = {
  typ: 'samtycke',
  check(lage, { dag, data }) {
    if (!lage.identifierad)
      return hinder(
        'avidentifierad',
        'En avidentifierad person kan inte lämna samtycke. Lägg till identitet och samtycke i ett och samma beslut.',
      );
    if (data.verksamheter.length === 0)
      return hinder('ingen_verksamhet', 'Välj minst en verksamhet som samtycket gäller.');
    if (new Set(data.verksamheter).size < data.verksamheter.length)
      return hinder('samma_verksamhet', 'Samma verksamhet är vald två gånger. Välj varje verksamhet en gång.');
    return periodfel(data, dag);
  },
  apply(forandring, { data: { verksamheter, fran, till } }) {
    const period = { fran, ...(till === undefined ? {} : { till }) };
    forandring.note('samtycke', { verksamheter, ...period });
    for (const verksamhet of verksamheter) registreraSamtycke(forandring, { verksamhet, ...period });
    foljUpp(forandring);
  },
};
