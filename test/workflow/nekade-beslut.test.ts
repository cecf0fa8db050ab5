import { randomUUID } from 'node:crypto';
import { beslutstyper } from '../../domain/beslut/index.js';
import { arendeColumns } from '../../prisma/skriv-forandring.js';
import { formsOf } from '../support/html.js';
import { startInstallation, type Installation } from '../support/installation.js';
import { startWeb, type TestWeb } from '../support/web.js';

describe('A decision that cannot be taken', () => {
  let inst: Installation;
  beforeAll(async () => {
    inst = await startInstallation();
  });
  afterAll(() => inst.stop());

  const enrolable = async (): Promise<{ id: string; dag: string }> => {
    const id = await inst.send();
    await inst.decide(id, 'granskning', 'sammankallande', { utfall: 'accepterad' }, {});
    await inst.moveTo((await inst.lage(id)).mote?.borjar ?? '');
    const narvarande = Object.values(inst.grund.verksamhet);
    const texts = { motivering: 'Ja.', atgarder: [] };
    await inst.decide(id, 'rekommendation', 'sammankallande', { utfall: 'inskrivning', narvarande }, texts);
    const dag = await inst.today();
    await inst.decide(id, 'personens_svar', 'remittent', { svar: 'ja', datum: dag }, { till: 'Test', satt: 'mote' });
    return { id, dag };
  };
  const enrol = ({ id, dag }: { id: string; dag: string }, koordinator: string) =>
    inst.decide(
      id,
      'inskrivning',
      'sammankallande',
      { beslutsdatum: dag, startdatum: dag, koordinator, overinskrivning: false },
      {},
    );

  it('because the tables refuse it is told to the person, and the case goes on with the next', async () => {
    const ready = await enrolable();
    const { version } = await inst.lage(ready.id);
    const utanMottagare = { till: null as unknown as string, satt: 'mote' } as const;
    expect(
      await inst.decide(ready.id, 'personens_svar', 'remittent', { svar: 'nej', datum: ready.dag }, utanMottagare),
    ).toEqual({ slag: 'oskrivbart' });
    expect((await inst.lage(ready.id)).version).toBe(version);
    expect(await enrol(ready, inst.grund.person.koordinator)).toMatchObject({
      slag: 'fattat',
      beslut: { fas: 'kartlaggning' },
    });
  });

  it('because the case has gone on without its workflow is told as such, and the workflow catches up', async () => {
    const id = await inst.send();
    const ahead = await inst.lage(id);
    await inst.prisma.arende.update({
      where: { id },
      data: arendeColumns({ ...ahead, version: ahead.version + 1 }),
    });
    const accept = () => inst.decide(id, 'granskning', 'sammankallande', { utfall: 'accepterad' }, {});
    expect(await accept()).toMatchObject({ slag: 'hindrat', hinder: { kod: 'hann_fore' } });
    expect(await accept()).toMatchObject({ slag: 'fattat', beslut: { version: ahead.version + 2 } });
  });

  it('because its form was sent again with another answer while it waited never mixes the two', async () => {
    const id = await inst.send();
    const beslutId = randomUUID();
    const avId = inst.grund.person.sammankallande;
    const newer = { data: { utfall: 'inte_aktuell' }, formular: { skal: 'Bor inte i kommunen.' } };
    const forberett = await inst.klocka.now();
    await inst.prisma.beslut.create({
      data: { id: beslutId, arendeId: id, typ: 'granskning', avId, forberett, ...newer },
    });
    const older = await inst.decide(id, 'granskning', 'sammankallande', { utfall: 'accepterad' }, {}, beslutId);
    expect(older).toMatchObject({ slag: 'hindrat', hinder: { kod: 'andrat' } });
    expect((await inst.lage(id)).fas).toBe('mottagen');
  });

  it('twice, sent under one id, is taken once and answered twice', async () => {
    const id = await inst.send();
    const beslutId = randomUUID();
    const send = () => inst.decide(id, 'granskning', 'sammankallande', { utfall: 'accepterad' }, {}, beslutId);
    const answers = await Promise.all([send(), send()]);
    expect(answers[0]).toEqual(answers[1]);
    expect(answers[0]).toMatchObject({ slag: 'fattat' });
    expect(await inst.prisma.handelse.count({ where: { arendeId: id, typ: 'granskning' } })).toBe(1);
  });

  it('in the same moment by two people is one decision: the slower is told what stands in the way', async () => {
    const id = await inst.send();
    const answers = await Promise.all([
      inst.decide(id, 'granskning', 'sammankallande', { utfall: 'accepterad' }, {}),
      inst.decide(id, 'granskning', 'sammankallande', { utfall: 'inte_aktuell' }, { skal: 'Annan insats.' }),
    ]);
    expect(answers.map(({ slag }) => slag).toSorted()).toEqual(['fattat', 'hindrat']);
  });
});

describe('A decision by somebody who has no part in the case', () => {
  let inst: Installation;
  let web: TestWeb;
  let nummer: string;
  beforeAll(async () => {
    inst = await startInstallation();
    const config = { limits: { requestsPerMinute: 10_000, loginsPerMinute: 1000 } };
    web = await startWeb({ databaseUrl: inst.databaseUrl, klocka: inst.klocka, engine: inst.engine, config });
    const id = await inst.send();
    ({ nummer } = await inst.lage(id));
  });
  afterAll(async () => {
    await web.stop();
    await inst.stop();
  });

  it.each(['annan_remittent', 'annan_koordinator', 'rep_af', 'ordforande', 'kansli'])(
    'is refused for every kind, told nothing of the case and not even prepared: %s',
    async (sub) => {
      const client = web.client();
      await client.login(sub);
      const fields = formsOf((await client.get('/')).html).flatMap(({ hidden }) => hidden);
      const csrf = fields.filter(([name]) => name === '_csrf').slice(0, 1);
      expect(csrf).toHaveLength(1);
      const answers = new Map<string, number>();
      for (const typ of beslutstyper) {
        const adress = `/arenden/${nummer}/beslut/${typ}`;
        const answer = await client.send(adress, [...csrf, ['beslutId', randomUUID()]]);
        answers.set(typ, answer.status);
        expect(answer.html).not.toContain('Prov Personsson');
      }
      expect(Object.fromEntries(answers)).toEqual(Object.fromEntries(beslutstyper.map((typ) => [typ, 404])));
      expect(await inst.prisma.beslut.count()).toBe(0);
    },
  );
});

describe('A decision that arrives in the same moment as its deadline', () => {
  let inst: Installation;
  beforeAll(async () => {
    inst = await startInstallation();
  });
  afterAll(() => inst.stop());

  it('is taken once; the reminder is given before it or not at all', async () => {
    const id = await inst.send();
    const due = (await inst.lage(id)).uppgifter[0]?.paminnelse.nar ?? '';
    const [, answer] = await Promise.all([
      inst.moveTo(due),
      inst.decide(id, 'granskning', 'sammankallande', { utfall: 'accepterad' }, {}),
    ]);
    expect(answer).toMatchObject({ slag: 'fattat' });
    const events = await inst.prisma.handelse.findMany({
      where: { arendeId: id },
      orderBy: [{ version: 'asc' }, { ordning: 'asc' }],
    });
    expect(events.filter(({ typ }) => typ === 'granskning')).toHaveLength(1);
    const after = events.slice(events.findIndex(({ typ }) => typ === 'granskning'));
    expect(
      after.filter(({ typ, data }) => typ === 'paminnelse' && JSON.stringify(data).includes('granskning')),
    ).toEqual([]);
  });
});
