import { svenskKalender as kalender } from '../../domain/kalender/svensk.js';
import { sammanstallningWorkflowId, utskickWorkflowId } from '../../workflows/messages.js';
import { recordRun } from '../replay/record.js';
import { startInstallation, type Installation } from '../support/installation.js';
import { until } from '../support/until.js';

const TORSDAG = '2031-06-19';
const MIDSOMMARAFTON = '2031-06-20';
const MANDAG = '2031-06-23';
const klockan = (dag: string, hhmm: string) => kalender.instantAt(dag, hhmm);

describe('In the night before midsommarafton', () => {
  let inst: Installation;
  beforeAll(async () => {
    inst = await startInstallation({ samlat: true, from: klockan(TORSDAG, '22:00') });
    const { sammankallande } = inst.grund.person;
    await inst.prisma.aviseringsval.create({
      data: { anvandareId: sammankallande, slag: 'uppgift', satt: 'direkt' },
    });
  });
  afterAll(() => inst.stop());

  /** Who has got what, and when, by the Swedish clock. */
  const mejlen = () =>
    inst.mail.map(({ to, date }) => {
      const nar = new Date(date ?? 0).toLocaleString('sv', { timeZone: 'Europe/Stockholm' }).slice(0, 16);
      return `${[to].flat()[0]?.text} ${nar}`;
    });

  it('only the receipt for one’s own act goes', async () => {
    const id = await inst.send();
    await until('the receipt', () => inst.mail.length > 0);
    await inst.decide(id, 'granskning', 'sammankallande', { utfall: 'accepterad' }, {});
    await inst.moveTo(klockan(MIDSOMMARAFTON, '12:00'));
    expect(inst.mail.map(({ subject }) => subject)).toEqual([expect.stringContaining('vi har tagit emot din remiss')]);
  });

  it('all else waits for the first working hour, and what goes together for the first morning', async () => {
    // another remiss, so that there is a review to do when its mail goes
    await inst.send();
    await inst.moveTo(klockan(MANDAG, '06:59'));
    expect(mejlen().filter((mejl) => !mejl.startsWith('remittent@'))).toEqual([]);
    await inst.moveTo(klockan(MANDAG, '08:30'));
    expect(mejlen()).toContain(`sammankallande@exempel.se ${MANDAG} 07:00`);
    expect(mejlen()).toContain(`rep_fk@exempel.se ${MANDAG} 08:15`);
    const [morgon] = await inst.prisma.sammanstallning.findMany({ where: { status: 'skickat' } });
    const [egen] = await inst.prisma.utskick.findMany({
      where: { satt: 'direkt', slag: 'uppgift', status: 'skickat' },
    });
    await recordRun(inst, { workflowId: sammanstallningWorkflowId(morgon?.id ?? '') }, 'sammanstallning');
    await recordRun(inst, { workflowId: utskickWorkflowId(egen?.id ?? '') }, 'utskick-som-vantat');
  });
});
