import { formatDatum } from '../../api/components/format.js';
import { svenskKalender } from '../../domain/kalender/svensk.js';
import { arendesidan, dagEfter, middag, remissen, type Arendet } from './arendet.js';
import { lankI } from './varld.js';

/** The participation ends today and is completed at once. @returns the last day */
export async function avsluta(arendet: Arendet): Promise<string> {
  const { varld, nummer } = arendet;
  const idag = await varld.inst.today();
  const koordinator = await arendesidan(arendet);
  await koordinator.doesNotSee('Över tiden');
  await koordinator.follow('Avsluta insatsen');
  expect(await koordinator.value('Avslutsdatum')).toBe(idag);
  await koordinator.fill('Analys', 'Arbetar halvtid och vill gå upp i tid.');
  await koordinator.choose('Tar en myndighet eller annan verksamhet över?', 'Ja');
  await koordinator.fill('Mottagande verksamhet', 'Arbetsförmedlingen');
  await koordinator.fill('Kontaktperson där', 'Test rep_af');
  await koordinator.choose('Är överlämningen mottagen?', 'Ja');
  await koordinator.press('Avsluta insatsen');
  await koordinator.sees('Insatsen är avslutad.', `Avslutades ${formatDatum(idag)}.`);
  expect(await koordinator.phases()).toEqual(['Avslut']);

  await koordinator.open('/');
  await koordinator.follow(`Komplettera avslutet i ${nummer}`);
  await koordinator.select('Orsak till avslutet', 'Till arbete, studier eller arbetssökande');
  await koordinator.select('Sysselsättning efter avslutet', 'Arbete, del');
  await koordinator.select('Försörjning efter avslutet', 'Lön eller inkomst av eget företag, del');
  await koordinator.choose('Avslutsenkät', 'Enkäten är lämnad');
  await koordinator.choose('Får personen kontaktas', 'Ja');
  await koordinator.press('Komplettera avslutet');
  await koordinator.sees('Avslutet är komplett.', `Uppgiften öppnas ${oppnas(idag)}.`);
  expect(await koordinator.phases()).toEqual(['90 dagar']);
  await koordinator.follow('Tidslinje');
  await koordinator.sees('Den 90:e dagen efter avslutet', dagEfter(idag, 90));
  await (await remissen(arendet)).sees('90-dagarsuppföljning');
  return idag;
}

/** Tasks open on the morning of a working day. */
const oppnas = (avslutsdatum: string): string => formatDatum(firstContact(avslutsdatum));

const firstContact = (avslutsdatum: string): string =>
  svenskKalender.arbetsdagFrom(svenskKalender.addDays(avslutsdatum, 76));

/** From day 76 the koordinator, led by the mail, tries to reach the person. The result waits for day 90. */
export async function kontakta({ varld, nummer }: Arendet, avslutsdatum: string): Promise<void> {
  await varld.inst.moveTo(middag(firstContact(avslutsdatum), 0));
  const [mail] = await varld.mejl('koordinator', `${nummer}: Följ upp efter 90 dagar`);
  const koordinator = await varld.nyWebblasare('koordinator');
  await koordinator.open(lankI(mail));
  expect(await koordinator.heading()).toContain('Registrera 90-dagarsuppföljningen');
  await koordinator.sees(`Resultatet ska beskriva läget ${dagEfter(avslutsdatum, 90)}`);
  await koordinator.choose('Hur gick uppföljningen?', 'Personen nåddes och har svarat');
  await koordinator.select('Sysselsättning', 'Arbete, hel');
  await koordinator.select('Försörjning', 'Lön eller inkomst av eget företag, hel');
  await koordinator.press('Registrera uppföljningen');
  await koordinator.sees('Ett svar behöver rättas', 'Resultatet ska beskriva läget den 90:e dagen.');

  await koordinator.follow(nummer);
  await koordinator.follow('Registrera kontaktförsök');
  await koordinator.choose('Hur?', 'Per telefon');
  await koordinator.choose('Nådde du personen?', 'Ja');
  await koordinator.press('Registrera kontaktförsöket');
  await koordinator.sees('Kontaktförsöket är registrerat.', '1 av högst 3 försök');
}

/** After the 90th day: what the person did on it is registered, and the case is closed. */
export async function foljUpp({ varld, nummer }: Arendet, avslutsdatum: string): Promise<void> {
  await varld.inst.moveTo(middag(avslutsdatum, 92));
  const koordinator = await varld.som('koordinator');
  await koordinator.open('/');
  await koordinator.follow(`Följ upp efter 90 dagar i ${nummer}`);
  expect(await koordinator.value('Uppgifterna gäller')).toBe(svenskKalender.addDays(avslutsdatum, 90));
  await koordinator.choose('Hur gick uppföljningen?', 'Personen nåddes och har svarat');
  await koordinator.select('Sysselsättning', 'Arbete, hel');
  await koordinator.select('Försörjning', 'Lön eller inkomst av eget företag, hel');
  await koordinator.press('Registrera uppföljningen');
  await koordinator.sees('Uppföljningen är registrerad och ärendet stängt.', 'Avslutad och uppföljd', 'Arbete (hel)');
  expect(await koordinator.phases()).toEqual([]);
}
