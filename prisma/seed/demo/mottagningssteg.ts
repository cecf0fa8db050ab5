import { teamMoten } from '../../../domain/motesplan.js';
import { svenskKalender as kalender } from '../../../domain/kalender/svensk.js';
import type { Instant } from '../../../domain/kalender/kalender.js';
import { efter, fore, kontorstid, type Drag, type Scen } from './manus.js';

/** The remittent adds what was asked for. */
export const kompletteradRemiss: Drag = {
  nar: efter(6),
  tagning: ({ remittent }) => ({
    typ: 'komplettering',
    data: {},
    formular: {
      text: 'Personen har kontakt med vården och med hemkommunen. Intyget är från förra månaden.',
      bilagor: [],
    },
    av: remittent,
  }),
};

/** Nothing was added in time, and sammankallande closes the case. */
export const stangdUtanKomplettering: Drag = {
  nar: fore('utebliven_komplettering', 1),
  tagning: ({ sammankallande }) => ({
    typ: 'utebliven_komplettering',
    data: { utfall: 'stangs' },
    formular: { skal: 'Remittenten har inte svarat, och inget underlag finns.' },
    av: sammankallande,
  }),
};

/** The remittent takes the remiss back. */
export const atertagen: Drag = {
  nar: efter(3),
  tagning: ({ remittent }) => ({
    typ: 'atertagande',
    data: {},
    formular: { skal: 'Personen har fått en anställning.' },
    av: remittent,
  }),
};

/** The case should never have been. */
export const felregistrerad: Drag = {
  nar: efter(1),
  tagning: ({ sammankallande }) => ({
    typ: 'felregistrering',
    data: {},
    formular: { skal: 'Samma remiss skickades två gånger.' },
    av: sammankallande,
  }),
};

/** The person moved away before anything began. */
export const flyttad: Drag = {
  nar: efter(6),
  tagning: ({ sammankallande }) => ({
    typ: 'ej_aktuell',
    data: { orsak: 'flytt' },
    formular: { skal: 'Personen flyttar till ett annat län.' },
    av: sammankallande,
  }),
};

/** The team's meeting before the one that the case waits for, if it still lies ahead. */
function tidigareMote({ lage, profil, sedan }: Scen): Instant | undefined {
  const [first] = teamMoten(lage.team, { profil, kalender }, kalender.addDays(kalender.dayOf(sedan), 1));
  return first && lage.mote && first.borjar < lage.mote.borjar ? first.borjar : undefined;
}

/** Sammankallande lets the case go before its turn, to a meeting whose agenda is closed to others. */
export const skyndsamt: Drag = {
  nar: (scen) =>
    tidigareMote(scen) === undefined ? { dagarForSent: 1 } : kontorstid(kalender.dayOf(scen.sedan), scen),
  tagning(scen) {
    const mote = tidigareMote(scen);
    return mote === undefined
      ? undefined
      : {
          typ: 'skyndsamhet',
          data: { mote },
          formular: { skal: 'Ersättningen upphör vid månadsskiftet.' },
          av: scen.sammankallande,
        };
  },
};
