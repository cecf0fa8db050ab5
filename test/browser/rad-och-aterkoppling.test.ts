import { formatDatum, formatTidpunkt } from '../../api/components/format.js';
import { svenskKalender } from '../../domain/kalender/svensk.js';
import { kansliSer, middag, remissen, type Arendet } from './arendet.js';
import { granska, lamnaYttranden, tillMotet } from './konsultationen.js';
import { HEMLIGT, skickaRemiss, vaknat } from './remissen.js';
import { startVarld, type Varld } from './varld.js';

const FRAGAN = 'Vilka myndigheter har personen kontakt med nu?';
const SVARET = 'Bara med oss och vårdcentralen.';

/** The other way through the process, in browsers that run no script at all. */
describe('Without JavaScript, from the remiss over råd to a closed ärende without inskrivning', () => {
  let varld: Varld;
  beforeAll(async () => {
    varld = await startVarld({ insats: 'vagknuten', javaScript: false });
  });
  afterAll(() => varld?.stop());

  it('is added to, gets råd that does not work, comes back to the team, gets råd again and is closed', async () => {
    const nummer = await skickaRemiss(await varld.som('remittent'), /^Konsultation/);
    const arendet: Arendet = { varld, nummer, id: await vaknat(varld, nummer) };
    await komplettera(arendet);
    await granska(arendet);
    await lamnaYttranden(arendet);

    const first = await gesRad(arendet, 'Pröva detta först.');
    await paminns(arendet);
    await aterkoppla(arendet, 'Gick inte', 'Personen blev sjuk.');
    const { mote } = await varld.inst.lage(arendet.id);
    expect((mote?.borjar ?? '') > first).toBe(true);
    await (await remissen(arendet)).sees('Ska tas upp på teamets möte', formatTidpunkt(mote?.borjar ?? ''));
    await kansliSer(arendet, 'konsultation', 'Lämna yttrande');

    await gesRad(arendet, 'Nu med mer stöd.');
    await aterkoppla(arendet, 'Genomfört', '');
    await (await remissen(arendet)).sees('Stängd: råd genomfört', 'Pröva detta först.', 'Nu med mer stöd.');
    await kansliSer(arendet, 'stangd', 'Ärendet är stängt.');
    await slutligen(arendet);
  });
});

/** Sammankallande asks for more before the remiss is taken in, and the remittent answers. */
async function komplettera({ varld, nummer }: Arendet): Promise<void> {
  const sammankallande = await varld.som('sammankallande');
  await sammankallande.open('/');
  await sammankallande.follow(`Granska remissen i ${nummer}`);
  await sammankallande.choose('Tas remissen emot?', 'Begär komplettering');
  await sammankallande.press('Registrera granskningen');
  await sammankallande.sees('Skriv vad remissen behöver kompletteras med.');
  await sammankallande.fill('Skäl eller fråga till remittenten', FRAGAN);
  await sammankallande.press('Registrera granskningen');
  await sammankallande.sees('Frågan är skickad till remittenten.');

  await varld.mejl('remittent', `${nummer}: Komplettera remissen`);
  const remittent = await varld.som('remittent');
  await remittent.open('/');
  await remittent.follow(`Komplettera remissen i ${nummer}`);
  await remittent.sees(FRAGAN);
  await remittent.fill('Komplettering', SVARET);
  await remittent.press('Skicka kompletteringen');
  await remittent.sees('Kompletteringen är skickad.', SVARET);

  await sammankallande.open('/');
  await sammankallande.follow(nummer);
  await sammankallande.sees(FRAGAN, SVARET);
}

/** At the meeting the team gives råd with two actions, which the remittent then reads. @returns when the meeting began */
async function gesRad(arendet: Arendet, motivering: string): Promise<string> {
  const { varld } = arendet;
  const borjar = await tillMotet(arendet, 'uppgifterna');
  const senast = svenskKalender.addDays(await varld.inst.today(), 30);
  const sammankallande = await varld.som('sammankallande');
  await sammankallande.choose('Teamet rekommenderar', /^Råd/);
  await sammankallande.fill('Motivering', motivering);
  await sammankallande.press('Registrera rekommendation');
  await sammankallande.sees('Skriv minst en åtgärd när teamet ger råd.');
  expect(await sammankallande.value('Motivering')).toBe(motivering);

  await sammankallande.fillRow('Åtgärd 1', { 'Vad ska göras?': 'Boka läkartid', Senast: senast }, 'Vuxenpsykiatrin');
  await sammankallande.unfold('Fler åtgärder');
  await sammankallande.fillRow(
    'Åtgärd 2',
    { 'Vad ska göras?': 'Ring praktikplatsen', Senast: senast },
    'Arbetsförmedlingen',
  );
  await sammankallande.press('Registrera rekommendation');
  await sammankallande.sees('Rekommendationen är registrerad: Råd.', 'Boka läkartid', 'Ring praktikplatsen');
  expect(await sammankallande.phases()).toEqual(['Råd']);

  const sida = await remissen(arendet);
  await sida.sees('Teamets rekommendation: råd', motivering, 'Boka läkartid', 'Ring praktikplatsen', 'Ansvarig: du');
  return borjar;
}

/** Six weeks later: the task stands on the remittent's first page, and a reminder is in the mail. */
async function paminns({ varld, nummer, id }: Arendet): Promise<void> {
  const due = (await varld.inst.lage(id)).uppgifter.find(({ typ }) => typ === 'aterkoppling')?.forfaller ?? '';
  expect(await remissen({ varld, nummer, id }).then((sida) => sida.part('Nästa steg'))).toContain(formatDatum(due));
  await varld.inst.moveTo(middag(due, 0));
  await varld.mejl('remittent', `${nummer}: påminnelse – Återkoppla på rådet`);
}

async function aterkoppla({ varld, nummer }: Arendet, hur: string, text: string): Promise<void> {
  const remittent = await varld.som('remittent');
  await remittent.open('/');
  await remittent.follow(`Återkoppla på rådet i ${nummer}`);
  await remittent.choose('Hur gick det?', hur);
  await remittent.fill('Beskriv', text);
  await remittent.press('Skicka återkopplingen');
  await remittent.sees('Återkopplingen är skickad');
}

async function slutligen({ varld, id }: Arendet): Promise<void> {
  const { prisma, mail } = varld.inst;
  const row = await prisma.arende.findUniqueOrThrow({ where: { id }, include: { handelser: true, uppgifter: true } });
  expect(row).toMatchObject({ fas: 'stangd', stangdSom: 'rad_genomfort', startdatum: null, koordinatorId: null });
  expect(row.uppgifter.filter(({ avslutad }) => avslutad === null)).toEqual([]);
  expect(row.handelser.filter(({ typ }) => typ === 'rekommendation')).toHaveLength(2);
  expect(await prisma.atgard.count()).toBe(4);
  const sent = mail.map(({ subject, text, html }) => `${subject} ${text} ${String(html)}`).join('\n');
  for (const secret of [...HEMLIGT, 'Personen blev sjuk.', FRAGAN, SVARET]) expect(sent).not.toContain(secret);
}
