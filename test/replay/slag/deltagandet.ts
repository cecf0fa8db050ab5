import { randomUUID } from 'node:crypto';
import { aRemiss } from '../../support/remiss.js';
import { Liv } from '../liv.js';
import { efter, inskriven, SAMTYCKE, tagitSlut, uppfoljd, type Slag } from './slag.js';

/** Cases of an insats whose time is soft, from the enrolment on. */
export const deltagandet: Readonly<Record<string, Slag>> = {
  'utan-kartlaggning': {
    async lev(inst, vanta) {
      const liv = await inskriven(inst, vanta);
      const datum = await liv.idag();
      const utan = { datum, spar: 'snabbspar', till: 'bada' } as const;
      await liv.ta('utan_kartlaggning', 'sammankallande', utan, { skal: 'Allt är känt.' });
      const prov = { slag: 'arbetsprovning', fran: datum, till: efter(datum, 30) } as const;
      await liv.ta('aktivitet', 'koordinator', prov, { plats: 'Testverkstaden', omfattning: 25 });
      await liv.ta('ersattningsansokan', 'koordinator', { slag: 'sjukersattning', skickad: datum }, {});
      await liv.dagar(40);
      const { aktiviteter, ersattningar } = await liv.lage();
      const slut = { aktivitet: aktiviteter?.[0]?.id ?? '', datum: efter(datum, 30) };
      await liv.ta('aktivitetsslut', 'koordinator', slut, { resultat: 'Klarade 25 procent.' });
      const besked = { ansokan: ersattningar?.[0]?.id ?? '', datum: await liv.idag(), utfall: 'avslag' } as const;
      await liv.ta('ersattningsbeslut', 'koordinator', besked, {});
      await liv.ta('sparbyte', 'koordinator', { spar: 'langre_insats' }, { skal: 'Behöver mer tid.' });
      await liv.avslutas();
      await liv.foljsUpp();
      return liv;
    },
    slutar: uppfoljd,
  },
  'paus-och-tidigt-slut': {
    async lev(inst, vanta) {
      const liv = await inskriven(inst, vanta);
      const pausa = async (antal: number) => {
        const fran = await liv.idag();
        await liv.ta('paus', 'sammankallande', { orsak: 'sjukdom', fran, till: efter(fran, antal) }, {});
      };
      await liv.dagar(10);
      await pausa(40);
      await liv.dagar(50);
      await pausa(60);
      await liv.dagar(7);
      await liv.ta('pausslut', 'koordinator', { datum: await liv.idag() }, {});
      await liv.kartlaggs();
      await liv.tarSlut();
      return liv;
    },
    slutar: tagitSlut,
  },
  forlangning: {
    async lev(inst, vanta) {
      const liv = await inskriven(inst, vanta);
      await liv.kartlaggs();
      await liv.tillUppgiften('insatstid');
      const foresla = async (): Promise<string> => {
        const slut = efter((await liv.lage()).insatstid?.slut ?? '', 60);
        const data = { dialogdatum: await liv.idag(), slut };
        await liv.ta('forlangningsforslag', 'koordinator', data, { behov: 'Behöver mer tid.' });
        return slut;
      };
      await foresla();
      await liv.ta('forlangning', 'sammankallande', { utfall: 'avslag' }, { motivering: 'Först ett möte.' });
      const slut = await foresla();
      await liv.ta('forlangning', 'sammankallande', { utfall: 'bifall', slut }, {});
      await liv.tillDag(efter(slut, 3));
      await liv.tarSlut();
      return liv;
    },
    slutar: tagitSlut,
  },
  'samtycke-gar-ut': {
    async lev(inst, vanta) {
      const idag = await inst.today();
      const samtycken = aRemiss(inst.grund, idag).samtycken.map((one) => ({ ...one, giltigtTill: efter(idag, 60) }));
      const liv = await Liv.borja(inst, vanta, { samtycken });
      await liv.blirInskriven();
      await liv.tillDag(efter(idag, 62));
      const { fk, kommun } = inst.grund.verksamhet;
      const nytt = { verksamheter: [fk, kommun], fran: await liv.idag() };
      await liv.ta('samtycke', 'koordinator', nytt, SAMTYCKE);
      await liv.kartlaggs();
      await liv.tarSlut();
      return liv;
    },
    slutar: tagitSlut,
  },
  'samtycke-aterkallat': {
    async lev(inst, vanta) {
      const liv = await Liv.borja(inst, vanta);
      await liv.tasEmot();
      const { psykiatri, kommun } = inst.grund.verksamhet;
      const satt = { satt: 'Ringde i dag.' };
      await liv.ta('samtyckesaterkallelse', 'sammankallande', { verksamheter: [psykiatri, kommun] }, satt);
      await liv.tillMotet();
      await liv.ta('atertagande', 'remittent', {}, {});
      return liv;
    },
    slutar: { fas: 'stangd', stangdSom: 'atertagen' },
  },
  koordinatorsbyte: {
    async lev(inst, vanta) {
      const liv = await inskriven(inst, vanta);
      const ny = { koordinator: inst.grund.person.annan_koordinator };
      await liv.ta('koordinatorsbyte', 'sammankallande', ny, { overlamning: 'Ring på tisdag.' });
      await liv.dagar(30);
      await liv.kartlaggs('annan_koordinator');
      await liv.tarSlut('annan_koordinator');
      return liv;
    },
    slutar: tagitSlut,
  },
  'teamlyft-och-flerpartsmote': {
    async lev(inst, vanta) {
      const liv = await inskriven(inst, vanta);
      await liv.ta('teamlyft', 'koordinator', {}, { fraga: 'Vad kan ni bidra med?' });
      await liv.till((await liv.lage()).teamlyft?.mote);
      const atgard = { id: randomUUID(), verksamhet: inst.grund.verksamhet.fk, senast: efter(await liv.idag(), 20) };
      const svar = { svar: 'Vi tar det.', atgarder: [{ ...atgard, atgard: 'Ordna ett avstämningsmöte' }] };
      await liv.ta('teamlyftsvar', 'sammankallande', { atgarder: [atgard] }, svar);
      await liv.dagar(30);
      await liv.ta('atgardsrapport', 'rep_fk', { atgard: atgard.id, utfall: 'hindrad' }, { text: 'Nås inte.' });
      const mote = { datum: await liv.idag(), atgarder: [] };
      await liv.ta('flerpartsmote', 'koordinator', mote, { deltagare: 'Alla', text: 'Ny väg.', atgarder: [] });
      await liv.ta('avvikelse', 'koordinator', { datum: await liv.idag() }, { text: 'Kommer inte.' });
      await liv.kartlaggs();
      await liv.tarSlut();
      return liv;
    },
    slutar: tagitSlut,
  },
  medel: {
    async lev(inst, vanta) {
      const liv = await inskriven(inst, vanta);
      const foresla = async (extern: boolean): Promise<string> => {
        const formular = { vad: 'Truckkort', motivering: 'Efterfrågas.' };
        await liv.ta('medelforslag', 'koordinator', { belopp: 4000, extern }, formular);
        return (await liv.lage()).medel?.at(-1)?.id ?? '';
      };
      const eget = await foresla(false);
      await liv.ta('medelbeslut', 'sammankallande', { forslag: eget, utfall: 'bifall', belopp: 3000 }, {});
      const externt = await foresla(true);
      await liv.dagar(20);
      await liv.ta('medelbeslut', 'ordforande', { forslag: externt, utfall: 'avslag' }, { motivering: 'Finns redan.' });
      await liv.kartlaggs();
      await liv.tarSlut();
      return liv;
    },
    slutar: tagitSlut,
  },
  ateroppnad: {
    async lev(inst, vanta) {
      const liv = await Liv.borja(inst, vanta);
      await liv.tasEmot();
      await liv.rekommenderas({ utfall: 'inte_aktuell' });
      await expect(inst.handle(liv.id).result()).resolves.toBeUndefined();
      await liv.dagar(20);
      await liv.ta('ateroppning', 'sammankallande', {}, { skal: 'Personen har blivit sämre.' });
      await liv.rekommenderas({ utfall: 'rad' });
      await liv.ta('aterkoppling', 'remittent', { utfall: 'genomfort' }, {});
      return liv;
    },
    slutar: { fas: 'stangd', stangdSom: 'rad_genomfort' },
  },
  felregistrerad: {
    async lev(inst, vanta) {
      const liv = await inskriven(inst, vanta);
      await liv.ta('felregistrering', 'sammankallande', {}, { skal: 'Fel person.' });
      return liv;
    },
    slutar: { fas: 'stangd', stangdSom: 'felregistrerad' },
  },
  'inte-nadd-efter-90-dagar': {
    async lev(inst, vanta) {
      const liv = await inskriven(inst, vanta);
      await liv.kartlaggs();
      const { avslutsdatum = '' } = await liv.avslutas().then(() => liv.lage());
      await liv.tillDag(efter(avslutsdatum, 80));
      const datum = await liv.idag();
      for (const satt of ['telefon', 'brev', 'meddelande'] as const)
        await liv.ta('kontaktforsok', 'koordinator', { datum, naddes: false }, { satt });
      await liv.tillDag(efter(avslutsdatum, 105));
      const ejNadd = { resultat: 'ej_nadd', datum: await liv.idag() } as const;
      await liv.ta('uppfoljning', 'koordinator', ejNadd, { sysselsattning: [], forsorjning: [] });
      return liv;
    },
    slutar: uppfoljd,
  },
};
