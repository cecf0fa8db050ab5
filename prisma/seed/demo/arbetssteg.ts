import { svenskKalender as kalender } from '../../../domain/kalender/svensk.js';
import type { Spar } from '../../../domain/koder.js';
import { efter, fore, type Drag } from './manus.js';
import { kartlagd } from './steg.js';
import * as texter from './texter.js';

const { nasta } = texter;

/** The participant rates herself for the first time. */
export const skattad: Drag = {
  nar: efter(3),
  tagning: ({ koordinator, nr }, dag) => ({
    typ: 'skattning',
    data: { datum: dag, steg: 1 + (nr % 2) },
    formular: {},
    av: koordinator,
  }),
};

/** The plan is made with the participant and comes into force. */
export const planlagd: Drag = {
  nar: efter(4),
  tagning: ({ koordinator, nr }, dag) => ({
    typ: 'genomforandeplan',
    data: { datum: dag, lage: 'gallande', installning: 'godkanner', kopiaLamnad: true },
    formular: {
      mal: nasta(texter.planmal, nr),
      delmal: nasta<readonly string[]>(texter.delmal, nr).map((text, plats) => ({
        text,
        senast: kalender.arbetsdagFrom(kalender.addDays(dag, 30 * (plats + 1))),
        ansvarig: plats === 0 ? 'Koordinatorn' : 'Deltagaren',
      })),
      uppfoljning: 'Vi ser över planen tillsammans var tredje månad.',
      ansvar: 'Koordinatorn bokar mötena. Deltagaren säger till när något inte fungerar.',
      deltog: 'Deltagaren var med och skrev planen vid två möten.',
      kopiaSprak: 'svenska',
      tolk: false,
    },
    av: koordinator,
  }),
};

/** The work begins: kartläggning and spår, the first rating, the plan. */
export const iArbete = (spar?: Spar): Drag[] => [kartlagd(spar), skattad, planlagd];

/** An arbetsprövning of some weeks. */
export const arbetsprovar = (dagar: number): Drag => ({
  nar: efter(5),
  tagning: ({ koordinator, nr }, dag) => ({
    typ: 'aktivitet',
    data: { slag: 'arbetsprovning', fran: dag, till: kalender.addDays(dag, dagar) },
    formular: { plats: nasta(texter.arbetsplatser, nr), omfattning: nr % 2 === 0 ? 25 : 50 },
    av: koordinator,
  }),
});

/** The arbetsprövning is over and somebody writes down what came of it. */
export const arbetsprovad: Drag = {
  nar: fore('aktivitetsslut', 6),
  tagning: ({ koordinator, lage }) => {
    const aktivitet = lage.aktiviteter?.[0];
    return (
      aktivitet && {
        typ: 'aktivitetsslut',
        data: { aktivitet: aktivitet.id, datum: aktivitet.till ?? aktivitet.fran },
        formular: { resultat: 'Klarade tiden och vill prova fler timmar.' },
        av: koordinator,
      }
    );
  },
};

/** An application for ersättning is sent. */
export const ansokt: Drag = {
  nar: efter(8),
  tagning: ({ koordinator }, dag) => ({
    typ: 'ersattningsansokan',
    data: { slag: 'sjukersattning', skickad: dag },
    formular: { text: 'Underlaget skickades med.' },
    av: koordinator,
  }),
};
