import { uteslutningsregler } from '../../domain/behorighet.js';
import { readProfil } from '../../prisma/seed/profiler.js';
import type { Besokare } from './besokare.js';
import type { Varld } from './varld.js';
import { until } from '../support/until.js';

/** What nobody without right to the ärende may ever read. */
export const HEMLIGT = [
  'Prov Personsson',
  '19800101-2387',
  '198001012387',
  '070-174 06 05',
  'Har varit borta från arbetslivet länge.',
  'Kan psykiatrin och Arbetsförmedlingen arbeta samtidigt?',
  'Ekonomiskt bistånd',
] as const;

const NUMMER = 'Personnummer, samordningsnummer eller reservnummer';
const [NAMN, PERSONNUMMER, , TELEFON, SITUATION, FRAGA] = HEMLIGT;

/** The form from the first page to the receipt, with a wrong personnummer on the way. @returns the ärende's number */
export async function skickaRemiss(remittent: Besokare, syfte: RegExp): Promise<string> {
  await remittent.open('/');
  await remittent.sees('Du har inga öppna remisser.');
  await remittent.follow('Ny remiss');
  await remittent.choose('Vilken insats gäller remissen?', 'Vägknuten');
  await remittent.choose('Vad vill du med remissen?', syfte);
  await remittent.choose('Hur ska personen anges?', 'Med namn och personnummer');
  await remittent.press('Spara och fortsätt');

  await fyllIPersonen(remittent);
  await fyllISamtycket(remittent);
  await fyllIBakgrunden(remittent);
  await remittent.fill('Din fråga till teamet', FRAGA);
  await remittent.press('Spara och fortsätt');

  expect(await remittent.heading()).toContain('Kontrollera och skicka');
  await remittent.sees(NAMN, PERSONNUMMER, SITUATION, FRAGA, 'Personen ska ha fyllt 18 år.');
  await remittent.doesNotSee('Inte uppfyllt');
  await remittent.press('Skicka remiss');
  expect(await remittent.heading()).toBe('Remissen är skickad');
  return /[A-Z]+-\d{4}-\d{4}/.exec(await remittent.text())?.[0] ?? '';
}

async function fyllIPersonen(remittent: Besokare): Promise<void> {
  await remittent.fill(NUMMER, '19800101-2388');
  await remittent.fill('Namn', NAMN);
  await remittent.choose('Kön', 'Kvinna');
  await remittent.select('Kommun där personen bor', 'Oskarshamn');
  await remittent.fill('Telefon (frivilligt)', TELEFON);
  for (const { text } of uteslutningsregler(await readProfil('vagknuten'))) await remittent.choose(text, 'Nej');
  await remittent.press('Spara och fortsätt');

  expect(await remittent.page.title()).toMatch(/^Fel:/);
  await remittent.sees('Ett svar behöver rättas', 'Kontrollera personnumret: siffrorna stämmer inte med varandra.');
  expect(await remittent.value('Namn')).toBe(NAMN);
  await remittent.fill(NUMMER, PERSONNUMMER);
  await remittent.press('Spara och fortsätt');
}

async function fyllISamtycket(remittent: Besokare): Promise<void> {
  expect(await remittent.heading()).toContain('Samtycke');
  await remittent.fill('Samtycket gäller från och med', '2024-05-02');
  await remittent.choose('Hur lämnades samtycket?', 'Skriftligt');
  for (const verksamhet of ['Försäkringskassan', 'Kommunens socialtjänst', 'Arbetsförmedlingen', 'Vuxenpsykiatrin'])
    await remittent.tick(verksamhet, ['Sysselsättning och arbetsförmåga', 'Hälsa och vård']);
  await remittent.choose('Har personen sagt ja till att räknas i statistik?', 'Ja');
  await remittent.press('Spara och fortsätt');
}

async function fyllIBakgrunden(remittent: Besokare): Promise<void> {
  await remittent.fill('Personens situation', SITUATION);
  await remittent.select('Försörjning i dag', 'Ekonomiskt bistånd, hel');
  await remittent.tick('Sysselsättning i dag', ['Ingen sysselsättning']);
  await remittent.choose('Högsta avslutade utbildning', 'Gymnasium');
  await remittent.choose('Tid i offentlig försörjning', '1 till 3 år');
  await remittent.press('Spara och fortsätt');
}

/** Waits until the ärende that was sent has come to life, and returns its id. */
export async function vaknat({ inst: { prisma } }: Varld, nummer: string): Promise<string> {
  await until('the workflow of the ärende', async () => (await prisma.motoruppdrag.count()) === 0, 60_000);
  const { id } = await prisma.arende.findUniqueOrThrow({ where: { nummer }, select: { id: true } });
  return id;
}
