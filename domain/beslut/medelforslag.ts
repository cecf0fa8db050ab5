import { arbetsdagarFranIdag } from '../frister.js';
import { hinder } from '../hinder.js';
import { medelBeslutasAv } from '../medel.js';
import type { Beslutsregel } from './regel.js';

/** Kronor in one proposal; more is a slip of the finger. */
const HOGST = 1_000_000;

/** The koordinator proposes what would raise the participant's competence, and what it costs (design 2.7). */
export const medelforslag: Beslutsregel<'medelforslag'> = {
  typ: 'medelforslag',
  check: (_lage, { data: { belopp } }) =>
    Number.isInteger(belopp) && belopp >= 1 && belopp <= HOGST
      ? undefined
      : hinder('belopp', 'Ange beloppet i hela kronor, från 1 till 1 000 000.'),
  apply(forandring, { id, av, data: { belopp, extern } }) {
    const { om, lage } = forandring;
    const beslutas = medelBeslutasAv({ belopp, extern }, om.profil, om.medelKvar);
    forandring.note('medelforslag', { belopp, extern, beslutas });
    forandring.set({ medel: [...(lage.medel ?? []), { id, belopp, beslutas, av }] });
    forandring.open(
      beslutas === 'styrgrupp' ? 'medelbeslut_styrgrupp' : 'medelbeslut',
      arbetsdagarFranIdag(om.profil.frister.medelArbetsdagar, om),
      { ref: id },
    );
  },
};
