import { createFall, NU, removeFall } from '../listor/fixture.js';
import { rowsOf, textOf } from '../listor/text.js';
import { startUppgiftsvarld, type Uppgiftsvarld } from './varld.js';

let varld: Uppgiftsvarld;

beforeAll(async () => {
  varld = await startUppgiftsvarld();
});

beforeEach(async () => {
  await removeFall(varld.databaseUrl);
  await varld.web.prisma.egenUppgift.deleteMany();
});

afterAll(() => varld?.stop());

const skapa = (...falls: Parameters<typeof createFall>[2]) => createFall(varld.web.prisma, varld.fixtur, falls);

/** The page's parts by their headings: what each says. */
async function dagen(sub: string): Promise<Record<string, string>> {
  const { html } = await varld.page(sub, '/dagen');
  const parts = html.split(/<h2[^>]*>/).slice(1);
  return Object.fromEntries(
    parts.map((part) => {
      const [rubrik = '', rest = ''] = part.split('</h2>');
      return [textOf(rubrik), textOf(rest)];
    }),
  );
}

describe('the page of the day', () => {
  it('holds what is late, what is due today and this week, and only tells how much comes later', async () => {
    const fall = { fas: 'process', koordinator: 'kajsa' } as const;
    await skapa(
      { ...fall, nummer: 'SAMBA-2026-0001', uppgifter: [['planuppfoljning', '2026-11-20']] },
      { ...fall, nummer: 'SAMBA-2026-0002', uppgifter: [['planuppfoljning', '2026-11-24']] },
      { ...fall, nummer: 'SAMBA-2026-0003', uppgifter: [['planuppfoljning', '2026-11-29']] },
      { ...fall, nummer: 'SAMBA-2026-0004', uppgifter: [['planuppfoljning', '2026-11-30']] },
    );
    const parts = await dagen('kajsa');
    expect(Object.keys(parts)).toEqual(['Försenat (1)', 'I dag (1)', 'Senare i veckan (1)']);
    expect(parts['Försenat (1)']).toContain('SAMBA-2026-0001');
    expect(parts['Senare i veckan (1)']).toContain('Utanför dagen: 1 senare.');
  });

  it('holds what others are to do next in her cases and remisser, by role and day, without what is hers', async () => {
    await skapa(
      {
        nummer: 'SAMBA-2026-0001',
        fas: 'process',
        koordinator: 'manda',
        uppgifter: [['forlangning', '2026-11-27']],
      },
      {
        nummer: 'SAMBA-2026-0002',
        fas: 'process',
        koordinator: 'manda',
        uppgifter: [['planuppfoljning', '2026-11-28']],
      },
      {
        nummer: 'SAMBA-2026-0003',
        fas: 'konsultation',
        remittent: 'manda',
        samtycken: [['fk'], ['psyk']],
        paDagordning: true,
        uppgifter: [['yttrande', '2026-11-26', 'psyk']],
      },
      { nummer: 'SAMBA-2026-0004', fas: 'mottagen', remittent: 'manda', uppgifter: [['granskning', '2026-11-25']] },
    );
    const { html } = await varld.page('manda', '/dagen');
    const [, waits = ''] = html.split('Väntar på andra (2)');
    expect(rowsOf(waits)).toEqual(['SAMBA-2026-0003', 'SAMBA-2026-0001']);
    expect(textOf(waits)).toContain('Teamrepresentant: Vuxenpsykiatrin');
    expect(textOf(waits)).toContain('Sammankallande');
    // without samtycke for her verksamhet a remittent is told nothing of how it goes
    expect(html).not.toContain('SAMBA-2026-0004');
  });

  it('holds today’s meetings and her own tasks, and nobody else’s', async () => {
    await skapa({
      nummer: 'SAMBA-2026-0001',
      fas: 'konsultation',
      samtycken: [['psyk']],
      paDagordning: true,
      uppgifter: [['rekommendation', '2026-12-03']],
    });
    await varld.web.prisma.mote.updateMany({ data: { borjar: new Date('2026-11-24T12:00:00.000Z') } });
    await varld.web.prisma.egenUppgift.create({
      data: {
        id: 'b1d0f8b8-6f0c-4b35-8d68-1c6a5c9e7a11',
        agareId: varld.fixtur.person['tea'] ?? '',
        text: 'Ring på tisdag',
        senast: NU,
        skapad: NU,
      },
    });
    const tea = await dagen('tea');
    expect(tea['Möten i dag (1)']).toContain('24 nov 2026 kl. 13.00, Samba: Team Samba, 1 ärende på dagordningen');
    expect(tea['Egna uppgifter (1)']).toContain('Ring på tisdag');
    const { html } = await varld.page('hanna', '/dagen');
    expect(textOf(html)).toContain('En tom dag');
    expect(html).not.toContain('Ring på tisdag');
  });
});
