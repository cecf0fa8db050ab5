import { renderToString } from 'preact-render-to-string';
import { grupperade, Mojliga } from '../../api/pages/arende/beslutsgrupper.js';
import { faslinje } from '../../api/pages/arende/faslinje-data.js';
import { Uppgifter } from '../../api/pages/arende/uppgifter.js';
import { Pagar } from '../../api/pages/arende/loften.js';
import { Insatstid, Koplats } from '../../api/pages/arende/tidskort.js';
import { agare } from '../../api/pages/arende/vy.js';
import type { LastHandelse } from '../../api/queries/arende.js';
import { beslut, type Beslutstyp, type Fas } from '../../domain/faser.js';
import type { Lage } from '../../domain/lage.js';
import { readProfil } from '../../prisma/seed/profiler.js';
import { Prov } from '../domain/prov.js';
import { vyOf } from './vy.js';

const textOf = (html: string): string => html.replace(/<[^>]+>/g, ' ').replace(/[\s\u00A0]+/g, ' ');
const alla = Object.keys(beslut) as Beslutstyp[];

describe('What can be decided on the case page', () => {
  it('is found in one group each, whatever it is', () => {
    expect(
      grupperade(alla)
        .flatMap(({ typer }) => typer)
        .toSorted(),
    ).toEqual(alla.toSorted());
    expect(grupperade(['paus']).map(({ rubrik }) => rubrik)).toEqual(['Insatstid']);
  });

  it('leaves to the next step’s card what that has as buttons, and is grouped only when there is much', async () => {
    const vy = vyOf(new Prov(await readProfil('vagknuten')));
    const few = renderToString(<Mojliga vy={{ ...vy, mojliga: ['granskning', 'samtycke'] }} />);
    expect(few).toContain('Registrera samtycke');
    expect(few).not.toContain('Granska remissen');
    expect(few).not.toContain('<details');
    const many = renderToString(<Mojliga vy={{ ...vy, mojliga: alla }} />);
    expect(many.match(/<details/g)?.length).toBeGreaterThan(5);
  });
});

describe('The tasks of a case', () => {
  it('lead to their form when they are the reader’s own and can be done now', async () => {
    const prov = new Prov(await readProfil('vagknuten')).iProcess();
    const read = (personId: string) =>
      renderToString(
        <Uppgifter
          vy={{
            ...vyOf(prov, { koordinator: { id: 'k', namn: 'Koordinatorn' } }),
            personId,
            mojliga: ['planuppfoljning'],
          }}
          rader={[]}
          csrf=""
        />,
      );
    expect(read('k')).toContain('href="/arenden/PROV-2026-0001/beslut/planuppfoljning"');
    expect(read('k')).not.toContain('/beslut/genomforandeplan');
    expect(read('annan')).not.toContain('/beslut/');
  });

  it('tell who has taken each, since when and with which words, and until when it is put aside', async () => {
    const vy = vyOf(new Prov(await readProfil('vagknuten')));
    const [uppgift] = vy.arende.lage.uppgifter;
    const rad = {
      id: `${vy.arende.id}/${uppgift?.nr}`,
      nummer: vy.arende.nummer,
      insats: 'Vägknuten',
      typ: 'granskning',
      roll: 'sammankallande',
      forfaller: uppgift?.forfaller ?? '',
      min: false,
      kanTas: false,
      kom: vy.nu,
      vilarTill: '2026-11-04',
      har: { namn: 'Siv', jag: false, sedan: '2026-11-02T09:00:00.000Z', av: 'Sara', not: 'Hon vet mer.' },
    } as const;
    const shown = textOf(renderToString(<Uppgifter vy={vy} rader={[rad]} csrf="" />));
    expect(shown).toContain('Hos Siv sedan mån 2 nov 2026, från Sara: ”Hon vet mer.”');
    expect(shown).toContain('Lagd åt sidan till ons 4 nov 2026');
    expect(shown).not.toContain('Lämna tillbaka');
  });
});

describe('The time of a participation on the case page', () => {
  it('leaves out the paused days from what is used, and tells of them', async () => {
    const prov = new Prov(await readProfil('vagknuten')).iProcess();
    const start = prov.lage.startdatum ?? '';
    const usedOf = () =>
      /(\d+) av (\d+) dagar/
        .exec(textOf(renderToString(<Insatstid vy={vyOf(prov)} />)))
        ?.slice(1)
        .map(Number);
    const [before = 0, total] = usedOf() ?? [];
    prov.ta('paus', { orsak: 'sjukdom', fran: prov.idag, till: prov.om.kalender.addDays(prov.idag, 13) });
    prov.dagar(5);
    expect(textOf(renderToString(<Insatstid vy={vyOf(prov)} />))).toContain('Pausad 6 dagar');
    prov.dagar(20);
    const [after = 0, totalAfter] = usedOf() ?? [];
    expect(totalAfter).toBe(total);
    expect(after).toBe(prov.om.kalender.daysBetween(start, prov.idag) - 14);
    expect(after - before).toBe(25 - 14);
  });

  it('stands as the turn in the queue for who waits for a place', async () => {
    const prov = new Prov(await readProfil('vagknuten')).iKo();
    const text = textOf(renderToString(<Koplats vy={vyOf(prov, { kotur: { plats: 2, antal: 7 } })} />));
    expect(text).toContain('Nummer 2 av 7 i kön');
    prov.erbjuds('e');
    expect(textOf(renderToString(<Koplats vy={vyOf(prov)} />))).toContain('En plats är erbjuden: svar senast');
    expect(renderToString(<Koplats vy={vyOf(new Prov(prov.profil))} />)).toBe('');
  });
});

