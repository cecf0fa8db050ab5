import { formatDatum } from '../../api/components/format.js';
import type { Insatsprofil } from '../../domain/insatsprofil.js';
import { svenskKalender } from '../../domain/kalender/svensk.js';
import { arendesidan, kansliSer, middag, remissen, type Arendet } from './arendet.js';
import { ANTECKNING, anteckna, planera, sidorna } from './arbetet.js';
import { avsluta, foljUpp, kontakta } from './avslutet.js';
import { forlang, foljUppPlanen, kartlagg } from './deltagandet.js';
import { granska, lamnaYttranden, rekommenderaInskrivning, skrivIn } from './konsultationen.js';
import { erbjudPlatsen, oppnaPlats, remittentenSerKon } from './kon.js';
import { HEMLIGT, skickaRemiss, vaknat } from './remissen.js';
import { lankI, startVarld, type Varld } from './varld.js';

/** Real servers, real browsers, no script of ours beside the people's own clicks; only the clock is moved. */
describe('Everybody at their browsers, from the remiss to the follow-up fifteen months later', () => {
  let varld: Varld;
  beforeAll(async () => {
    // nobody has a place until one is opened
    const shape = (profile: Insatsprofil) => ({ ...profile, kapacitet: { ...profile.kapacitet, samtidigt: 0 } });
    varld = await startVarld({ insats: 'vagknuten', javaScript: true, shape });
  });
  afterAll(() => varld?.stop());

  it('is sent, consulted, queued, offered a place, mapped, planned, executed, extended, closed and followed up', async () => {
    const nummer = await skickaRemiss(await varld.som('remittent'), /^Inskrivning/);
    const arendet: Arendet = { varld, nummer, id: await vaknat(varld, nummer) };
    await kansliSer(arendet, 'mottagen', 'Granska remissen, sammankallande');
    const kvitto = await varld.mejl('remittent', `${nummer}: vi har tagit emot din remiss`);
    expect(new URL(lankI(kvitto[0])).pathname).toBe(`/remisser/${nummer}`);

    await granska(arendet);
    await lamnaYttranden(arendet);
    await kansliSer(arendet, 'konsultation', 'Lämna yttrande', 'Teamrepresentant: Försäkringskassan');
    await rekommenderaInskrivning(arendet);
    await skrivIn(arendet);
    await remittentenSerKon(arendet);
    await oppnaPlats(arendet);
    const slut = await erbjudPlatsen(arendet);

    const { startdatum = '' } = await varld.inst.lage(arendet.id);
    expect(slut).toBe(svenskKalender.addMonths(startdatum, 12));
    await varld.inst.moveTo(middag(startdatum, 40));
    await kartlagg(arendet);
    await anteckna(arendet);
    await planera(arendet);
    await sidorna(arendet);
    await foljUppPlanen(arendet);
    await forsenadPlan(arendet);
    await forlang(arendet, slut);

    await varld.inst.moveTo(middag(slut, 5));
    const avslutsdatum = await avsluta(arendet);
    await kansliSer(arendet, 'uppfoljning', `Avslutsdatum ${formatDatum(avslutsdatum)}`, 'Följ upp efter 90 dagar');
    await kontakta(arendet, avslutsdatum);
    await foljUpp(arendet, avslutsdatum);

    await (await remissen(arendet)).sees('Stängd: avslutad och uppföljd');
    await kansliSer(arendet, 'stangd', 'Ärendet är stängt. Det väntar inte på något.');
    await slutligen(arendet, avslutsdatum);
  });
});

/** A planuppföljning that nobody does is seen by kansli as late, and is done in the end. */
async function forsenadPlan(arendet: Arendet): Promise<void> {
  const { varld, id, nummer } = arendet;
  const due = (await varld.inst.lage(id)).uppgifter.find(({ typ }) => typ === 'planuppfoljning')?.forfaller ?? '';
  await varld.inst.moveTo(middag(due, 4));
  await kansliSer(arendet, 'process', 'Registrera planuppföljning, koordinator', 'Försenat 4 dagar');
  await varld.mejl('koordinator', `${nummer}: påminnelse – Registrera planuppföljning`);
  const koordinator = await arendesidan(arendet);
  await koordinator.follow('Registrera planuppföljning');
  await koordinator.fill('Vad kom ni fram till?', 'Går framåt, men sent uppföljt.');
  await koordinator.press('Registrera planuppföljningen');
  await koordinator.sees('Går framåt, men sent uppföljt.');
}

/** What is left when everybody has gone home: the records, the trace, and mails that say nothing about the person. */
async function slutligen({ varld, id }: Arendet, avslutsdatum: string): Promise<void> {
  const { prisma, mail, grund } = varld.inst;
  const row = await prisma.arende.findUniqueOrThrow({
    where: { id },
    include: { handelser: true, uppgifter: true, avslut: true },
  });
  expect(row).toMatchObject({ fas: 'stangd', stangdSom: 'uppfoljd', koordinatorId: grund.person.koordinator });
  expect(row.avslut?.avslutsdatum.toISOString().slice(0, 10)).toBe(avslutsdatum);
  expect(row.uppgifter.filter(({ avslutad }) => avslutad === null)).toEqual([]);
  expect(new Set(row.handelser.map(({ version }) => version)).size).toBe(row.version);
  const once = [
    'granskning',
    'rekommendation',
    'personens_svar',
    'inskrivning',
    'erbjudandesvar',
    'genomforandeplan',
    'kartlaggning',
    'avslut',
    'uppfoljning',
  ];
  for (const typ of once) expect(row.handelser.filter((one) => one.typ === typ)).toHaveLength(1);

  const readers = await prisma.logg.findMany({ where: { arendeId: id }, distinct: ['avId'], select: { avId: true } });
  expect(readers.map(({ avId }) => avId)).toEqual(
    expect.arrayContaining([grund.person.remittent, grund.person.koordinator, grund.person.kansli]),
  );
  const sent = mail.map(({ subject, text, html }) => `${subject} ${text} ${String(html)}`).join('\n');
  for (const secret of [...HEMLIGT, ANTECKNING]) expect(sent).not.toContain(secret);
}
