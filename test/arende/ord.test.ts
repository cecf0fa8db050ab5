import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { faslinje } from '../../api/pages/arende/faslinje-data.js';
import { hinderIOrd } from '../../api/pages/arende/mening.js';
import { hinder } from '../../domain/hinder.js';
import { handelsetext, handelsetyper } from '../../domain/handelsetexter/index.js';
import { insatshandelsetext, insatshandelsetyper } from '../../domain/insats/handelsetexter.js';
import type { NyHandelse } from '../../domain/forandring.js';
import type { Lage } from '../../domain/lage.js';
import { projectRoot } from '../../prisma/project-root.js';

const skriv = { dag: (dag: string) => dag, tid: (tid: string) => tid, namn: (id: string) => `<${id}>` };

/** The kinds of event that the rules of a case, or of an insats, write, read from the rules themselves. */
function notedTypes(of: 'arende' | 'insats'): string[] {
  const folder = join(projectRoot, 'domain');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
    (file) => file.endsWith('.ts') && file.startsWith('insats/') === (of === 'insats'),
  );
  const found = files.flatMap((file) =>
    [...readFileSync(join(folder, file), 'utf8').matchAll(/\bnote\('(\w+)'/g)].map(([, typ = '']) => typ),
  );
  return [...new Set(found)].toSorted();
}

