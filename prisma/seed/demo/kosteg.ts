import { svenskKalender as kalender } from '../../../domain/kalender/svensk.js';
import { efter, foreNu, PLATS, type Drag } from './manus.js';

/** Every place is taken: the person gets a turn in the queue. */
export const koad = (arbetsdagarForeNu: number): Drag => ({
  nar: foreNu(arbetsdagarForeNu),
  fullt: true,
  tagning: ({ sammankallande, koordinator, personId }, dag) => ({
    typ: 'inskrivning',
    data: {
      beslutsdatum: dag,
      startdatum: kalender.arbetsdagFrom(kalender.addDays(dag, 7)),
      koordinator: personId(koordinator),
      overinskrivning: false,
    },
    formular: {},
    av: sammankallande,
  }),
});

/** A place is free, and it is the person's turn. */
export const erbjuden = (arbetsdagarForeNu: number): Drag => ({ nar: foreNu(arbetsdagarForeNu), tagning: () => PLATS });

/** The koordinator tries to reach the person about the place. */
export const sokt = (arbetsdagarForeNu: number): Drag => ({
  nar: foreNu(arbetsdagarForeNu),
  tagning: ({ koordinator, nr }, dag) => ({
    typ: 'erbjudandekontakt',
    data: { datum: dag, naddes: false },
    formular: { satt: nr % 2 === 0 ? 'telefon' : 'brev' },
    av: koordinator,
  }),
});

/** The person was not reached: the place goes on, the turn stays. */
export const inteNadd = (arbetsdagarForeNu: number): Drag => ({
  nar: foreNu(arbetsdagarForeNu),
  tagning: ({ koordinator }, dag) => ({
    typ: 'erbjudandesvar',
    data: { svar: 'ej_nadd', datum: dag },
    formular: { text: 'Tre försök utan svar. Personen är på behandlingshem till månadsskiftet.' },
    av: koordinator,
  }),
});

/** The person begins in the förgrupp. */
export const forgruppStartad: Drag = {
  nar: efter(9),
  tagning: ({ sammankallande }, dag) => ({
    typ: 'forgruppsstart',
    data: { datum: dag },
    formular: { text: 'Två förmiddagar i veckan.' },
    av: sammankallande,
  }),
};

/** The förgrupp led on to inskrivning. */
export const forgruppKlar: Drag = {
  nar: efter(30),
  tagning: ({ sammankallande }, dag) => ({
    typ: 'forgruppsresultat',
    data: { resultat: 'ja', datum: dag },
    formular: { text: 'Kom till alla träffar utom en och vill fortsätta.' },
    av: sammankallande,
  }),
};
