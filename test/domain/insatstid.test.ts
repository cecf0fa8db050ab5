import { beslutstyper } from '../../domain/beslut/index.js';
import { svenskKalender as kalender } from '../../domain/kalender/svensk.js';
import { langstaTidHinder } from '../../domain/insatstid.js';
import { nextStep } from '../../domain/lage.js';
import type { Insatsprofil } from '../../domain/insatsprofil.js';
import { readProfil } from '../../prisma/seed/profiler.js';
import { Prov } from './prov.js';

const vagknuten = await readProfil('vagknuten');
const hard: Insatsprofil = {
  ...vagknuten,
  insatstid: { slag: 'hard', manader: 6, varningDagarFore: [90, 30, 7] },
};
const inProcess = (profil: Insatsprofil) => new Prov(profil).iProcess().medPlan();
const slutFor = (own: Prov): string => own.lage.insatstid?.slut ?? '';
const fore = (own: Prov, dagar: number): string => kalender.addDays(slutFor(own), -dagar);

describe('the warnings of the end', () => {
  test('come at 90, 30 and 7 days: one task, told again twice, and then its own ladder', () => {
    const own = inProcess(vagknuten);
    own.till(fore(own, 85));
    const [task, ...others] = own.lage.uppgifter.filter(({ typ }) => typ === 'insatstid');
    expect(task?.forfaller).toBe(kalender.arbetsdagBefore(slutFor(own)));
    expect(others).toEqual([]);
    own.till(fore(own, 25));
    expect(own.lage.uppgifter.filter(({ typ }) => typ === 'insatstid')).toEqual([task]);
    expect(own.lage.frister.map(({ typ }) => typ)).toContain('insatstid_varning');
    own.till(fore(own, 3));
    const [still, ...more] = own.lage.uppgifter.filter(({ typ }) => typ === 'insatstid');
    expect([still?.nr, more]).toEqual([task?.nr, []]);
    expect(still?.paminnelse.niva).toBe('ansvarig');
    expect(own.lage.frister.map(({ typ }) => typ)).toEqual(['insatstid_slut']);
  });

  test('the second and the third are a mail to the koordinator and an event, with the days that are left', () => {
    const own = inProcess(vagknuten);
    own.till(kalender.addDays(kalender.arbetsdagFrom(fore(own, 30)), -1));
    own.dagar(1);
    const { handelser, utskick } = own.senaste;
    expect(handelser[0]).toMatchObject({ typ: 'insatstid_varning', data: { slut: slutFor(own) } });
    expect(utskick).toContainEqual(
      expect.objectContaining({ slag: 'paminnelse', till: { personer: ['k'] }, uppgift: 'insatstid' }),
    );
  });

  test('one of the same morning as a reminder of the task is the only mail of that morning', () => {
    const slut = slutFor(inProcess(vagknuten));
    const dag = kalender.addArbetsdagar(kalender.arbetsdagBefore(slut), -3);
    const varningDagarFore = [90, kalender.daysBetween(dag, slut)];
    const own = inProcess({ ...vagknuten, insatstid: { slag: 'mjuk', manader: 12, varningDagarFore } });
    own.till(kalender.addDays(dag, -1)).till(dag);
    expect(own.senaste.handelser.map(({ typ }) => typ)).toContain('insatstid_varning');
    expect(own.senaste.utskick.filter(({ uppgift }) => uppgift === 'insatstid')).toHaveLength(1);
  });

  test('an end that is near when it is set is warned about at once, by the warnings that are left', () => {
    const own = inProcess(vagknuten);
    own.till(fore(own, 5));
    own.ta('forlangningsforslag', { dialogdatum: own.idag, slut: kalender.addDays(own.idag, 40) });
    expect(own.lage.frister.map(({ typ }) => typ)).toEqual(['insatstid_slut']);
    own.ta('forlangning', { utfall: 'bifall', slut: kalender.addDays(own.idag, 40) });
    expect(own.uppgifter).toContain('insatstid');
    expect(own.lage.frister.map(({ typ }) => typ).toSorted()).toEqual(['insatstid_slut', 'insatstid_varning']);
  });
});