describe('The words of the timeline', () => {
  it('exist for every kind of event that the rules write, and for no other', () => {
    expect(handelsetyper.toSorted()).toEqual(notedTypes('arende'));
    expect(insatshandelsetyper.toSorted()).toEqual(notedTypes('insats'));
  });

  it.each(insatshandelsetyper)('of an insats’s %s hold even when an older version wrote fewer values', (typ) => {
    const { rubrik, text = '' } = insatshandelsetext(typ, {}, skriv);
    expect(rubrik).not.toBe(typ);
    expect(`${rubrik} ${text}`).not.toMatch(/undefined|NaN/);
  });

  it('of an avslut are the insats’s own, where the profile is at hand', () => {
    const egna = { ...skriv, profil: { koder: { avslutsorsaker: [{ kod: 'egen', namn: 'Till sjöss' }] } } };
    expect(handelsetext('avslutsuppgifter', { orsak: 'egen' }, egna).text).toBe('Orsak: Till sjöss.');
    expect(handelsetext('avslutsuppgifter', { orsak: 'flytt' }, skriv).text).toBe('Orsak: Flytt.');
  });

  it('call phases and roles what the insats calls them', () => {
    const profil = {
      fasord: { process: 'Coachning' },
      rollord: { koordinator: 'Ungdomscoach', sammankallande: 'Hamnkapten', styrgrupp: 'Ledningsgrupp' },
    };
    const egna = { ...skriv, profil };
    expect(handelsetext('fasbyte', { till: 'process', fran: 'kartlaggning' }, egna)).toEqual({
      rubrik: 'Ny arbetsfas: Coachning',
      text: 'Före bytet: Kartläggning.',
    });
    expect(handelsetext('koordinatorsbyte', { koordinator: 'k' }, egna)).toEqual({
      rubrik: 'Byte av ungdomscoach',
      text: 'Ny ungdomscoach: <k>.',
    });
    expect(handelsetext('paminnelse', { till: 'sammankallande' }, egna).rubrik).toBe('Påminnelse till hamnkapten');
    expect(handelsetext('paminnelse', { till: 'ordforande' }, egna).rubrik).toBe(
      'Påminnelse till ordföranden i ledningsgrupp',
    );
    expect(handelsetext('styrgruppslyft', {}, egna).rubrik).toBe('Lyftes till ledningsgrupp');
    expect(handelsetext('styrgruppslyft', {}, skriv).rubrik).toBe('Lyftes till styrgruppen');
    expect(insatshandelsetext('hindersvar', {}, egna).rubrik).toBe('Ledningsgrupp svarade på ett strukturellt hinder');
  });

  it('tell to whom a reminder really went, which step it passed, and why one was not given', () => {
    const paminnelse = (data: NyHandelse['data']) =>
      handelsetext('paminnelse', { uppgift: 'komplettering', avsedd: 'ersattare', ...data }, skriv);
    expect(paminnelse({ till: 'ordforande', saknas: ['ersattare'], samma: ['sammankallande'], kansli: true })).toEqual({
      rubrik: 'Påminnelse till styrgruppens ordförande',
      text: 'Gäller: Komplettera remissen. Ersättare saknas. Sammankallande är samma person som redan har påmints. Kansliet fick också veta det.',
    });
    expect(paminnelse({ stod: true, samma: ['sammankallande'] }).rubrik).toBe('En påminnelse hoppades över');
    expect(paminnelse({ vilar: true }).text).toBe('Gäller: Komplettera remissen. Uppgiften är undanlagd.');
    expect(paminnelse({ till: 'sammankallande', saknas: ['styrgrupp'] }).text).toContain(
      'Ingen annan finns högre upp.',
    );
    expect(paminnelse({ kansli: true }).rubrik).toBe('Ingen fanns att påminna');
  });

  it('write amounts as the pages do', () => {
    const text = handelsetext('medelforslag', { belopp: 12_000, beslutas: 'styrgrupp' }, skriv).text;
    expect(text).toBe('12\u00A0000 kronor. Styrgruppen beslutar.');
  });

  it.each(handelsetyper)('of %s hold even when an older version wrote fewer values', (typ) => {
    const { rubrik, text = '' } = handelsetext(typ, {}, skriv);
    expect(rubrik).not.toBe('');
    expect(rubrik + text).not.toMatch(/undefined|null|NaN|\[object/);
  });

  it('name verksamheter and people by id only through the caller', () => {
    expect(handelsetext('rekommendation', { utfall: 'rad', narvarande: ['a', 'b'], inget_svar: ['c'] }, skriv)).toEqual(
      {
        rubrik: 'Teamets rekommendation: Råd',
        text: 'Närvarande: <a>; <b>. Inget svar från: <c>.',
      },
    );
  });

  it('of an unknown kind are its code', () => {
    expect(handelsetext('nagot_nytt', {}, skriv)).toEqual({ rubrik: 'nagot_nytt' });
  });
});

describe('A refusal', () => {
  it('tells its days in words that no line break parts', () => {
    const refused = hinder('inte_langre', 'Det nya slutet behöver ligga efter dagens slut, 2028-03-07.');
    expect(hinderIOrd(refused)).toBe('Det nya slutet behöver ligga efter dagens slut, tis\u00A07\u00A0mars\u00A02028.');
  });
});

describe('The line of phases', () => {
  const at = (fas: Lage['fas'], ...typer: [typ: string, data?: Record<string, string>][]) =>
    Object.fromEntries(
      faslinje({
        lage: { fas } as Lage,
        handelser: typer.map(([typ, data = {}], version) => ({
          version,
          ordning: 0,
          typ,
          data,
          nar: '2026-11-24T09:00:00Z',
        })),
      }).map(({ namn, lage }) => [namn, lage]),
    );

  it('shows both working phases going on at once', () => {
    const line = at(
      'bada',
      ['remiss_inkommen'],
      ['pa_dagordning'],
      ['inskrivning'],
      ['kartlaggning'],
      ['fasbyte', { till: 'bada' }],
    );
    expect(line).toMatchObject({ Process: 'pagar', Verkställighet: 'pagar', Kartläggning: 'klar', Avslut: 'kommande' });
    expect(line).not.toHaveProperty('Råd');
  });

  it('tells what a closed case never came to', () => {
    expect(at('stangd', ['remiss_inkommen'], ['pa_dagordning'], ['rekommendation', { utfall: 'rad' }])).toMatchObject({
      Mottagen: 'klar',
      Råd: 'klar',
      Inskrivning: 'hoppad',
      '90 dagar': 'hoppad',
    });
  });

  it('shows a case that came back to the team where it is, with what it has behind it', () => {
    expect(
      at('konsultation', ['remiss_inkommen'], ['pa_dagordning'], ['rekommendation', { utfall: 'rad' }]),
    ).toMatchObject({
      Konsultation: 'pagar',
      Råd: 'klar',
      Inskrivning: 'kommande',
    });
  });
});
