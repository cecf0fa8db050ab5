import { check, checkOm, decide } from '../../domain/beslut/index.js';
import type { Insatsprofil } from '../../domain/insatsprofil.js';
import type { Beslut } from '../../domain/beslutsunderlag.js';
import { provaProfilbyte } from '../../domain/profilbyte.js';
import { lageskillnader } from '../../domain/profilskillnad.js';
import { readProfil } from '../../prisma/seed/profiler.js';
import { Prov } from './prov.js';

const samba = await readProfil('samba_lis');
const vagknuten = await readProfil('vagknuten');

const withFrister = (profil: Insatsprofil, frister: Partial<Insatsprofil['frister']>): Insatsprofil => ({
  ...profil,
  frister: { ...profil.frister, ...frister },
});

/** What a move of a case to a changed profile would change. */
const skillnader = (prov: Prov, ny: Insatsprofil) => {
  const forandring = provaProfilbyte(prov.lage, prov.om, ny, 2);
  return { lage: forandring.lage, lista: lageskillnader(prov.lage, forandring.lage) };
};

const flytt = (version: number): Beslut<'profilbyte'> => ({
  id: 'b',
  typ: 'profilbyte',
  av: 'p',
  dag: '2026-11-02',
  data: { version },
});

test('a case that is moved to an unchanged profile gets the new version and nothing else', () => {
  for (const prov of [
    new Prov(samba),
    new Prov(vagknuten).konsultation(),
    new Prov(samba).iProcess(),
    new Prov(vagknuten).iUppfoljning(),
  ]) {
    const { lage, lista } = skillnader(prov, prov.profil);
    expect(lista).toEqual([]);
    expect(lage).toEqual({ ...prov.lage, version: prov.lage.version + 1, profilversion: 2 });
  }
});

test('an open task gets the last day that the new numbers give, counted from the day it was opened', () => {
  const prov = new Prov(samba);
  expect(prov.lage.uppgifter[0]?.forfaller).toBe('2026-11-05');
  const { lage, lista } = skillnader(prov, withFrister(samba, { granskningArbetsdagar: 10 }));
  expect(lage.uppgifter[0]?.forfaller).toBe('2026-11-16');
  expect(lista).toEqual([{ slag: 'uppgift', uppgift: 'granskning', fran: '2026-11-05', till: '2026-11-16' }]);
});

test('a shorter deadline never moves a task into the past, and one already overdue stays overdue', () => {
  const later = new Prov(withFrister(samba, { granskningArbetsdagar: 10 })).dagar(7);
  expect(skillnader(later, withFrister(samba, { granskningArbetsdagar: 2 })).lage.uppgifter[0]?.forfaller).toBe(
    later.idag,
  );
  const overdue = new Prov(samba).dagar(14);
  const { lage } = skillnader(overdue, withFrister(samba, { granskningArbetsdagar: 1 }));
  expect(lage.uppgifter[0]?.forfaller).toBe('2026-11-05');
});

test('a new ladder gives the open tasks another next reminder', () => {
  const prov = new Prov(samba);
  const ny = {
    ...samba,
    paminnelser: { ...samba.paminnelser, standard: [{ arbetsdagar: 2, till: 'ansvarig' as const }] },
  };
  const { lista } = skillnader(prov, ny);
  expect(lista).toMatchObject([{ slag: 'paminnelse', uppgift: 'granskning' }]);
});

test('an insatstid of other months ends by the new number, counted from startdatum', () => {
  const prov = new Prov(vagknuten).iProcess();
  const { startdatum } = prov.lage;
  const ny: Insatsprofil = { ...vagknuten, insatstid: { slag: 'mjuk', manader: 18, varningDagarFore: [90, 30, 7] } };
  const { lage, lista } = skillnader(prov, ny);
  expect(lage.insatstid?.slut).toBe(prov.om.kalender.addMonths(startdatum ?? '', 18));
  expect(lage.frister.filter(({ typ }) => typ === 'insatstid_slut')).toHaveLength(1);
  expect(lista.map(({ slag }) => slag)).toContain('insatstid');
});