describe('past a soft end', () => {
  test('the case is over its time and sammankallande decides; an extension takes it back', () => {
    const own = inProcess(vagknuten);
    own.till(kalender.addDays(slutFor(own), 1));
    expect(own.lage.uppgifter.find(({ typ }) => typ === 'insatstid_slut')?.roll).toBe('sammankallande');
    const langre = kalender.addMonths(slutFor(own), 2);
    own.ta('forlangningsforslag', { dialogdatum: own.idag, slut: langre });
    own.ta('forlangning', { utfall: 'bifall', slut: langre });
    expect(own.lage.insatstid).toEqual({ slut: langre, hard: false });
    expect(own.hindret('undantag', { slut: kalender.addMonths(langre, 1) })?.kod).toBe('utan_langsta_tid');
  });
});

describe('at a hard maximum', () => {
  const past = () => {
    const own = inProcess(hard);
    return own.till(kalender.addDays(slutFor(own), 1));
  };

  test('no extension is proposed, before or after', () => {
    const own = inProcess(hard);
    const langre = { dialogdatum: own.idag, slut: kalender.addMonths(slutFor(own), 1) };
    expect(own.hindret('forlangningsforslag', langre)?.kod).toBe('langsta_tid');
    expect(past().hindret('forlangningsforslag', langre)?.kod).toBe('langsta_tid');
  });

  test('the styrgrupp’s decision is the next step, before whatever else falls due, and those who lead the work are told', () => {
    const own = past();
    expect(nextStep(own.lage)).toMatchObject({ typ: 'langsta_tid', roll: 'styrgrupp' });
    expect(own.uppgifter).toContain('planuppfoljning');
    expect(own.uppgifter).not.toContain('insatstid_slut');
    own.dagar(200);
    expect(nextStep(own.lage)).toMatchObject({ typ: 'langsta_tid' });
  });

  test('nothing that begins, prolongs or moves the participation can be decided but avslut and the exception', () => {
    const own = past();
    const stopped = beslutstyper.filter((typ) => langstaTidHinder(own.lage, typ) !== undefined);
    expect(own.hindret('fasbyte', { till: 'bada' })?.kod).toBe('langsta_tid');
    expect(stopped.toSorted()).toEqual(
      [
        'aktivitet',
        'ersattningsansokan',
        'fasbyte',
        'forlangning',
        'forlangningsforslag',
        'medelforslag',
        'paus',
        'sparbyte',
        'teamlyft',
      ].toSorted(),
    );
    expect(own.hindret('avslut', { avslutsdatum: own.idag })).toBeUndefined();
  });

  test('an exception needs a later end that has not gone; it warns and ends anew', () => {
    const own = past().dagar(10);
    expect(own.hindret('undantag', { slut: slutFor(own) })?.kod).toBe('inte_langre');
    expect(own.hindret('undantag', { slut: kalender.addDays(own.idag, -1) })?.kod).toBe('redan_slut');
    const slut = kalender.addDays(own.idag, 50);
    own.ta('undantag', { slut });
    expect(own.lage.insatstid).toEqual({ slut, hard: true });
    expect(own.uppgifter).not.toContain('langsta_tid');
    expect(own.hindret('fasbyte', { till: 'bada' })).toBeUndefined();
    own.till(kalender.addDays(slut, 1));
    expect(nextStep(own.lage)).toMatchObject({ typ: 'langsta_tid' });
  });

  test('days of pause are given back to it', () => {
    const own = inProcess(hard);
    const slut = slutFor(own);
    own.ta('paus', { orsak: 'foraldraledighet', fran: own.idag, till: kalender.addDays(own.idag, 29) }).dagar(31);
    expect(own.lage.insatstid).toEqual({ slut: kalender.addDays(slut, 30), hard: true });
  });
});
