import { readProfil } from '../../prisma/seed/profiler.js';
import type { Verksamhetskod } from '../support/grund.js';
import { startInstallation, type Installation } from '../support/installation.js';
import { aRemiss } from '../support/remiss.js';
import { isDoldForRemittenten } from '../../domain/skydd.js';
import { until } from '../support/until.js';

const ANNAN = 'samba_lis';

describe('The reception on a running installation', () => {
  let inst: Installation;
  beforeAll(async () => {
    inst = await startInstallation();
    await createAnnanInsats();
  });
  afterAll(() => inst.stop());

  /** Another insats of the same förbund, whose huvudman is the region. */
  async function createAnnanInsats(): Promise<void> {
    const { prisma, grund } = inst;
    const profil = await readProfil(ANNAN);
    const { forbundId } = await prisma.insats.findUniqueOrThrow({ where: { id: grund.insats.id } });
    await prisma.insats.create({
      data: {
        kod: ANNAN,
        namn: profil.namn,
        nummerprefix: 'SAMBA',
        forbundId,
        huvudmanId: grund.verksamhet.psykiatri,
        profiler: { create: { version: 1, innehall: JSON.parse(JSON.stringify(profil)) as object } },
        team: { create: { kod: profil.team[0].kod, namn: profil.team[0].namn } },
      },
    });
  }

  const sendOn = (id: string) =>
    inst.decide(
      id,
      'granskning',
      'sammankallande',
      { utfall: 'annan_insats', insats: ANNAN },
      { skal: 'Passar bättre.' },
    );

  /** A remiss with samtycke for all, that names the other insats for some of them. */
  async function sendNaming(...koder: readonly Verksamhetskod[]): Promise<string> {
    const { samtycken } = aRemiss(inst.grund, await inst.today());
    const named = koder.map((kod) => inst.grund.verksamhet[kod]);
    return inst.send({
      samtycken: samtycken.map((one) => (named.includes(one.verksamhet) ? { ...one, insatser: [ANNAN] } : one)),
    });
  }

  it('a komplettering that nobody answers ends with sammankallande, and one that is answered is reviewed again', async () => {
    const id = await inst.send();
    const fraga = { skal: 'Vilken utbildning har personen?' };
    await inst.decide(id, 'granskning', 'sammankallande', { utfall: 'komplettering' }, fraga);
    const asked = await inst.prisma.komplettering.findFirstOrThrow({ where: { arendeId: id } });
    expect(asked).toMatchObject({ fraga: fraga.skal, svarad: null });
    const opens = (await inst.lage(id)).frister.find((frist) => frist.typ === 'uppgift_oppnas');
    await inst.moveTo(opens?.nar ?? '');
    expect((await inst.lage(id)).uppgifter.map(({ typ }) => typ)).toEqual(['komplettering', 'utebliven_komplettering']);
    const ny = { utfall: 'ny_frist', senast: `${Number((await inst.today()).slice(0, 4)) + 1}-01-15` } as const;
    await inst.decide(id, 'utebliven_komplettering', 'sammankallande', ny, {});
    const later = await inst.prisma.komplettering.findFirstOrThrow({ where: { arendeId: id } });
    expect(later.senast > asked.senast).toBe(true);
    await inst.decide(id, 'komplettering', 'remittent', {}, { text: 'Gymnasium.', bilagor: [] });
    expect(await inst.prisma.komplettering.findFirstOrThrow({ where: { arendeId: id } })).toMatchObject({
      svar: 'Gymnasium.',
    });
    expect((await inst.lage(id)).uppgifter.map(({ typ }) => typ)).toEqual(['granskning']);
  });

  it('a case goes on in another insats with its own number and workflow, and only what samtycke names', async () => {
    const id = await sendNaming('fk', 'psykiatri');
    await inst.prisma.bilaga.create({
      data: {
        arendeId: id,
        slag: 'remiss',
        filnamn: 'underlag.pdf',
        typ: 'application/pdf',
        storlek: 3,
        innehall: Buffer.from('abc'),
        avId: inst.grund.person.remittent,
        skapad: await inst.klocka.now(),
      },
    });
    expect(await sendOn(id)).toMatchObject({ slag: 'fattat', beslut: { fas: 'stangd' } });
    const { tillId } = await inst.prisma.arendelank.findFirstOrThrow({ where: { franId: id, slag: 'annan_insats' } });
    const nytt = await inst.prisma.arende.findUniqueOrThrow({
      where: { id: tillId },
      include: { remiss: true, samtycken: true, bilagor: true, kodsvar: true, insats: true, utskick: true },
    });
    const gammalt = await inst.prisma.arende.findUniqueOrThrow({ where: { id }, include: { remiss: true } });
    const { fk, psykiatri } = inst.grund.verksamhet;
    expect(nytt.nummer).toMatch(/^SAMBA-\d{4}-0001$/);
    expect(nytt).toMatchObject({ individId: gammalt.individId, fas: 'mottagen', insats: { kod: ANNAN } });
    expect(nytt.samtycken.map(({ verksamhetId }) => verksamhetId).toSorted()).toEqual([fk, psykiatri].toSorted());
    expect((await inst.lage(tillId)).samtycken.toSorted()).toEqual([fk, psykiatri].toSorted());
    expect(nytt.remiss).toMatchObject({ fraga: gammalt.remiss?.fraga, remittentId: inst.grund.person.remittent });
    expect(nytt.bilagor.map(({ filnamn }) => filnamn)).toEqual(['underlag.pdf']);
    expect(nytt.kodsvar.length).toBeGreaterThan(0);
    expect(nytt.utskick.map(({ slag }) => slag)).toContain('kvitto');
    await until(
      'its workflow',
      async () => (await inst.prisma.motoruppdrag.count({ where: { slag: 'arende' } })) === 0,
    );
    expect(await inst.handle(tillId).query('lage')).toMatchObject({ nummer: nytt.nummer });
    expect(await inst.decide(id, 'ateroppning', 'sammankallande', {}, { skal: 'Ångrat.' })).toMatchObject({
      hinder: { kod: 'annan_insats' },
    });
  });

  it('a case whose samtycke does not name the other insats for both who need it stays', async () => {
    for (const named of [[], ['fk'], ['psykiatri', 'kommun']] as const) {
      const id = await sendNaming(...named);
      expect(await sendOn(id)).toMatchObject({ slag: 'hindrat', hinder: { kod: 'utan_samtycke' } });
      expect((await inst.lage(id)).fas).toBe('mottagen');
    }
    expect(await inst.prisma.arende.count({ where: { insats: { kod: ANNAN } } })).toBe(1);
  });

  it('a wrong registration frees the place, and reopening takes it again and undoes the avslut', async () => {
    const id = await enrolled();
    const platsFri = async () =>
      (await inst.prisma.deltagande.findUniqueOrThrow({ where: { arendeId: id } })).platsFri !== null;
    await inst.decide(id, 'felregistrering', 'sammankallande', {}, { skal: 'Fel person.' });
    expect(await platsFri()).toBe(true);
    await inst.decide(id, 'ateroppning', 'sammankallande', {}, { skal: 'Det var rätt person.' });
    expect(await platsFri()).toBe(false);
    const avslutsdatum = await inst.today();
    const avslut = { analys: 'Klar.', forslag: 'Inga.' };
    expect(await inst.decide(id, 'avslut', 'koordinator', { avslutsdatum }, avslut)).toMatchObject({ slag: 'fattat' });
    expect(await platsFri()).toBe(true);
    const again = await inst.decide(id, 'ateroppning', 'sammankallande', {}, { skal: 'Fel ärende avslutades.' });
    expect(again).toMatchObject({ slag: 'fattat', beslut: { fas: 'kartlaggning' } });
    expect(await platsFri()).toBe(false);
    expect(await inst.prisma.avslut.count({ where: { arendeId: id } })).toBe(0);
    expect(await inst.decide(id, 'avslut', 'koordinator', { avslutsdatum }, avslut)).toMatchObject({ slag: 'fattat' });
  });

  async function enrolled(): Promise<string> {
    const id = await inst.send();
    await inst.decide(id, 'granskning', 'sammankallande', { utfall: 'accepterad' }, {});
    await inst.moveTo((await inst.lage(id)).mote?.borjar ?? '');
    const narvarande = Object.values(inst.grund.verksamhet);
    const texts = { motivering: 'Ja.', atgarder: [] };
    await inst.decide(id, 'rekommendation', 'sammankallande', { utfall: 'inskrivning', narvarande }, texts);
    const dag = await inst.today();
    await inst.decide(id, 'personens_svar', 'remittent', { svar: 'ja', datum: dag }, { till: 'Test', satt: 'mote' });
    const { koordinator } = inst.grund.person;
    const given = { beslutsdatum: dag, startdatum: dag, koordinator, overinskrivning: false };
    expect(await inst.decide(id, 'inskrivning', 'sammankallande', given, {})).toMatchObject({ slag: 'fattat' });
    return id;
  }

  it('a case that takes over the person’s protection tells it on as such, so that her remittent learns nothing before she is named', async () => {
    const { prisma, grund } = inst;
    const forsta = await inst.send();
    const andra = await sendNaming('fk', 'psykiatri');
    const skydd = { ersattare: grund.person.koordinator, fler: [grund.person.sammankallande] };
    const skal = { alias: 'Linden', skal: 'Beslut om skyddad folkbokföring.' };
    expect(await inst.decide(forsta, 'skyddad_identitet', 'sammankallande', skydd, skal)).toMatchObject({
      slag: 'fattat',
    });
    await until('the other ärende', async () => (await inst.lage(andra)).skyddad === true);
    expect(await sendOn(andra)).toMatchObject({ slag: 'fattat' });
    const { tillId } = await prisma.arendelank.findFirstOrThrow({ where: { franId: andra, slag: 'annan_insats' } });
    const handelser = await prisma.handelse.findMany({ where: { arendeId: tillId }, select: { typ: true } });
    const lage = await inst.lage(tillId);
    expect(lage.skyddad).toBe(true);
    expect(isDoldForRemittenten({ skyddad: true }, lage, handelser)).toBe(false);
  });
});
