import { countOgjort } from '../../api/queries/tidmaskin.js';
import { svenskKalender as kalender } from '../../domain/kalender/svensk.js';
import { startInstallation, type Installation } from '../support/installation.js';
import { until } from '../support/until.js';

const MANDAG = '2031-03-03';
const klockan = (dag: string, hhmm: string) => kalender.instantAt(dag, hhmm);

describe('A mail server that is away from Monday to Thursday', () => {
  let inst: Installation;
  let arenden: string[];
  beforeAll(async () => {
    inst = await startInstallation({ samlat: true, from: klockan(MANDAG, '09:00') });
    arenden = [await inst.send(), await inst.send()];
    await until('the receipts', () => inst.mail.length >= 2);
  });
  afterAll(() => inst.stop());

  it('stops no case', async () => {
    await inst.smtp.down();
    for (const id of arenden)
      expect(await inst.decide(id, 'granskning', 'sammankallande', { utfall: 'accepterad' }, {})).toMatchObject({
        slag: 'fattat',
      });
    await inst.skip(26 * 3600);
    const [id = ''] = arenden;
    expect(
      await inst.decide(
        id,
        'yttrande',
        'rep_af',
        { verksamhet: inst.grund.verksamhet.af },
        { text: 'Vi kan ta emot en praktikant.' },
      ),
    ).toMatchObject({ slag: 'fattat' });
    await inst.skip(40 * 3600);
  });

  it('has nothing lost and nothing doubled when it is back, and one mail for each person and not one for each day', async () => {
    const before = inst.mail.length;
    await inst.smtp.up();
    // Thursday morning; the tries have grown a quarter of an hour apart
    const now = (await inst.klocka.now()).getTime();
    await inst.skip((Date.parse(klockan('2031-03-06', '07:30')) - now) / 1000);
    await until(
      'everything to be told',
      async () => {
        await inst.skip(16 * 60);
        return (await countOgjort(inst.prisma, await inst.klocka.now())).mejl === 0;
      },
      60_000,
    );
    const morgon = inst.mail.slice(before);
    const digests = morgon.filter(({ subject }) => subject?.startsWith('tors 6 mars 2031: '));
    const receivers = digests.map(({ to }) => [to].flat()[0]?.text ?? '');
    expect(new Set(receivers).size).toBe(receivers.length);
    expect(receivers).toEqual(expect.arrayContaining(['rep_fk@exempel.se', 'remittent@exempel.se']));
    const ids = inst.mail.map(({ messageId }) => messageId);
    expect(new Set(ids).size).toBe(ids.length);
    const rader = await inst.prisma.utskick.groupBy({ by: ['status'], _count: true });
    expect(rader.map(({ status }) => status).toSorted()).toEqual(['inaktuellt', 'skickat']);
  });

  it('that refuses one address for ever, and is slow, keeps no other mail and no case back', async () => {
    inst.smtp.refused.add('rep_fk@exempel.se');
    inst.smtp.slowMs = 500;
    const id = await inst.send();
    await inst.decide(id, 'granskning', 'sammankallande', { utfall: 'accepterad' }, {});
    const dag = kalender.addArbetsdagar(await inst.today(), 1);
    const before = inst.mail.length;
    await inst.moveTo(klockan(dag, '09:00'));
    const till = inst.mail.slice(before).map(({ to }) => [to].flat()[0]?.text);
    expect(till).toContain('rep_kommun@exempel.se');
    expect(till).not.toContain('rep_fk@exempel.se');
    const { rep_fk: refused } = inst.grund.person;
    expect(
      await inst.prisma.sammanstallning.findFirst({ where: { mottagareId: refused }, orderBy: { dag: 'desc' } }),
    ).toMatchObject({ status: 'misslyckat', fel: '550' });
    expect(await inst.lage(id)).toMatchObject({ fas: 'konsultation' });
  });
});
