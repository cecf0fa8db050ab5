import { formatDatum } from '../../api/components/format.js';
import { svenskKalender } from '../../domain/kalender/svensk.js';
import { arendesidan, middag, type Arendet } from './arendet.js';

/** The kartläggning is done and the case goes on, both phases open for a while and then one again. */
export async function kartlagg(arendet: Arendet): Promise<void> {
  const koordinator = await arendesidan(arendet);
  await koordinator.follow('Avsluta kartläggningen');
  await koordinator.choose('Instrument', 'Tuba');
  await koordinator.fill('Gjord av', 'Test koordinator');
  await koordinator.choose('Är den som gjorde kartläggningen certifierad?', 'Ja');
  await koordinator.fill('Sammanfattning', 'Kan mer än vad som syns.');
  await koordinator.fill('Resurser (frivilligt)', 'Vana vid djur.');
  await koordinator.choose('Spår', 'Längre insats');
  await koordinator.press('Avsluta kartläggningen');
  await koordinator.sees('Kartläggningen är avslutad.', 'Kan mer än vad som syns.', 'Längre insats');
  expect(await koordinator.phases()).toEqual(['Process']);

  for (const [till, faser] of [
    ['Process och verkställighet', ['Process', 'Verkställighet']],
    ['Process', ['Process']],
  ] as const) {
    await koordinator.follow('Byt arbetsfas');
    await koordinator.choose('Ny fas', new RegExp(`^${till}$`));
    await koordinator.press('Byt fas');
    await koordinator.sees(`Ärendet är nu i fasen ${till}.`);
    expect(await koordinator.phases()).toEqual(faser);
  }
}

/** The plan is looked over on the day when it is due, from the koordinator's list. */
export async function foljUppPlanen({ varld, nummer, id }: Arendet): Promise<void> {
  const due = (await varld.inst.lage(id)).uppgifter.find(({ typ }) => typ === 'planuppfoljning')?.forfaller ?? '';
  await varld.inst.moveTo(middag(due, 0));
  const koordinator = await varld.som('koordinator');
  await koordinator.open('/');
  expect(await koordinator.row(`Registrera planuppföljning i ${nummer}`)).toContain('I dag');
  await koordinator.follow(`Registrera planuppföljning i ${nummer}`);
  await koordinator.fill('Vad kom ni fram till?', 'Arbetsprövning två dagar i veckan.');
  await koordinator.choose('Deltagarens egen skattning', '3. Prövar på');
  await koordinator.press('Registrera planuppföljningen');
  const next = svenskKalender.arbetsdagFrom(svenskKalender.addDays(due, 90));
  await koordinator.sees('Planuppföljningen är registrerad.', 'Arbetsprövning två dagar i veckan.', '3. Prövar på');
  expect(await koordinator.part('Nästa steg')).toContain(formatDatum(next));
}

/** The task opens 90 days before the end; the koordinator proposes, sammankallande grants. @returns the new last day */
export async function forlang(arendet: Arendet, slut: string): Promise<string> {
  const { varld, nummer } = arendet;
  await varld.inst.moveTo(middag(svenskKalender.arbetsdagFrom(svenskKalender.addDays(slut, -90)), 0));
  const koordinator = await varld.som('koordinator');
  await koordinator.open('/');
  await koordinator.follow(`Planera för insatstidens slut i ${nummer}`);
  await koordinator.sees(`Insatstiden går ut ${formatDatum(slut)}.`);
  const nyttSlut = svenskKalender.addMonths(slut, 3);
  await koordinator.fill('Varför behövs mer tid?', 'Praktiken började sent.');
  await koordinator.fill('Förläng till och med', nyttSlut);
  await koordinator.press('Föreslå förlängning');
  await koordinator.sees(
    'Förslaget är skickat till sammankallande.',
    `Förlängning till ${formatDatum(nyttSlut)} är föreslagen.`,
  );

  const sammankallande = await varld.som('sammankallande');
  await sammankallande.open('/');
  await sammankallande.follow(`Besluta om förlängning i ${nummer}`);
  await sammankallande.sees('Praktiken började sent.', formatDatum(nyttSlut));
  await sammankallande.choose('Beslut', /^Bevilja förlängning/);
  await sammankallande.press('Besluta om förlängningen');
  await sammankallande.sees(`Förlängning är beviljad till ${formatDatum(nyttSlut)}.`);
  await (await arendesidan(arendet)).sees(`Slut ${formatDatum(nyttSlut)}.`);
  return nyttSlut;
}
