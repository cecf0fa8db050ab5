import { svenskKalender } from '../../domain/kalender/svensk.js';
import { insatsWorkflowId } from '../../workflows/messages.js';
import { startInstallation, type Installation } from '../support/installation.js';
import { until } from '../support/until.js';

/*
 * Samba Lis meets every other week. The tests share one clock that only moves forward, so they stand in the order of their
 * dates.
 */
describe('The workflow of an insats', () => {
  let inst: Installation;
  let arende: string;
  beforeAll(async () => {
    inst = await startInstallation();
    await inst.insatslage();
    arende = await inst.send();
    await inst.decide(arende, 'granskning', 'sammankallande', { utfall: 'accepterad' }, {});
  });
  afterAll(() => inst.stop());

  const team = () => inst.grund.insats.profil.team[0].kod;
  const insats = () => inst.client.workflow.getHandle(insatsWorkflowId(inst.grund.insats.id));
  const moten = async (): Promise<string[]> =>
    ((await inst.insatslage()).moten[team()] ?? []).map(({ borjar }) => borjar);
  const tasksOf = async (id: string) =>
    (await inst.lage(id)).uppgifter.map(({ typ, forfaller }) => ({ typ, forfaller }));
  const dayBefore = (instant: string) => new Date(Date.parse(instant) - 86_400_000).toISOString();

  it('starts by itself and knows the coming meetings of its team', async () => {
    const all = await moten();
    expect(all).toHaveLength(12);
    expect(all).toContain((await inst.lage(arende)).mote?.borjar);
    const { status } = await insats().describe();
    expect(status.name).toBe('RUNNING');
  });

  it('moves a meeting: the case on its agenda gets new last days, the team is told, and the rest of the calendar stands', async () => {
    const before = await moten();
    const fran = (await inst.lage(arende)).mote?.borjar ?? '';
    const till = svenskKalender.instantAt(svenskKalender.addArbetsdagar(fran.slice(0, 10), 2), '10:00');
    const old = await tasksOf(arende);
    const moved = await inst.decideInsats(
      'motesandring',
      'sammankallande',
      { team: team(), slag: 'flytt', fran, till },
      {
        skal: 'Lokalen är upptagen.',
      },
    );
    expect(moved).toMatchObject({ slag: 'fattat' });
    expect(await moten()).toEqual(before.map((borjar) => (borjar === fran ? till : borjar)));
    await until('the case', async () => (await inst.lage(arende)).mote?.borjar === till);
    const now = await tasksOf(arende);
    expect(now.map(({ typ }) => typ).toSorted()).toEqual(old.map(({ typ }) => typ).toSorted());
    expect(now).not.toEqual(old);
    await until('the mail', async () => inst.mail.some(({ subject }) => subject?.includes('mötet har ändrats')));
    expect(await inst.prisma.mote.count({ where: { borjar: fran } })).toBe(0);
  });

  it('cancels a meeting: its case goes to the next one', async () => {
    const fran = (await inst.lage(arende)).mote?.borjar ?? '';
    const data = { team: team(), slag: 'installt', fran } as const;
    expect(await inst.decideInsats('motesandring', 'sammankallande', data, { skal: 'Sjukdom.' })).toMatchObject({
      slag: 'fattat',
    });
    await until('the case', async () => (await inst.lage(arende)).mote?.borjar !== fran);
    const next = (await inst.lage(arende)).mote?.borjar ?? '';
    expect(next > fran).toBe(true);
    expect(await moten()).not.toContain(fran);
    expect(await moten()).toContain(next);
    // the same again is refused, and says why
    expect(await inst.decideInsats('motesandring', 'sammankallande', data, { skal: 'Sjukdom.' })).toMatchObject({
      slag: 'hindrat',
      hinder: { kod: 'okant_mote' },
    });
  });

  it('refuses an extra meeting on a red day unless it is said, and takes it once however often it is sent', async () => {
    const jul = '2026-12-25T12:00:00.000Z';
    const extra = { team: team(), slag: 'extra', till: jul } as const;
    expect(await inst.decideInsats('motesandring', 'sammankallande', extra, { skal: '' })).toMatchObject({
      slag: 'hindrat',
      hinder: { kod: 'helgdag' },
    });
    const id = crypto.randomUUID();
    const said = { ...extra, pahelgdag: true };
    const first = await inst.decideInsats('motesandring', 'sammankallande', said, { skal: '' }, id);
    expect(first).toMatchObject({ slag: 'fattat' });
    expect(await inst.decideInsats('motesandring', 'sammankallande', said, { skal: '' }, id)).toEqual(first);
    expect((await moten()).filter((borjar) => borjar === jul)).toHaveLength(1);
  });

  it('has the queue looked over every 30 days while somebody waits, and not when nobody does', async () => {
    const { insatsId } = await inst.prisma.arende.findUniqueOrThrow({
      where: { id: arende },
      select: { insatsId: true },
    });
    await inst.prisma.koplats.create({
      data: { arendeId: arende, insatsId, beslutsdatum: new Date(), koad: new Date() },
    });
    await inst.prisma.motoruppdrag.create({ data: { slag: 'insats', refId: insatsId } });
    const frist = async () => (await inst.insatslage()).frister.find(({ typ }) => typ === 'koversyn')?.nar;
    await until('the look to be planned', async () => (await frist()) !== undefined);
    const first = (await frist()) ?? '';
    await inst.moveTo(first);
    expect((await inst.insatslage()).uppgifter).toMatchObject([{ typ: 'koversyn' }]);
    expect(await inst.prisma.insatsuppgift.findMany({ select: { typ: true, roll: true } })).toEqual([
      { typ: 'koversyn', roll: 'sammankallande' },
    ]);
    const sedd = await inst.decideInsats(
      'koversyn',
      'sammankallande',
      { datum: await inst.today() },
      { text: 'Alla väntar.' },
    );
    expect(sedd).toMatchObject({ slag: 'fattat' });
    const second = (await frist()) ?? '';
    const days = (Date.parse(second) - Date.parse(first)) / 86_400_000;
    expect(days).toBeGreaterThanOrEqual(29);
    expect(days).toBeLessThanOrEqual(34);

    await inst.moveTo(second);
    await inst.prisma.koplats.delete({ where: { arendeId: arende } });
    await inst.prisma.motoruppdrag.create({ data: { slag: 'insats', refId: insatsId } });
    await until('the task to fall away', async () => (await inst.insatslage()).uppgifter.length === 0);
    expect(await frist()).toBeUndefined();
  });

  it('goes on as a new run at each meeting, and keeps what waits', async () => {
    const anmalt = await inst.decideInsats(
      'hinderanmalan',
      'rep_af',
      { team: team() },
      { text: 'Intyg tar för lång tid.' },
    );
    expect(anmalt).toMatchObject({ slag: 'fattat' });
    const run = async () => (await insats().describe()).runId;
    const first = await run();
    const [next = ''] = await moten();
    await inst.moveTo(next);
    await until('a new run', async () => (await run()) !== first);
    const lage = await inst.insatslage();
    expect(lage.senasteMote).toBe(next);
    expect(lage.uppgifter).toMatchObject([{ typ: 'hindersvar' }]);
    expect(await insats().query('lage')).toEqual(lage);
    expect(await moten()).toHaveLength(12);
  });

  it('gives the styrgrupp the obstacle to answer, reminds it, and tells the team of the answer', async () => {
    const [uppgift] = (await inst.insatslage()).uppgifter;
    await inst.moveTo(uppgift?.paminnelse.nar ?? '');
    expect(inst.mail.some(({ subject }) => subject?.includes('påminnelse – Svara på strukturellt hinder'))).toBe(true);
    const svar = await inst.decideInsats(
      'hindersvar',
      'ordforande',
      { hinder: uppgift?.ref ?? '' },
      { svar: 'Vi tar det med regionen.' },
    );
    expect(svar).toMatchObject({ slag: 'fattat' });
    expect((await inst.insatslage()).uppgifter).toEqual([]);
    expect(await inst.prisma.strukturelltHinder.findFirst()).toMatchObject({
      text: 'Intyg tar för lång tid.',
      svar: 'Vi tar det med regionen.',
      verksamhetId: inst.grund.verksamhet.af,
    });
    await until('the mail', async () => inst.mail.some(({ subject }) => subject?.includes('svar från styrgruppen')));
    for (const { text } of inst.mail) expect(text).not.toContain('Intyg tar');
  });

  it('is started again from its row when the engine has lost it', async () => {
    const before = await inst.insatslage();
    await insats().terminate();
    await inst.prisma.motoruppdrag.create({ data: { slag: 'insats', refId: inst.grund.insats.id } });
    await until('it runs', async () => (await insats().describe()).status.name === 'RUNNING');
    expect(await insats().query('lage')).toEqual(before);
    const [next = ''] = await moten();
    expect(dayBefore(next) > (await inst.klocka.now()).toISOString()).toBe(true);
  });
});
