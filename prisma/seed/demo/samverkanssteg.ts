import { randomUUID } from 'node:crypto';
import { svenskKalender as kalender } from '../../../domain/kalender/svensk.js';
import { efter, type Drag } from './manus.js';
import * as texter from './texter.js';

const { nasta } = texter;

/** Several authorities meet about the participation, and two of them promise something. */
export const flerpartsmote: Drag = {
  nar: efter(6),
  tagning({ lage, koordinator, nr }, dag) {
    const atgarder = lage.samtycken.slice(0, 2).map((verksamhet, at) => ({
      id: randomUUID(),
      verksamhet,
      senast: kalender.arbetsdagFrom(kalender.addDays(dag, 21 + 14 * at)),
    }));
    return {
      typ: 'flerpartsmote',
      data: { datum: dag, atgarder },
      formular: {
        deltagare: 'Deltagaren, koordinatorn och de båda verksamheterna',
        text: 'Vi gick igenom planen och vem som gör vad fram till nästa möte.',
        atgarder: atgarder.map((one, at) => ({ ...one, atgard: nasta(texter.radsatgarder, nr + at) })),
      },
      av: koordinator,
    };
  },
};

/** The first of the promised actions is done. */
export const atgardGjord: Drag = {
  nar: efter(9),
  tagning({ lage, representant }) {
    const atgard = lage.uppgifter.find(({ typ }) => typ === 'atgard');
    return (
      atgard && {
        typ: 'atgardsrapport',
        data: { atgard: atgard.ref ?? '', utfall: 'klar' },
        formular: { text: 'Gjort som vi kom överens om.' },
        av: representant(atgard.verksamhet ?? ''),
      }
    );
  },
};

/** The koordinator asks the team. */
export const teamlyft: Drag = {
  nar: efter(6),
  tagning: ({ koordinator }) => ({
    typ: 'teamlyft',
    data: {},
    formular: { fraga: 'Kan vården ta över samtalen när insatsen är slut, och från när?' },
    av: koordinator,
  }),
};

/** The koordinator asks the styrgrupp, without telling whom it is about. */
export const styrgruppslyft: Drag = {
  nar: efter(6),
  tagning: ({ koordinator }) => ({
    typ: 'styrgruppslyft',
    data: {},
    formular: {
      fraga: 'Får en deltagare vara kvar på arbetsplatsen under semesterstängningen?',
      bakgrund: 'Handledaren finns på plats, men ingen verksamhet har personal i juli.',
    },
    av: koordinator,
  }),
};

/** The remittent is told that something does not go as planned. */
export const avvikelse: Drag = {
  nar: efter(4),
  tagning: ({ koordinator }, dag) => ({
    typ: 'avvikelse',
    data: { datum: dag },
    formular: { text: 'Arbetsprövningen avbröts i en vecka på grund av sjukdom.' },
    av: koordinator,
  }),
};

/** The person takes samtycke back for a verksamhet that the case does not rest on. */
export const samtyckeAterkallat: Drag = {
  nar: efter(8),
  tagning({ lage, koordinator }) {
    const verksamhet = lage.samtycken.find((one) => one !== lage.remittentVerksamhet && one !== lage.huvudman);
    return verksamhet === undefined
      ? undefined
      : {
          typ: 'samtyckesaterkallelse',
          data: { verksamheter: [verksamhet] },
          formular: { satt: 'Deltagaren ringde koordinatorn.' },
          av: koordinator,
        };
  },
};

/** Another koordinator goes on. */
export const nyKoordinator: Drag = {
  nar: efter(10),
  tagning: ({ sammankallande, annanKoordinator, personId }) => ({
    typ: 'koordinatorsbyte',
    data: { koordinator: personId(annanKoordinator) },
    formular: { overlamning: 'Deltagaren är van vid korta samtal på förmiddagen. Nästa möte är bokat.' },
    av: sammankallande,
  }),
};

/** The team lets the work begin without a kartläggning. */
export const utanKartlaggning: Drag = {
  nar: (scen) => efter(kalender.daysBetween(kalender.dayOf(scen.sedan), scen.lage.startdatum ?? '') + 3)(scen),
  tagning: ({ sammankallande }, dag) => ({
    typ: 'utan_kartlaggning',
    data: { datum: dag, spar: 'snabbspar', till: 'process' },
    formular: { skal: 'En kartläggning gjordes hos vården för två månader sedan och räcker.' },
    av: sammankallande,
  }),
};

/** The avslut was a mistake: the participation goes on. */
export const ateroppnad = (nar: Drag['nar']): Drag => ({
  nar,
  tagning: ({ sammankallande }) => ({
    typ: 'ateroppning',
    data: {},
    formular: { skal: 'Avslutet registrerades i fel ärende.' },
    av: sammankallande,
  }),
});