describe('What goes on in a case', () => {
  it('is told: activities, applications and proposals that wait', async () => {
    const prov = new Prov(await readProfil('vagknuten')).iProcess();
    expect(renderToString(<Pagar vy={vyOf(prov)} />)).toBe('');
    prov
      .ta('aktivitet', { slag: 'arbetsprovning', fran: prov.idag })
      .ta('ersattningsansokan', { slag: 'sjukersattning', skickad: prov.idag });
    const text = textOf(renderToString(<Pagar vy={vyOf(prov)} />));
    expect(text).toContain('Arbetsprövning från');
    expect(text).toContain('Ansökan om sjukersättning skickad');
  });

  it('is owed by the named person, with the verksamhet, or by the reader', async () => {
    const vy = vyOf(new Prov(await readProfil('vagknuten')), { namn: { p: 'Pia Provsson', af: 'Arbetsförmedlingen' } });
    expect(agare(vy, { roll: 'medhandlaggare', verksamhet: 'af', person: 'p' })).toBe(
      'Pia Provsson, Arbetsförmedlingen',
    );
    expect(agare(vy, { roll: 'medhandlaggare', verksamhet: 'af', person: vy.personId })).toBe('du');
    expect(agare(vy, { roll: 'teamrepresentant', verksamhet: 'af' })).toBe('Arbetsförmedlingen');
  });
});

describe('The line of phases of a case', () => {
  const line = async (fas: Fas, typer: readonly [typ: string, data?: LastHandelse['data']][], change = {}) =>
    faslinje({
      lage: { fas } as Lage,
      profil: { ...(await readProfil('vagknuten')), ...change },
      handelser: typer.map(([typ, data = {}], version) => ({
        version,
        ordning: 0,
        typ,
        data,
        nar: '2026-11-24T09:00:00Z',
      })),
    }).map(({ namn, lage }) => `${namn}: ${lage}`);

  it('has komplettering, styrgrupp, förgrupp and kö only where the case has been or is', async () => {
    const plain = await line('konsultation', [['remiss_inkommen'], ['pa_dagordning']]);
    for (const rare of ['Komplettering', 'Hos styrgruppen', 'Råd', 'Förgrupp', 'Kö'])
      expect(plain.join()).not.toContain(`${rare}:`);
    const long = await line('ko', [
      ['remiss_inkommen'],
      ['komplettering_begard'],
      ['pa_dagordning'],
      ['rekommendation', { utfall: 'styrgrupp' }],
      ['rekommendation', { utfall: 'inskrivning' }],
      ['ko'],
    ]);
    expect(long.slice(0, 6)).toEqual([
      'Mottagen: klar',
      'Komplettering: klar',
      'Konsultation: klar',
      'Hos styrgruppen: klar',
      'Inskrivning: klar',
      'Kö: pagar',
    ]);
    expect(await line('styrgrupp', [['remiss_inkommen']])).toContain('Hos styrgruppen: pagar');
  });

  it('has a förgrupp where the insats has it: before inskrivning or after it', async () => {
    const before = await line('forgrupp', [['remiss_inkommen'], ['pa_dagordning'], ['forgrupp']], { forgrupp: 'fore' });
    expect(before.slice(2, 4)).toEqual(['Förgrupp: pagar', 'Inskrivning: kommande']);
    const after = await line(
      'forgrupp',
      [
        ['remiss_inkommen'],
        ['pa_dagordning'],
        ['rekommendation', { utfall: 'inskrivning' }],
        ['inskrivning'],
        ['forgrupp'],
      ],
      { forgrupp: 'efter' },
    );
    expect(after.slice(2, 5)).toEqual(['Inskrivning: klar', 'Förgrupp: pagar', 'Kartläggning: kommande']);
  });

  it('speaks the insats’s own words', async () => {
    const own = await line('process', [['remiss_inkommen'], ['kartlaggning']], {
      fasord: { process: 'Coachning', uppfoljning: 'Efterkontakt' },
    });
    expect(own).toContain('Coachning: pagar');
    expect(own).toContain('Efterkontakt: kommande');
  });
});
