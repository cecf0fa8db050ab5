import { randomUUID } from 'node:crypto';
import { svenskKalender as kalender } from '../../../domain/kalender/svensk.js';
import type { Avslutsorsak, Forsorjning, Sysselsattning } from '../../../domain/koder.js';
import type { Beslutsunderlag } from '../../../domain/beslutsunderlag.js';
import type { Profilkod } from '../profiler.js';
import { efter, efterMotet, fore, kontorstid, type Drag } from './manus.js';
import * as texter from './texter.js';

const { nasta } = texter;

/** Sammankallande takes the remiss in, or refuses it. */
export const granskad = (utfall: Beslutsunderlag['granskning']['utfall'] = 'accepterad', insats?: Profilkod): Drag => ({
  nar: fore('granskning', 2),
  tagning: ({ sammankallande }) => ({
    typ: 'granskning',
    data: { utfall, ...(insats === undefined ? {} : { insats }) },
    formular: utfall === 'accepterad' ? {} : { skal: texter.granskningar[utfall] },
    av: sammankallande,
  }),
});

/** The verksamheter answer one after the other; `antal` of them, or all. */
export const yttranden = (antal = 9): Drag[] =>
  Array.from({ length: antal }, (_, plats) => ({
    nar: (scen) => {
      const { mote, samtycken } = scen.lage;
      if (!mote || plats >= samtycken.length) return scen.sedan;
      return kontorstid(kalender.addArbetsdagar(mote.dag, plats % 2 === 0 ? -4 : -3), scen);
    },
    tagning: ({ lage, nr, representant }) => {
      const verksamhet = lage.samtycken[plats];
      if (verksamhet === undefined) return undefined;
      return {
        typ: 'yttrande',
        data: { verksamhet },
        formular: { text: nasta(texter.yttranden, nr + plats) },
        av: representant(verksamhet),
      };
    },
  }));

/** The team's recommendation, recorded on the day of the meeting. */
export const rekommenderad = (utfall: Beslutsunderlag['rekommendation']['utfall']): Drag => ({
  nar: efterMotet,
  tagning({ lage, nr, sammankallande }, dag) {
    const overens = utfall === 'rad' ? lage.samtycken.slice(0, 2) : [];
    const atgarder = overens.map((verksamhet, at) => ({
      id: randomUUID(),
      verksamhet,
      senast: kalender.arbetsdagFrom(kalender.addDays(dag, 21 + 14 * at)),
    }));
    return {
      typ: 'rekommendation',
      data: { utfall, narvarande: [...lage.samtycken], atgarder },
      formular: {
        motivering: texter.motiveringar[utfall],
        atgarder: atgarder.map((one, at) => ({ ...one, atgard: nasta(texter.radsatgarder, nr + at) })),
        ...(utfall === 'styrgrupp' ? { lyft: texter.styrgruppsfraga } : {}),
      },
      av: sammankallande,
    };
  },
});

/** The way through a meeting: reviewed, answered, recommended. */
export const konsulterad = (utfall: Beslutsunderlag['rekommendation']['utfall']): Drag[] => [
  granskad(),
  ...yttranden(),
  rekommenderad(utfall),
];

/** The remittent tells how it went with the advice. */
export const aterkopplad = (utfall: Beslutsunderlag['aterkoppling']['utfall']): Drag => ({
  nar: fore('aterkoppling', 4),
  tagning: ({ remittent }) => ({
    typ: 'aterkoppling',
    data: { utfall },
    formular: {
      text:
        utfall === 'gick_inte'
          ? 'Läkarbesöket blev inte av och personen orkade inte med mötet.'
          : 'Gjort som vi kom överens om.',
    },
    av: remittent,
  }),
});

/** Sammankallande closes a case that nobody reported back on. */
export const stangdUtanAterkoppling: Drag = {
  nar: (scen) => kontorstid(kalender.addArbetsdagar(kalender.dayOf(fore('utebliven_aterkoppling', 0)(scen)), -1), scen),
  tagning: ({ sammankallande }) => ({
    typ: 'utebliven_aterkoppling',
    data: {},
    formular: { skal: 'Remittenten har slutat och ingen ny är utsedd.' },
    av: sammankallande,
  }),
};

/** The person says yes or no. */
export const svarar = (svar: 'ja' | 'nej'): Drag => ({
  nar: efter(5),
  tagning: ({ remittent, nr }, dag) => ({
    typ: 'personens_svar',
    data: { svar, datum: dag },
    formular: { till: 'Remitterande handläggare', satt: nr % 2 === 0 ? 'mote' : 'telefon' },
    av: remittent,
  }),
});

/** Enrolled, to start a week later; beyond the places where there is a limit and it is reached. */
export const inskriven: Drag = {
  nar: efter(4),
  tagning: ({ sammankallande, koordinator, personId, profil }, dag) => {
    const overinskrivning = profil.kapacitet.samtidigt !== undefined;
    return {
      typ: 'inskrivning',
      data: {
        beslutsdatum: dag,
        startdatum: kalender.arbetsdagFrom(kalender.addDays(dag, 7)),
        koordinator: personId(koordinator),
        overinskrivning,
      },
      formular: overinskrivning ? { overinskrivningSkal: texter.overinskrivning } : {},
      av: sammankallande,
    };
  },
};

/** The person's details are protected: the koordinator, sammankallande and the remittent alone see the ärende. */
export const namngivna: Drag = {
  nar: efter(1),
  tagning: ({ koordinator, sammankallande, remittent, personId }) => ({
    typ: 'skyddad_identitet',
    data: { ersattare: personId(sammankallande), fler: [personId(remittent)] },
    formular: { alias: texter.alias, skal: texter.skyddsskal },
    av: koordinator,
  }),
};

