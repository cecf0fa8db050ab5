import { svenskKalender as kalender } from '../../../domain/kalender/svensk.js';
import { efter, type Drag } from './manus.js';

/** The participation is paused for some days from today. */
export const pausad = (dagar: number): Drag => ({
  nar: efter(6),
  tagning: ({ koordinator }, dag) => ({
    typ: 'paus',
    data: { orsak: 'sjukdom', fran: dag, till: kalender.addDays(dag, dagar - 1) },
    formular: { skal: 'Deltagaren är sjukskriven på heltid.' },
    av: koordinator,
  }),
});

/** The koordinator proposes something that sammankallande may grant. */
export const foreslarMedel = (belopp: number): Drag => ({
  nar: efter(5),
  tagning: ({ koordinator }) => ({
    typ: 'medelforslag',
    data: { belopp, extern: false },
    formular: { vad: 'Truckförarutbildning', motivering: 'Arbetsgivaren anställer den som har truckkort.' },
    av: koordinator,
  }),
});
