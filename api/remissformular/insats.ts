import { z } from 'zod';
import { syften, type Syfte } from '../../domain/koder.js';
import type { Formularsida } from './kontext.js';
import { ett } from '../beslut/formular.js';
import { enAv, kod } from '../beslut/regler.js';

/** How much is told of the person. */
export const identiteter = {
  identifierad: 'Med namn och personnummer',
  avidentifierad: 'Avidentifierad',
} as const;

export interface Insatssvar {
  insats: string;
  syfte: Syfte;
  identitet: keyof typeof identiteter;
}

/** First page: insats, purpose, and whether the person is named. */
export const insatsSida: Formularsida<Insatssvar> = {
  falt: () => ['insats', 'syfte', 'identitet'],
  regler: (svar, { insatser }) =>
    z.object({
      insats: enAv(
        insatser.map((one) => one.kod),
        'Välj en insats.',
      ),
      syfte: kod(syften, 'Välj vad du vill med remissen.'),
      identitet: kod(identiteter, 'Välj om personen ska anges med namn eller vara avidentifierad.').refine(
        (identitet) => identitet !== 'avidentifierad' || ett(svar, 'syfte') !== 'inskrivning',
        'En avidentifierad remiss kan bara gälla konsultation. Ange personen med namn, eller ändra syftet till konsultation.',
      ),
    }),
};