test('an insatstid that somebody has extended keeps its last day', () => {
  const prov = new Prov(vagknuten).iProcess();
  const slut = prov.om.kalender.addDays(prov.lage.insatstid?.slut ?? '', 60);
  prov.ta('forlangningsforslag', { dialogdatum: prov.idag, slut }).ta('forlangning', { utfall: 'bifall', slut });
  const ny: Insatsprofil = { ...vagknuten, insatstid: { slag: 'hard', manader: 6, varningDagarFore: [30] } };
  const { lage } = skillnader(prov, ny);
  expect(lage.insatstid).toMatchObject({ slut, hard: true });
});

test('where the new profile has no limit the limit ends and the reviews begin, and the other way round', () => {
  const limited = new Prov(vagknuten).iProcess();
  const free = skillnader(limited, { ...vagknuten, insatstid: samba.insatstid });
  expect(free.lage.insatstid).toBeUndefined();
  expect(free.lage.frister.some(({ typ }) => typ === 'insatstid_slut')).toBe(false);
  expect(free.lista).toEqual(
    expect.arrayContaining([expect.objectContaining({ slag: 'planerad', uppgift: 'insatstidsoversyn' })]),
  );

  const unlimited = new Prov(samba).iProcess();
  const bound = skillnader(unlimited, { ...samba, insatstid: vagknuten.insatstid });
  expect(bound.lage.insatstid?.slut).toBe(unlimited.om.kalender.addMonths(unlimited.lage.startdatum ?? '', 12));
  expect(
    bound.lage.frister.some((frist) => frist.typ === 'uppgift_oppnas' && frist.uppgift === 'insatstidsoversyn'),
  ).toBe(false);
});

test('the follow-up gets its new days and attempts, but never fewer than have been made', () => {
  const prov = new Prov(vagknuten).iUppfoljning();
  prov.till(prov.om.kalender.addDays(prov.lage.avslutsdatum ?? '', 80));
  prov
    .ta('kontaktforsok', { datum: prov.idag, naddes: false })
    .ta('kontaktforsok', { datum: prov.idag, naddes: false });
  const ny = { ...withFrister(vagknuten, { uppfoljningSenastDag: 130 }), kontaktforsok: 1 };
  const { lage, lista } = skillnader(prov, ny);
  expect(lage.uppfoljning?.maxForsok).toBe(2);
  expect(lage.uppgifter.find(({ typ }) => typ === 'uppfoljning')?.forfaller).toBe(lage.uppfoljning?.senast);
  expect(lista).toEqual(expect.arrayContaining([{ slag: 'kontaktforsok', fran: 3, till: 2 }]));
});

test('the decision does exactly what the dry run shows, and the timeline says from which version to which', () => {
  const prov = new Prov(vagknuten).iProcess();
  const ny: Insatsprofil = { ...withFrister(vagknuten, { planuppfoljningDagar: 60 }), insatstid: samba.insatstid };
  const om = { ...prov.om, profil: ny, franProfil: vagknuten };
  expect(checkOm(prov.lage, flytt(2), om)).toBeUndefined();
  const taken = decide(prov.lage, flytt(2), om);
  const { senasteBeslut, ...lage } = taken.lage;
  const { senasteBeslut: _before, ...dry } = provaProfilbyte(prov.lage, prov.om, ny, 2).lage;
  expect(lage).toEqual(dry);
  expect(senasteBeslut?.profilbyte).toBe(taken.lage.version);
  expect(taken.handelser).toContainEqual({ typ: 'profilbyte', data: { fran: 1, till: 2 } });
});

test('a move to the same, an older, an unknown version or one without the team of the case is refused', () => {
  const { lage, om } = new Prov(samba);
  const moved = { ...lage, profilversion: 3 };
  expect(check(moved, flytt(3))?.kod).toBe('samma_version');
  expect(check(moved, flytt(2))?.kod).toBe('aldre_version');
  expect(check(moved, flytt(1.5))?.kod).toBe('okand_version');
  expect(check(moved, flytt(4))).toBeUndefined();
  expect(checkOm(moved, flytt(4), om)?.kod).toBe('okand_version');
  const otherTeam: Insatsprofil = { ...samba, team: [{ ...samba.team[0], kod: 'annat' }] };
  expect(checkOm(moved, flytt(4), { ...om, profil: otherTeam, franProfil: samba })?.kod).toBe('team_saknas');
});
