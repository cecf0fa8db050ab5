import { lamnaKo } from '../ko.js';
import { stopPaus } from '../paus.js';
import { tellTidigtSlut } from '../tidigt-slut.js';
import type { Beslutsregel } from './regel.js';

/** A case that should never have been: it ends at once, frees its place and is in no counter (design 2.2, 2.10). */
export const felregistrering: Beslutsregel<'felregistrering'> = {
  typ: 'felregistrering',
  check: () => undefined,
  apply(forandring) {
    const { paus } = forandring.lage;
    forandring.note('felregistrering');
    forandring.tellRemittent();
    tellTidigtSlut(forandring);
    lamnaKo(forandring);
    if (paus) stopPaus(forandring, paus.till < forandring.idag ? paus.till : forandring.idag);
    forandring.unset('forlangning', 'medel', 'teamlyft', 'styrgruppslyft');
    forandring.close('felregistrering', 'felregistrerad');
  },
};