/** From the meeting to the enrolment. */
export const antagen: readonly Drag[] = [...konsulterad('inskrivning'), svarar('ja'), inskriven];

/** The kartläggning is done, well within its eight weeks. */
export const kartlagd = (spar: Beslutsunderlag['kartlaggning']['spar'] = 'langre_insats'): Drag => ({
  nar: fore('kartlaggning', 7),
  tagning: ({ koordinator, profil, nr }, dag) => ({
    typ: 'kartlaggning',
    data: { klar: dag, spar },
    formular: {
      instrument: profil.kartlaggningsinstrument[0] ?? 'Samtal',
      utfordAv: 'Koordinatorn tillsammans med arbetsterapeut',
      certifierad: nr % 3 !== 0,
      sammanfattning: nasta(texter.kartlaggningar, nr),
      resurser: nasta(texter.resurser, nr),
      hinder: nasta(texter.hinder, nr + 1),
    },
    av: koordinator,
  }),
});

/** The plan is looked over some days before it must be; the participant rates herself. */
export const planuppfoljd = (steg: number): Drag => ({
  nar: fore('planuppfoljning', 3),
  tagning: ({ koordinator, nr }, dag) => ({
    typ: 'planuppfoljning',
    data: { datum: dag, steg },
    formular: { text: nasta(texter.planuppfoljningar, nr + steg) },
    av: koordinator,
  }),
});

/** On to another working phase after some days. */
export const till = (fas: Beslutsunderlag['fasbyte']['till'], dagar: number): Drag => ({
  nar: efter(dagar),
  tagning: ({ koordinator }) => ({ typ: 'fasbyte', data: { till: fas }, formular: {}, av: koordinator }),
});

/** An insats without a time limit is looked over. */
export const oversedd: Drag = {
  nar: fore('insatstidsoversyn', 4),
  tagning: ({ koordinator }, dag) => ({
    typ: 'insatstidsoversyn',
    data: { datum: dag },
    formular: { text: 'Behovet finns kvar. Deltagaren, koordinatorn och handläggaren är överens om att fortsätta.' },
    av: koordinator,
  }),
};

/** The koordinator proposes some months more. */
export const foreslarForlangning = (manader: number): Drag => ({
  nar: fore('insatstid', 20),
  tagning: ({ lage, koordinator }, dag) => ({
    typ: 'forlangningsforslag',
    data: { dialogdatum: dag, slut: kalender.addMonths(lage.insatstid?.slut ?? dag, manader) },
    formular: { behov: texter.forlangningsbehov },
    av: koordinator,
  }),
});

/** Sammankallande grants what was proposed. */
export const beviljadForlangning: Drag = {
  nar: efter(6),
  tagning: ({ lage, sammankallande }) =>
    lage.forlangning && {
      typ: 'forlangning',
      data: { utfall: 'bifall', slut: lage.forlangning.slut },
      formular: { motivering: 'Behovet är styrkt i dialogen med deltagaren.' },
      av: sammankallande,
    },
};

/** The last day in the insats, some days after the last thing that was done, or at a moment. */
export const avslutad = (nar: number | Drag['nar']): Drag => ({
  nar: typeof nar === 'number' ? efter(nar) : nar,
  tagning: ({ koordinator, nr }, dag) => ({
    typ: 'avslut',
    data: { avslutsdatum: dag, overlamning: true },
    formular: {
      analys: nasta(texter.analyser, nr),
      overlamningTill: 'Arbetsförmedlingen',
      overlamningKontakt: 'Handläggare, rehabilitering',
      overlamningMottagen: true,
    },
    av: koordinator,
  }),
});

/** Why it ended, and what came after. */
export const kompletterad = (
  orsak: Avslutsorsak,
  sysselsattning: Sysselsattning,
  forsorjning: Forsorjning,
  steg = 4,
): Drag => ({
  nar: fore('avslutsuppgifter', 4),
  tagning: ({ koordinator }) => ({
    typ: 'avslutsuppgifter',
    data: { orsak, farKontaktas: true },
    formular: {
      sysselsattning: [{ kod: sysselsattning, omfattning: 'del' }],
      forsorjning: [{ kod: forsorjning, omfattning: 'hel' }],
      steg,
      enkat: 'lamnad',
      farKontaktas: true,
    },
    av: koordinator,
  }),
});

/** An attempt to reach the person, some days before day 90. */
export const kontaktad = (dagarFore: number, naddes: boolean): Drag => ({
  nar: (scen) => kontorstid(kalender.addDays(scen.lage.uppfoljning?.dag ?? '', -dagarFore), scen),
  tagning: ({ koordinator }, dag) => ({
    typ: 'kontaktforsok',
    data: { datum: dag, naddes },
    formular: { satt: 'telefon' },
    av: koordinator,
  }),
});

/** What had become of it on day 90. */
export const uppfoljd = (
  resultat: Beslutsunderlag['uppfoljning']['resultat'],
  sysselsattning: Sysselsattning = 'arbete',
  forsorjning: Forsorjning = 'lon',
): Drag => ({
  nar: (scen) => kontorstid(kalender.addDays(scen.lage.uppfoljning?.dag ?? '', 3), scen),
  tagning: ({ koordinator }, dag) => ({
    typ: 'uppfoljning',
    data: { resultat, datum: dag },
    formular:
      resultat === 'nadd'
        ? {
            sysselsattning: [{ kod: sysselsattning, omfattning: 'hel' }],
            forsorjning: [{ kod: forsorjning, omfattning: 'hel' }],
            text: 'Det går bra och hen är nöjd med hjälpen.',
          }
        : { sysselsattning: [], forsorjning: [] },
    av: koordinator,
  }),
});
