import { formatDatum } from '../../api/components/format.js';
import { until } from '../support/until.js';
import { remissen, type Arendet } from './arendet.js';

/** Sammankallande opens a place: a change of the insats's profile, looked over and published in the interface. */
export async function oppnaPlats({ varld, nummer, id }: Arendet): Promise<void> {
  const sammankallande = await varld.som('sammankallande');
  await sammankallande.open('/');
  await sammankallande.follow('Insats');
  await sammankallande.sees('De som väntar på plats, i turordning', nummer, 'Efter beslutsdatum');
  await sammankallande.follow('Läs profilen');
  await sammankallande.open(`/insatser/${varld.inst.grund.insats.kod}/profil/andra/kapacitet`);
  await sammankallande.fill('Samtidiga platser (frivilligt)', '1');
  await sammankallande.press('Spara ändringen');
  await sammankallande.fill('Vad har ändrats, och varför?', 'En plats till.');
  await sammankallande.press('Publicera version 2');
  const offered = async () => (await varld.inst.lage(id)).uppgifter.some(({ typ }) => typ === 'platserbjudande');
  await until('the offer of the new place', offered, 60_000);
}

/**
 * The koordinator offers the place: the person is not reached at first, and then takes it from today.
 *
 * @returns the last day of the insatstid
 */
export async function erbjudPlatsen({ varld, nummer, id }: Arendet): Promise<string> {
  await varld.mejl('koordinator', `${nummer}: Erbjud platsen`);
  const koordinator = await varld.som('koordinator');
  await koordinator.open('/');
  await koordinator.follow(nummer);
  expect(await koordinator.part('Nästa steg')).toContain('En plats är ledig.');
  await koordinator.follow('Registrera kontakt om platsen');
  await koordinator.choose('Hur?', 'Per telefon');
  await koordinator.choose('Nådde du personen?', 'Nej');
  await koordinator.press('Registrera kontakten');
  await koordinator.sees('Kontakten är registrerad.');

  await koordinator.follow('Registrera svar på erbjudandet');
  await koordinator.choose('Vad hände?', /^Ja/);
  await koordinator.fill('Startdatum', await varld.inst.today());
  await koordinator.fill('Till vem svarade personen?', 'Koordinatorn');
  await koordinator.choose('Hur svarade personen?', 'Per telefon');
  await koordinator.press('Registrera svaret');
  await koordinator.sees('Personen tog platsen och är inskriven.');
  expect(await koordinator.phases()).toEqual(['Kartläggning']);
  expect(await koordinator.part('Nästa steg')).toContain('Avsluta kartläggningen');
  const slut = (await varld.inst.lage(id)).insatstid?.slut ?? '';
  await koordinator.sees(`Slut ${formatDatum(slut)}.`);
  return slut;
}

/** The sender learns that her remiss waits for a place. */
export async function remittentenSerKon(arendet: Arendet): Promise<void> {
  await (await remissen(arendet)).sees('Ställdes i kö', 'Alla platser är upptagna.');
}
