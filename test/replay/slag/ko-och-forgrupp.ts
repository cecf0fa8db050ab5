import { until } from '../../support/until.js';
import { Liv } from '../liv.js';
import { efter, inskriven, tagitSlut, uppfoljd, type Slag } from './slag.js';

/** Cases of an insats with one place and a förgrupp before inskrivning; they wait for each other. */
export const iKo: Readonly<Record<string, Slag>> = {
  'forgrupp-fore': {
    async lev(inst, vanta) {
      const liv = await Liv.borja(inst, vanta);
      await liv.tasEmot();
      await liv.rekommenderas({ utfall: 'forgrupp' });
      await liv.ta('forgruppsstart', 'sammankallande', { datum: await liv.idag() }, {});
      await liv.dagar(2);
      const ja = { resultat: 'ja', datum: await liv.idag() } as const;
      await liv.ta('forgruppsresultat', 'sammankallande', ja, { text: 'Trivdes.' });
      await liv.sagerJa();
      await liv.skrivsIn();
      // leaves when the others have come into the queue
      await liv.dagar(20);
      await liv.avslutas();
      return liv;
    },
    slutar: { fas: 'uppfoljning' },
  },
  'ko-missad-och-tagen': {
    async lev(inst, vanta) {
      const liv = await Liv.borja(inst, vanta);
      await liv.tasEmot();
      await liv.rekommenderas({ utfall: 'inskrivning' });
      await liv.sagerJa();
      await liv.dagar(5);
      await liv.skrivsIn();
      await liv.dagar(18);
      await offered(liv);
      const datum = await liv.idag();
      for (let nr = 1; nr <= 3; nr += 1)
        await liv.ta('erbjudandekontakt', 'koordinator', { datum, naddes: false }, { satt: 'telefon' });
      await liv.ta('erbjudandesvar', 'koordinator', { svar: 'ej_nadd', datum }, {});
      await liv.dagar(1);
      await offered(liv);
      const ja = { svar: 'ja', datum: await liv.idag(), startdatum: await liv.idag() } as const;
      await liv.ta('erbjudandesvar', 'koordinator', ja, { till: 'Test Testsson', satt: 'telefon' });
      return liv;
    },
    slutar: { fas: 'kartlaggning' },
  },
  overinskrivning: {
    async lev(inst, vanta) {
      const liv = await Liv.borja(inst, vanta);
      await liv.tasEmot();
      await liv.rekommenderas({ utfall: 'inskrivning' });
      await liv.sagerJa();
      await liv.dagar(6);
      await liv.skrivsIn();
      expect((await liv.lage()).fas).toBe('ko');
      const tur = { tur: 5 };
      await liv.ta('koprioritet', 'sammankallande', tur, { skal: 'Kan vänta.' });
      await liv.skrivsIn(true);
      await liv.dagar(5);
      await liv.tarSlut();
      return liv;
    },
    slutar: tagitSlut,
  },
};

const offered = (liv: Liv): Promise<void> =>
  until('the offer', async () => (await liv.lage()).uppgifter.some(({ typ }) => typ === 'platserbjudande'));

/** Cases of an insats with a hard maximum and a förgrupp as the beginning of the participation. */
export const harda: Readonly<Record<string, Slag>> = {
  'forgrupp-efter': {
    async lev(inst, vanta) {
      const liv = await inskriven(inst, vanta);
      await liv.ta('forgruppsstart', 'koordinator', { datum: await liv.idag() }, {});
      await liv.dagar(20);
      const avbruten = { resultat: 'avbruten', datum: await liv.idag() } as const;
      await liv.ta('forgruppsresultat', 'koordinator', avbruten, { text: 'Orkade inte.' });
      await liv.tarSlut();
      return liv;
    },
    slutar: tagitSlut,
  },
  'hard-insatstid-och-undantag': {
    async lev(inst, vanta) {
      const liv = await inskriven(inst, vanta);
      const ja = { resultat: 'ja', datum: await liv.idag() } as const;
      await liv.ta('forgruppsstart', 'koordinator', { datum: await liv.idag() }, {});
      await liv.ta('forgruppsresultat', 'koordinator', ja, { text: 'Trivdes.' });
      await liv.kartlaggs();
      const slut = (await liv.lage()).insatstid?.slut ?? '';
      await liv.tillDag(efter(slut, 2));
      const undantag = { slut: efter(slut, 30) };
      await liv.ta('undantag', 'ordforande', undantag, { skal: 'Väntar på besked.' });
      await liv.tillDag(efter(slut, 20));
      await liv.avslutas();
      await liv.foljsUpp();
      return liv;
    },
    slutar: uppfoljd,
  },
};
