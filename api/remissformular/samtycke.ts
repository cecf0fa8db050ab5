import { z } from 'zod';
import { isDag } from '../../domain/kalender/tid.js';
import { uppgiftsslag } from '../../domain/koder.js';
import type { Samtyckesinnehall } from '../../domain/remissinnehall.js';
import {
  andraInsatser,
  kravdaVerksamheter,
  samtyckesverksamheter,
  type Formularsida,
  type Sidkontext,
  type Verksamhetsval,
} from './kontext.js';
import { ett } from '../beslut/formular.js';
import { jaNej } from '../beslut/regler.js';
import { SAMTYCKESFALT, samtyckesregler, samtyckestext } from '../beslut/samtyckesfalt.js';
import { fleraKoder } from './regler.js';
import type { Svar } from './steg.js';

export interface Samtyckessvar {
  samtycken: Samtyckesinnehall[];
  statistiksamtycke?: boolean;
}

/** Name of the field with what one verksamhet may know. */
export const uppgiftsslagFalt = (verksamhet: Verksamhetsval): string => `uppgiftsslag_${verksamhet.kod}`;

/** Name of the field that tells whether every verksamhet may know the same; without an answer each has its own. */
export const SAMMA_FALT = 'sammaForAlla';
/** Name of the field with what all of them may know. */
export const ALLA_FALT = 'uppgiftsslagAlla';

const sammaForAlla = (svar: Svar): boolean => ett(svar, SAMMA_FALT) === 'ja';

/** Name of the field that holds what one verksamhet may know, as the page was answered. */
export const besvaratFalt = (svar: Svar, verksamhet: Verksamhetsval): string =>
  sammaForAlla(svar) ? ALLA_FALT : uppgiftsslagFalt(verksamhet);

/** Third page: what each verksamhet may know, from when, until when, and how it was said. */
export const samtyckeSida: Formularsida<Samtyckessvar> = {
  falt: (kontext) =>
    kontext.avidentifierad
      ? []
      : [
          ...SAMTYCKESFALT,
          SAMMA_FALT,
          ALLA_FALT,
          ...samtyckesverksamheter(kontext).map(uppgiftsslagFalt),
          'statistiksamtycke',
        ],
  regler: (svar, kontext) =>
    kontext.avidentifierad ? z.object({}).transform(() => ({ samtycken: [] })) : regler(svar, kontext),
};

function regler(svar: Svar, kontext: Sidkontext): z.ZodType<Samtyckessvar> {
  const { idag, fodd } = kontext;
  const fran = ett(svar, 'giltigtFran').trim();
  const { giltigtFran, giltigtTill, ...own } = samtyckesregler(svar, {
    idag,
    fodd,
    andraInsatser: andraInsatser(kontext),
  });
  const gemensamt = z.object({
    ...own,
    giltigtFran: giltigtFran.refine(
      (value) => value <= idag,
      'Samtycket behöver ha börjat gälla innan remissen skickas.',
    ),
    giltigtTill: giltigtTill
      .refine(
        (value) => value === undefined || value >= idag,
        'Samtycket har redan upphört. Ange en senare dag, eller be om ett nytt samtycke.',
      )
      .refine(
        (value) => value === undefined || !isDag(fran) || value >= fran,
        'Sista dagen kan inte ligga före första dagen.',
      ),
    statistiksamtycke: jaNej('Välj om personen har sagt ja till att räknas i statistik.'),
  });
  return z
    .intersection(gemensamt, sammaForAlla(svar) ? sammaOmfattning(kontext) : omfattning(kontext))
    .transform(({ samtycken, statistiksamtycke, ...rest }) => ({
      statistiksamtycke,
      samtycken: samtycken.map((one) => ({ ...one, ...samtyckestext(rest) })),
    }));
}

/** The same for every verksamhet of the page. */
function sammaOmfattning(kontext: Sidkontext) {
  const slag = fleraKoder(uppgiftsslag, 'Välj bland de slag av uppgifter som står i listan.').refine(
    (value) => value.length > 0,
    'Kryssa i minst ett slag av uppgifter som alla får ta del av.',
  );
  return z.object({ [ALLA_FALT]: slag }).transform(({ [ALLA_FALT]: lika = [] }) => ({
    samtycken: samtyckesverksamheter(kontext).map(({ id }) => ({ verksamhet: id, uppgiftsslag: lika })),
  }));
}

/** Which verksamheter samtycke was given for: those with something ticked. */
function omfattning(kontext: Sidkontext) {
  const verksamheter = samtyckesverksamheter(kontext);
  return z.object(slagPerVerksamhet(verksamheter, kontext)).transform((answers) => ({
    samtycken: verksamheter
      .map((one) => ({ verksamhet: one.id, uppgiftsslag: answers[uppgiftsslagFalt(one)] ?? [] }))
      .filter((one) => one.uppgiftsslag.length > 0),
  }));
}

function slagPerVerksamhet(verksamheter: readonly Verksamhetsval[], kontext: Sidkontext) {
  const kravda = kravdaVerksamheter(kontext);
  const some = fleraKoder(uppgiftsslag, 'Välj bland de slag av uppgifter som står i listan.');
  return Object.fromEntries(
    verksamheter.map((one) => [
      uppgiftsslagFalt(one),
      kravda.has(one.id) ? some.refine((slag) => slag.length > 0, needed(one, kontext)) : some,
    ]),
  );
}

const needed = ({ id, namn }: Verksamhetsval, { remittent }: Sidkontext): string =>
  id === remittent.verksamhet.id
    ? `Samtycket behöver omfatta din egen verksamhet, ${namn}. Kryssa i minst ett slag av uppgifter.`
    : `Samtycket behöver omfatta ${namn}, som ansvarar för insatsen. Kryssa i minst ett slag av uppgifter.`;
