import { randomUUID } from 'node:crypto';
import { svenskKalender as kalender } from '../../../domain/kalender/svensk.js';
import type { Installation } from '../../support/installation.js';
import { aRemiss } from '../../support/remiss.js';
import { Liv, type Vantan } from '../liv.js';
import { ANNAN_INSATS, efter, SAMTYCKE, type Slag } from './slag.js';

/** Cases of an insats whose time is soft, as far as the team. */
export const fram: Readonly<Record<string, Slag>> = {
  komplettering: {
    async lev(inst, vanta) {
      const liv = await Liv.borja(inst, vanta);
      const svara = () => liv.ta('komplettering', 'remittent', {}, { text: 'Gymnasium.', bilagor: [] });
      await liv.ta('granskning', 'sammankallande', { utfall: 'komplettering' }, { skal: 'Vilken utbildning?' });
      await liv.tillUppgiften('utebliven_komplettering');
      const nyFrist = { utfall: 'ny_frist', senast: efter(await liv.idag(), 14) } as const;
      await liv.ta('utebliven_komplettering', 'sammankallande', nyFrist, {});
      await svara();
      await liv.tasEmot();
      await liv.rekommenderas({ utfall: 'komplettering' });
      await svara();
      await liv.ta('atertagande', 'remittent', {}, { skal: 'Personen har flyttat.' });
      return liv;
    },
    slutar: { fas: 'stangd', stangdSom: 'atertagen' },
  },
  'avidentifierad-identifierad': {
    async lev(inst, vanta) {
      const { fk, af, kommun } = inst.grund.verksamhet;
      const person = { identifierad: false, fodelsear: 1980, kon: 'kvinna', kommun: '0882' } as const;
      const liv = await Liv.borja(inst, vanta, { syfte: 'konsultation', person, samtycken: [] });
      await liv.tasEmot();
      const fran = await liv.idag();
      const samtycken = [fk, af, kommun].map((verksamhet) => ({ verksamhet, fran }));
      const identitet = { idtyp: 'personnummer', personnummer: '198001022386', namn: 'Test Namnsson' } as const;
      await liv.ta(
        'identifiering',
        'remittent',
        { samtycken },
        {
          identitet: { ...identitet, kon: 'kvinna', tolk: false, skyddad: false },
          samtycken: samtycken.map(({ verksamhet }) => ({ verksamhet, ...SAMTYCKE })),
        },
      );
      await liv.rekommenderas({ utfall: 'inskrivning' });
      await liv.sagerJa();
      const nej = { svar: 'nej', datum: await liv.idag() } as const;
      await liv.ta('personens_svar', 'remittent', nej, { till: 'Test Testsson', satt: 'telefon' });
      return liv;
    },
    slutar: { fas: 'stangd', stangdSom: 'tackat_nej' },
  },
  skyndsam: {
    async lev(inst, vanta) {
      const liv = await Liv.borja(inst, vanta);
      await liv.tasEmot();
      const { team } = await liv.lage();
      const extra = kalender.instantAt(kalender.addArbetsdagar(await liv.idag(), 3), '09:00');
      const data = { team, slag: 'extra', till: extra } as const;
      await inst.decideInsats('motesandring', 'sammankallande', data, { skal: 'Hyran är uppsagd.' });
      await liv.ta('skyndsamhet', 'sammankallande', { mote: extra }, { skal: 'Hyran är uppsagd.' });
      await liv.rekommenderas({ utfall: 'inte_aktuell' });
      return liv;
    },
    slutar: { fas: 'stangd', stangdSom: 'inte_aktuell' },
  },
  bordlagd: {
    async lev(inst, vanta) {
      const liv = await Liv.borja(inst, vanta);
      await liv.tasEmot();
      await liv.rekommenderas({ utfall: 'bordlagd' });
      await liv.rekommenderas({ utfall: 'bordlagd' });
      const atgard = { id: randomUUID(), verksamhet: inst.grund.verksamhet.af, senast: '2099-01-01' };
      const texter = { atgarder: [{ ...atgard, atgard: 'Ordna en praktikplats' }] };
      await liv.rekommenderas({ utfall: 'rad', atgarder: [atgard] }, texter);
      await liv.tillUppgiften('utebliven_aterkoppling');
      await liv.ta('utebliven_aterkoppling', 'sammankallande', {}, {});
      return liv;
    },
    slutar: { fas: 'stangd', stangdSom: 'utan_aterkoppling' },
  },
  'styrgrupp-och-ater': {
    async lev(inst, vanta) {
      const liv = await Liv.borja(inst, vanta);
      await liv.tasEmot();
      const lyft = { fraga: 'Får vi gå utanför kommunen?', bakgrund: 'Två insatser kan passa.' };
      await liv.rekommenderas({ utfall: 'styrgrupp' }, { lyft });
      await liv.dagar(5);
      await liv.ta('styrgruppsbeslut', 'ordforande', {}, { svar: 'Ja, en gång.' });
      await liv.rekommenderas({ utfall: 'rad' });
      await liv.ta('aterkoppling', 'remittent', { utfall: 'personen_vill_inte' }, {});
      return liv;
    },
    slutar: { fas: 'stangd', stangdSom: 'personen_vill_inte' },
  },
  'annan-insats-vid-granskningen': {
    async lev(inst, vanta) {
      const liv = await sendNaming(inst, vanta);
      const data = { utfall: 'annan_insats', insats: ANNAN_INSATS } as const;
      await liv.ta('granskning', 'sammankallande', data, { skal: 'Passar bättre.' });
      return liv;
    },
    slutar: { fas: 'stangd', stangdSom: 'annan_insats' },
  },
  'annan-insats-av-teamet': {
    async lev(inst, vanta) {
      const liv = await sendNaming(inst, vanta);
      await liv.tasEmot();
      await liv.rekommenderas({ utfall: 'annan_insats', insats: ANNAN_INSATS });
      return liv;
    },
    slutar: { fas: 'stangd', stangdSom: 'annan_insats' },
  },
};

/** A remiss whose samtycken name the other insats. */
async function sendNaming(inst: Installation, vanta: Vantan): Promise<Liv> {
  const { samtycken } = aRemiss(inst.grund, await inst.today());
  return Liv.borja(inst, vanta, { samtycken: samtycken.map((one) => ({ ...one, insatser: [ANNAN_INSATS] })) });
}
