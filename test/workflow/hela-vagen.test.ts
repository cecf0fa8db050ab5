import { randomUUID } from 'node:crypto';
import { recordHistory } from '../replay/record.js';
import { startInstallation, type Installation } from '../support/installation.js';
import { until } from '../support/until.js';

/** The same case as a person would live it: from the remiss to the follow-up, fifteen months. */
describe('A case, from the remiss to the 90-day follow-up', () => {
  let inst: Installation;
  beforeAll(async () => {
    inst = await startInstallation({ insats: 'vagknuten' });
  });
  afterAll(() => inst.stop());

  it('is received, consulted, enrolled, mapped, executed, closed and followed up, each step decided once', async () => {
    const id = await inst.send();
    const { verksamhet, person } = inst.grund;
    expect((await inst.lage(id)).fas).toBe('mottagen');

    expect(await inst.decide(id, 'granskning', 'sammankallande', { utfall: 'accepterad' }, {})).toMatchObject({
      slag: 'fattat',
    });
    await inst.decide(id, 'yttrande', 'rep_af', { verksamhet: verksamhet.af }, { text: 'Vi har en plats.' });
    const mote = (await inst.lage(id)).mote;
    await inst.moveTo(mote?.borjar ?? '');
    await inst.decide(
      id,
      'rekommendation',
      'sammankallande',
      { utfall: 'inskrivning', narvarande: Object.values(verksamhet) },
      { motivering: 'Behöver samordning.', atgarder: [] },
    );
    const svarsdag = await inst.today();
    await inst.decide(
      id,
      'personens_svar',
      'remittent',
      { svar: 'ja', datum: svarsdag },
      { till: 'Test', satt: 'mote' },
    );
    await inst.decide(
      id,
      'inskrivning',
      'sammankallande',
      { beslutsdatum: svarsdag, startdatum: svarsdag, koordinator: person.koordinator, overinskrivning: false },
      {},
    );
    expect(await inst.lage(id)).toMatchObject({ fas: 'kartlaggning', koordinator: person.koordinator });

    await inst.moveTo(later(svarsdag, 40));
    await inst.decide(
      id,
      'kartlaggning',
      'koordinator',
      { klar: await inst.today(), spar: 'langre_insats' },
      { instrument: 'Tuba', utfordAv: 'Test', certifierad: true, sammanfattning: 'Kan mer än vad som syns.' },
    );
    await inst.decide(id, 'fasbyte', 'koordinator', { till: 'bada' }, {});
    await inst.moveTo(later(svarsdag, 200));
    await inst.decide(
      id,
      'planuppfoljning',
      'koordinator',
      { datum: await inst.today(), steg: 3 },
      { text: 'Går framåt.' },
    );

    await inst.moveTo(later(svarsdag, 330));
    await inst.decide(
      id,
      'avslut',
      'koordinator',
      { avslutsdatum: await inst.today() },
      { analys: 'Arbetar halvtid.' },
    );
    await inst.decide(
      id,
      'avslutsuppgifter',
      'koordinator',
      { orsak: 'arbete_studier_arbetssokande' },
      {
        sysselsattning: [{ kod: 'arbete', omfattning: 'del' }],
        forsorjning: [{ kod: 'lon', omfattning: 'del' }],
        farKontaktas: true,
      },
    );
    const { avslutsdatum = '' } = await inst.lage(id);
    await inst.moveTo(later(avslutsdatum, 77));
    await inst.decide(
      id,
      'kontaktforsok',
      'koordinator',
      { datum: await inst.today(), naddes: true },
      { satt: 'telefon' },
    );
    await inst.moveTo(later(avslutsdatum, 91));
    await inst.decide(
      id,
      'uppfoljning',
      'koordinator',
      { resultat: 'nadd', datum: await inst.today() },
      { sysselsattning: [{ kod: 'arbete', omfattning: 'hel' }], forsorjning: [{ kod: 'lon', omfattning: 'hel' }] },
    );

    await expect(inst.handle(id).result()).resolves.toBeUndefined();
    await recordHistory(inst, id, 'inskrivning-till-uppfoljning');
    const row = await inst.prisma.arende.findUniqueOrThrow({ where: { id }, include: { handelser: true } });
    expect(row).toMatchObject({ fas: 'stangd', stangdSom: 'uppfoljd' });
    const decided = row.handelser.filter((one) => one.beslutId !== null).map((one) => one.typ);
    expect(decided.filter((typ) => typ === 'avslut')).toHaveLength(1);
    expect(new Set(row.handelser.map((one) => one.version)).size).toBe(row.version);
  });

  it('is closed without inskrivning when the råd has been followed', async () => {
    const id = await inst.send();
    await inst.decide(id, 'granskning', 'sammankallande', { utfall: 'accepterad' }, {});
    const first = (await inst.lage(id)).mote?.borjar ?? '';
    await inst.moveTo(first);
    await recommendRad(inst, id);
    const { uppgifter } = await inst.lage(id);
    expect(uppgifter.map(({ typ }) => typ)).toEqual(['aterkoppling']);

    await inst.moveTo(later(uppgifter[0]?.forfaller ?? '', -3));
    await inst.decide(id, 'aterkoppling', 'remittent', { utfall: 'gick_inte' }, { text: 'Personen blev sjuk.' });
    const again = await inst.lage(id);
    expect(again.fas).toBe('konsultation');
    expect((again.mote?.borjar ?? '') > first).toBe(true);

    await inst.moveTo(again.mote?.borjar ?? '');
    await recommendRad(inst, id);
    await inst.decide(id, 'aterkoppling', 'remittent', { utfall: 'genomfort' }, {});
    await expect(inst.handle(id).result()).resolves.toBeUndefined();
    await recordHistory(inst, id, 'rad-och-stangd');
    expect(await inst.lage(id)).toMatchObject({
      fas: 'stangd',
      stangdSom: 'rad_genomfort',
      uppgifter: [],
      frister: [],
    });
  });

  it('tells each person what to do by mail, with the number and a link and nothing else', async () => {
    await until('the mails', () => inst.mail.length > 10);
    const text = inst.mail.map((mail) => `${mail.subject} ${mail.text} ${String(mail.html)}`).join('\n');
    expect(text).toContain('VAG-');
    for (const secret of ['Prov Personsson', '198001012387', 'Lång frånvaro', 'Går framåt', 'blev sjuk'])
      expect(text).not.toContain(secret);
  });
});

const recommendRad = (inst: Installation, id: string) =>
  inst.decide(
    id,
    'rekommendation',
    'sammankallande',
    { utfall: 'rad', narvarande: Object.values(inst.grund.verksamhet) },
    {
      motivering: 'Pröva detta först.',
      atgarder: [
        { id: randomUUID(), atgard: 'Boka tid', verksamhet: inst.grund.verksamhet.psykiatri, senast: '2030-01-01' },
      ],
    },
  );

/** Noon, a number of days after a day. */
const later = (dag: string, dagar: number): string =>
  new Date(Date.parse(`${dag}T11:00:00Z`) + dagar * 86_400_000).toISOString();
