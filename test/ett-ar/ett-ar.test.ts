import { startInstallation, type Installation } from '../support/installation.js';
import { svenskKalender as kalender } from '../../domain/kalender/svensk.js';
import { spelaAret } from './aret.js';
import { FORSTA_DAG } from './manus.js';

describe('A year with sixty cases and twelve people', () => {
  let inst: Installation;
  beforeAll(async () => {
    inst = await startInstallation({
      insats: 'vagknuten',
      samlat: true,
      from: kalender.instantAt(FORSTA_DAG, '06:00'),
    });
    await spelaAret(inst, () => Promise.resolve());
  }, 900_000);
  afterAll(() => inst.stop());

  it('is played', async () => {
    const faser = await inst.prisma.arende.groupBy({ by: ['fas', 'stangdSom'], _count: true });
    console.log(faser, inst.mail.length);
    expect(inst.mail.length).toBeGreaterThan(0);
  });
});
