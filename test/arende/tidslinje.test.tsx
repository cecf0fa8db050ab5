import { renderToString } from 'preact-render-to-string';
import { Tidslinje } from '../../api/components/arende/tidslinje.js';
import { historia, planerat, type Post } from '../../api/pages/arende/tidslinje-data.js';
import type { LastHandelse } from '../../api/queries/arende.js';
import { completeProfil } from '../../domain/standardprofil.js';
import { readProfil } from '../../prisma/seed/profiler.js';
import { Prov } from '../domain/prov.js';
import { vyOf } from './vy.js';

describe('What is planned on the timeline', () => {
  it('tells who owes what until when, which reminder comes, and when the team meets', async () => {
    const prov = new Prov(await readProfil('samba_lis')).konsultation();
    const vy = vyOf(prov);
    const yttranden = planerat(vy).filter(({ rubrik }) => rubrik === 'Sista dag: Lämna yttrande');
    expect(yttranden.map(({ av }) => av)).toEqual([
      'Ansvarig: Verksamhet fk',
      'Ansvarig: Verksamhet af',
      'Ansvarig: Verksamhet ifo',
    ]);
    expect(yttranden[0]?.text).toMatch(/^Nästa påminnelse /);
    expect(planerat(vy)).toContainEqual(
      expect.objectContaining({ rubrik: 'Teamets möte', tid: prov.lage.mote?.borjar }),
    );
  });

  it('has every deadline that the case waits for, and each open task', async () => {
    const prov = new Prov(await readProfil('vagknuten')).iProcess();
    const rubriker = planerat(vyOf(prov)).map(({ rubrik }) => rubrik);
    for (const rubrik of [
      'Insatstiden går ut',
      'Öppnas: Planera för insatstidens slut',
      'Sista dag: Registrera planuppföljning',
    ])
      expect(rubriker).toContain(rubrik);
    expect(rubriker.filter((rubrik) => rubrik.startsWith('Sista dag:'))).toHaveLength(prov.lage.uppgifter.length);
  });

  it('shows the three days of the follow-up after avslut: it opens, the day described, the last day', async () => {
    const prov = new Prov(await readProfil('vagknuten')).iProcess();
    prov.ta('avslut', { avslutsdatum: prov.idag }).ta('avslutsuppgifter', { orsak: 'flytt', overlamning: true });
    const days = planerat(vyOf(prov)).map(({ rubrik }) => rubrik);
    for (const rubrik of [
      'Öppnas: Följ upp efter 90 dagar',
      'Den 90:e dagen efter avslutet',
      'Sista dag: Följ upp efter 90 dagar',
    ])
      expect(days).toContain(rubrik);
  });

  it('tells once of samtycken that end on the same day, naming each verksamhet', async () => {
    const prov = new Prov(await readProfil('vagknuten'), '2026-11-02T09:00:00.000Z', {
      samtycken: ['fk', 'af', 'ifo'],
    }).konsultation();
    prov.ta('samtycke', { verksamheter: ['psykiatri', 'kaa'], fran: prov.idag, till: '2027-05-31' });
    const ends = planerat(vyOf(prov)).filter(({ rubrik }) => rubrik === 'Samtycke slutar gälla');
    expect(ends.map(({ text, slag }) => [text, slag])).toEqual([['Verksamhet psykiatri; Verksamhet kaa', 'samtycke']]);
  });
});

describe('What has happened on the timeline', () => {
  const entry = (nr: number): Post => {
    const day = new Date(Date.UTC(2025, 0, 1 + nr * 5, 8)).toISOString();
    return {
      id: String(nr).padStart(4, '0'),
      tid: day,
      rubrik: `Händelse ${nr}`,
      slag: 'beslut',
      paminnelse: nr % 5 < 2,
    };
  };
  const alla = Array.from({ length: 150 }, (_, nr) => entry(nr));

  it('of two years and 150 entries stands month by month, the older months and rows of reminders folded in, nothing lost', () => {
    const html = renderToString(<Tidslinje handelser={alla} idag="2027-01-20" />);
    for (const { rubrik } of alla) expect(html).toContain(`>${rubrik}<`);
    expect(html).toContain('Januari 2025 (');
    expect(html).toContain('2 påminnelser');
    expect(html.match(/<details class="utfallbar" open/g)).toHaveLength(3);
    expect(html.match(/<summary>\p{Lu}\p{Ll}+ 202\d \(/gu)).toHaveLength(25);
  });

  it('that is short stands as it is', () => {
    const html = renderToString(
      <Tidslinje handelser={alla.slice(0, 8).filter(({ paminnelse }) => !paminnelse)} idag="2025-03-01" />,
    );
    expect(html).not.toContain('<details');
  });

  it('is told by what it is about, so that it can be narrowed', async () => {
    const profil = completeProfil(await readProfil('vagknuten'));
    const typer = ['remiss_inkommen', 'pa_dagordning', 'paminnelse', 'paus', 'samtycke', 'nagot_nytt'];
    const handelser = typer.map((typ, version): LastHandelse => ({
      version,
      ordning: 0,
      typ,
      nar: '2026-11-24T09:00:00.000Z',
      data: { mote: '2026-12-01T08:00:00.000Z', fran: '2026-12-01', till: '2026-12-02' },
    }));
    const vy = vyOf(new Prov(profil));
    expect(historia({ ...vy.arende, handelser }).map(({ slag }) => slag)).toEqual(
      ['beslut', 'moten', 'uppgifter', 'tid', 'samtycke', 'beslut'].toReversed(),
    );
  });
});
