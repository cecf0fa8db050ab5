import { z } from 'zod';
import { syften, type Syfte } from '../../domain/koder.js';
import type { Aktualiserande } from '../../domain/remissinnehall.js';
import { andraVerksamheter, type Formularsida, type Kallfraga } from './kontext.js';
import { ett } from '../beslut/formular.js';
import { enAv, fleraAv, kod, MAX, text, utelamnad, valfriText } from '../beslut/regler.js';

/** How much is told of the person. */
export const identiteter = {
  identifierad: 'Med namn och personnummer',
  avidentifierad: 'Avidentifierad',
} as const;

export interface Insatssvar {
  insats: string;
  syfte: Syfte;
  identitet: keyof typeof identiteter;
  aktualiserande: readonly Aktualiserande[];
  kalla?: string | undefined;
}

/** First page: insats, purpose, whether the person is named, and who has raised her. */
export const insatsSida: Formularsida<Insatssvar> = {
  falt: ({ remittent }) => [
    'insats',
    'syfte',
    'identitet',
    'aktualiserande',
    'aktualiserandeAnnan',
    ...(remittent.kalla === 'nej' ? [] : ['kalla']),
  ],
  regler: (svar, kontext) =>
    z
      .object({
        insats: enAv(
          kontext.insatser.map((one) => one.kod),
          'Välj en insats.',
        ),
        syfte: kod(syften, 'Välj vad du vill med remissen.'),
        identitet: kod(identiteter, 'Välj om personen ska anges med namn eller vara avidentifierad.').refine(
          (identitet) => identitet !== 'avidentifierad' || ett(svar, 'syfte') !== 'inskrivning',
          'En avidentifierad remiss kan bara gälla konsultation. Ange personen med namn, eller ändra syftet till konsultation.',
        ),
        aktualiserande: fleraAv(
          andraVerksamheter(kontext).map(({ id }) => id),
          'Välj bland de verksamheter som står i listan.',
        ),
        aktualiserandeAnnan: valfriText(MAX.rad),
        kalla: kalla(kontext.remittent.kalla),
      })
      .transform(({ aktualiserande, aktualiserandeAnnan: namn, ...rest }) => ({
        ...rest,
        aktualiserande: [...aktualiserande.map((verksamhet) => ({ verksamhet })), ...(namn ? [{ namn }] : [])],
      })),
};

const kalla = (fraga: Kallfraga) => {
  if (fraga === 'nej') return utelamnad;
  return fraga === 'frivillig' ? valfriText(MAX.rad) : text('Skriv vem som har bett om remissen.', MAX.rad);
};
