import { svenskKalender as kalender } from '../../domain/kalender/svensk.js';
import type { Insatsprofil, Paminnelsesteg } from '../../domain/insatsprofil.js';
import { kanAnvandas, kontrolleraProfil } from '../../domain/profilkontroll.js';
import { readProfil } from '../../prisma/seed/profiler.js';

const samba = await readProfil('samba_lis');
const om = { nu: '2026-11-02T09:00:00.000Z', kalender };
const team = samba.team[0];

const kontroll = (andring: Partial<Insatsprofil>, underlag = {}) =>
  kontrolleraProfil({ ...samba, ...andring }, { ...om, ...underlag });
const frister = (andring: Partial<Insatsprofil['frister']>) => kontroll({ frister: { ...samba.frister, ...andring } });
const ettTeam = (andring: Partial<typeof team>) => kontroll({ team: [{ ...team, ...andring }] });

const stege = (standard: readonly Paminnelsesteg[]) => kontroll({ paminnelser: { standard } });

test('a profile that fits together has nothing to remark on', () => {
  expect(kontroll({})).toEqual([]);
});

test.each<[string, ReturnType<typeof kontroll>, 'fel' | 'varning', string, RegExp]>([
  [
    'a yttrande due after the agenda has closed',
    frister({ yttrandeArbetsdagarFore: 9 }),
    'fel',
    'frister',
    /Yttrandet/,
  ],
  [
    'an agenda that closes before the meeting before',
    frister({ agendaStangerArbetsdagar: 15 }),
    'varning',
    'team',
    /stänger/,
  ],
  ['a follow-up whose days are out of order', frister({ uppfoljningDag: 110 }), 'fel', 'frister', /fel ordning/],
  [
    'a quorum larger than the verksamheter of the team',
    kontroll({}, { verksamheterITeam: { samverkansteam: 2 } }),
    'fel',
    'team',
    /bara 2 sitter/,
  ],
  ['more earmarked slots than slots', ettTeam({ platser: 3, oronmarkta: 4 }), 'fel', 'team', /öronmärkta/],
  [
    "a kommun of a team that is not the insats's",
    ettTeam({ kommuner: ['0881', '0862', '0880'] }),
    'fel',
    'team',
    /Kalmar/,
  ],
  ['a kommun that no team takes', ettTeam({ kommuner: ['0881'] }), 'fel', 'team', /Emmaboda/],
  ['two teams of one code', kontroll({ team: [team, team] }), 'fel', 'team', /Två team/],
  [
    'a team with open ärenden taken away',
    kontroll({}, { teamMedArenden: ['gammalt'] }),
    'fel',
    'team',
    /öppna ärenden/,
  ],
  [
    'a summer break that covers every meeting',
    ettTeam({ moten: { ...team.moten, uppehall: { fran: '01-01', till: '12-31' } } }),
    'fel',
    'team',
    /inget möte/,
  ],
  [
    'a first meeting years ahead',
    ettTeam({ moten: { ...team.moten, forsta: '2029-01-08' } }),
    'fel',
    'team',
    /inget möte/,
  ],
  [
    'a goal that counts an unknown code',
    kontroll({ mal: [{ procent: 5, text: 'x', taljare: { vid: 'avslut', slag: 'orsak', koder: ['okand'] } }] }),
    'fel',
    'mal',
    /okand/,
  ],
  [
    'ladder steps out of order',
    kontroll({
      paminnelser: {
        standard: [
          { arbetsdagar: 5, till: 'ansvarig' },
          { arbetsdagar: 0, till: 'sammankallande' },
        ],
      },
    }),
    'fel',
    'paminnelser',
    /fel ordning/,
  ],
  [
    'a step up before the last day',
    stege([
      { arbetsdagar: -3, till: 'sammankallande' },
      { arbetsdagar: 0, till: 'sammankallande' },
    ]),
    'fel',
    'paminnelser',
    /före sista dagen/,
  ],
  ['a ladder without steps', stege([]), 'fel', 'paminnelser', /tomma/],
  [
    'an ersättare of a role that has none',
    kontroll({ paminnelser: { ...samba.paminnelser, granskning: samba.paminnelser.standard } }),
    'fel',
    'paminnelser',
    /sammankallande har ingen ersättare/,
  ],
  [
    'a ladder that never reminds who owes the task',
    stege([{ dagar: 1, till: 'ersattare' }]),
    'varning',
    'paminnelser',
    /aldrig själv/,
  ],
  [
    'two age rules',
    kontroll({
      behorighet: [
        { slag: 'alder', fran: 20, text: 'a' },
        { slag: 'alder', fran: 30, text: 'b' },
      ],
    }),
    'fel',
    'behorighet',
    /åldersregel/,
  ],
  [
    'an age rule the wrong way round',
    kontroll({ behorighet: [{ slag: 'alder', fran: 60, till: 20, text: 'a' }] }),
    'fel',
    'behorighet',
    /lägsta/,
  ],
  [
    'a priority without a queue',
    kontroll({
      kapacitet: { pausFrigorPlats: false },
      behorighet: [{ slag: 'prioritet', poang: 1, villkor: { slag: 'nollplacerad' }, text: 'x' }],
    }),
    'varning',
    'behorighet',
    /ingen kö/,
  ],
  [
    'warnings of the end out of order',
    kontroll({ insatstid: { slag: 'mjuk', manader: 12, varningDagarFore: [7, 90] } }),
    'fel',
    'faser',
    /fel ordning/,
  ],
  [
    'no time to extend a hard limit',
    kontroll({ insatstid: { slag: 'hard', manader: 12, varningDagarFore: [5] } }),
    'fel',
    'faser',
    /förlängning/,
  ],
  [
    'a ceiling above the sum of the year',
    kontroll({ medel: { riktlinjer: 'x', takPerBeslut: 10, arssumma: 5 } }),
    'fel',
    'pengar',
    /Taket/,
  ],
])('%s is remarked on, and the remark says where it is mended', (_vad, anmarkningar, grad, del, mening) => {
  expect(anmarkningar).toEqual(
    expect.arrayContaining([expect.objectContaining({ grad, del, mening: expect.stringMatching(mening) as string })]),
  );
  expect(kanAnvandas(anmarkningar)).toBe(!anmarkningar.some((one) => one.grad === 'fel'));
});
