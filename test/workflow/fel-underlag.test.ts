import { randomUUID } from 'node:crypto';
import { beslutstyper, check } from '../../domain/beslut/index.js';
import { isPossibleIn, oppnaFaser } from '../../domain/faser.js';
import type { Beslut } from '../../domain/beslutsunderlag.js';
import { remissWorkflowId } from '../../workflows/messages.js';
import { remissStart } from '../../workflows/start-options.js';
import type { Prov } from '../domain/prov.js';
import { startInstallation, type Installation } from '../support/installation.js';
import { until } from '../support/until.js';
import { fall, felaktiga, type Fallnamn } from './felaktiga-underlag.js';

const SENTENCE = /^[”A-ZÅÄÖ].*[.”]$/s;
/** An imperative, or what is required or possible instead. */
const WHAT_TO_DO =
  /(^|[.:] |, )(Välj|Ange|Registrera|Avsluta|Läs|Gör|Vänta|Ta bort|Rätta|Lägg|Flytta|Skriv|Kryssa|Arbeta|Förläng|Lämna|Kontrollera|Föreslå|Ta upp)\s|kan (inte|bara|registreras|börja|sluta|ha|beviljas)|behöver|Högst/;

const rows = beslutstyper.flatMap((typ) => felaktiga[typ].map((fel) => ({ typ, ...fel })));
type Rad = (typeof rows)[number];

/** The decision as it would be sent; the table keeps kind and data together. */
const beslutOf = ({ typ, data }: Rad, prov: Prov): Beslut => ({
  id: randomUUID(),
  typ,
  av: 'p',
  dag: prov.idag,
  data: data(prov),
});

describe('Wrong input to every kind of decision, by the rules', () => {
  it.each(rows.map((rad) => [rad.typ, rad.kod, rad.fall, rad] as const))(
    '%s is refused as %s in %s',
    (_typ, kod, namn, rad) => {
      const prov = fall[namn]();
      const refused = check(prov.lage, beslutOf(rad, prov));
      expect(refused?.kod).toBe(kod);
      expect(refused?.mening).toMatch(SENTENCE);
      expect(refused?.mening).toMatch(WHAT_TO_DO);
    },
  );

  it.each(beslutstyper)('%s is refused in every phase that it does not belong to', (typ) => {
    const { lage, idag } = fall.process();
    for (const fas of [...oppnaFaser, 'stangd' as const].filter((one) => !isPossibleIn(typ, one))) {
      const refused = check({ ...lage, fas }, { id: 'b', typ, av: 'p', dag: idag, data: {} });
      expect(refused?.kod).toBe('fel_fas');
      expect(refused?.mening).toMatch(SENTENCE);
      expect(refused?.mening).toMatch(WHAT_TO_DO);
    }
  });

  it.each(beslutstyper)('%s is refused when the case has gone into another phase since its form was opened', (typ) => {
    const { lage, idag } = fall.process();
    for (const fas of [...oppnaFaser, 'stangd' as const].filter((one) => isPossibleIn(typ, one))) {
      const moved = { ...lage, fas, fasVersion: 7, version: 9 };
      const refused = check(moved, { id: 'b', typ, av: 'p', dag: idag, data: {}, sedd: 6 });
      expect(refused).toMatchObject({ kod: 'hann_fore', mening: expect.stringMatching(WHAT_TO_DO) as string });
    }
  });

  it.each(beslutstyper.filter((typ) => typ !== 'yttrande' && typ !== 'atgardsrapport'))(
    '%s is refused when somebody else has taken it since its form was opened',
    (typ) => {
      const { lage, idag } = fall.process();
      const fas = [...oppnaFaser, 'stangd' as const].find((one) => isPossibleIn(typ, one)) ?? 'process';
      const taken = { ...lage, fas, fasVersion: 2, senasteBeslut: { [typ]: 7 }, version: 9 };
      const refused = check(taken, { id: 'b', typ, av: 'p', dag: idag, data: {}, sedd: 6 });
      expect(refused?.kod).toBe('hann_fore');
    },
  );
});

describe('Wrong input to a running case', () => {
  let inst: Installation;
  beforeAll(async () => {
    inst = await startInstallation({ realTime: true });
    // its first look writes a row of its own
    await inst.insatslage();
  });
  afterAll(() => inst.stop());

  /** A workflow that starts from where a case of the table stands. */
  async function run(namn: Fallnamn): Promise<{ prov: Prov; arendeId: string }> {
    const prov = fall[namn]();
    const arendeId = randomUUID();
    await inst.client.workflow.start('remiss', remissStart({ ...prov.lage, arendeId }));
    await until('it waits', async () => (await length(arendeId)) >= 4);
    return { prov, arendeId };
  }
  const length = async (arendeId: string): Promise<number> =>
    (await inst.client.workflow.getHandle(remissWorkflowId(arendeId)).describe()).historyLength;
  const written = async () => {
    const { beslut, handelse, uppgift, utskick, logg } = inst.prisma;
    return Promise.all([beslut.count(), handelse.count(), uppgift.count(), utskick.count(), logg.count()]);
  };

  it.each(Object.keys(fall) as Fallnamn[])(
    'is told why in words, and leaves nothing in history or tables: %s',
    async (namn) => {
      const { prov, arendeId } = await run(namn);
      const before = { history: await length(arendeId), rows: await written() };
      const wrong = rows.filter((rad) => rad.fall === namn);
      for (const rad of wrong)
        expect(await inst.engine.decide(arendeId, beslutOf(rad, prov))).toMatchObject({
          slag: 'hindrat',
          hinder: { kod: rad.kod, mening: expect.stringMatching(SENTENCE) as string },
        });
      const { idag, lage } = prov;
      const misplaced = beslutstyper.filter((typ) => !isPossibleIn(typ, lage.fas));
      for (const typ of misplaced)
        expect(
          await inst.engine.decide(arendeId, { id: randomUUID(), typ, av: 'p', dag: idag, data: {} }),
        ).toMatchObject({ slag: 'hindrat', hinder: { kod: 'fel_fas' } });
      expect({ history: await length(arendeId), rows: await written() }).toEqual(before);
    },
  );
});
