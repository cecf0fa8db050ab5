import { formatTidpunkt } from '../../api/components/format.js';
import { remissen, type Arendet } from './arendet.js';
import { HEMLIGT } from './remissen.js';

/** Sammankallande finds the remiss on her first page and takes it in; the page tells when the team meets. */
export async function granska({ varld, nummer, id }: Arendet): Promise<void> {
  const sammankallande = await varld.som('sammankallande');
  await sammankallande.open('/');
  await sammankallande.sees('1 remiss väntar på granskning.');
  await sammankallande.follow(`Granska remissen i ${nummer}`);
  await sammankallande.choose('Tas remissen emot?', 'Ta emot remissen');
  await sammankallande.press('Registrera granskningen');
  await sammankallande.sees('Remissen är mottagen.', 'Lämna yttrande');
  expect(await sammankallande.phases()).toEqual(['Konsultation']);

  const { mote } = await varld.inst.lage(id);
  const sida = await remissen({ varld, nummer, id });
  await sida.sees('Ska tas upp på teamets möte', formatTidpunkt(mote?.borjar ?? ''));
}

/** Three of the team's four verksamheter answer before the meeting, each from her own list of tasks. */
export async function lamnaYttranden({ varld, nummer }: Arendet): Promise<void> {
  const yttranden = [
    ['rep_af', 'Vi har en plats på jobbspåret.'],
    ['rep_psykiatri', 'Behandlingen kan gå jämsides.'],
    ['rep_kommun', 'Praktik finns i kommunens förråd.'],
  ] as const;
  for (const [rep, text] of yttranden) {
    const besokare = await varld.som(rep);
    await besokare.open('/');
    await besokare.sees('1 uppgift väntar på dig');
    await besokare.follow(`Lämna yttrande i ${nummer}`);
    await besokare.fill('Yttrande', text);
    await besokare.press('Lämna yttrande');
    await besokare.sees('Yttrandet är lämnat.');
  }
  const lasare = await varld.som('rep_af');
  await lasare.follow('Möten och yttranden');
  await lasare.sees(...yttranden.map(([, text]) => text));
  await lasare.goUp();
  await lasare.sees('Inget väntar på dig.');
}

export const MOTIVERING = 'Flera behöver arbeta samtidigt.';

/**
 * The clock moves to the meeting and sammankallande opens the form for what the team recommends, from her tasks or from
 * the meeting's own page. @returns when the meeting began
 */
export async function tillMotet({ varld, nummer, id }: Arendet, fran: 'uppgifterna' | 'motet'): Promise<string> {
  const { mote } = await varld.inst.lage(id);
  const borjar = mote?.borjar ?? '';
  await varld.inst.moveTo(borjar);
  const sammankallande = await varld.som('sammankallande');
  await sammankallande.open('/');
  if (fran === 'motet') {
    await sammankallande.follow('Möten');
    await sammankallande.follow(formatTidpunkt(borjar));
    await sammankallande.sees('Protokoll', HEMLIGT[0], 'Vi har en plats på jobbspåret.');
    await sammankallande.follow(`Registrera rekommendation ${nummer}`);
  } else await sammankallande.follow(`Registrera rekommendation i ${nummer}`);
  await sammankallande.tick('Verksamheter som var med', [
    'Arbetsförmedlingen',
    'Vuxenpsykiatrin',
    'Kommunens socialtjänst',
  ]);
  return borjar;
}

/** The team recommends inskrivning and the meeting's minutes are closed; the remittent reads it, and registers the person's own yes. */
export async function rekommenderaInskrivning(arendet: Arendet): Promise<void> {
  const { varld, nummer } = arendet;
  await tillMotet(arendet, 'motet');
  const sammankallande = await varld.som('sammankallande');
  await sammankallande.choose('Teamet rekommenderar', /^Inskrivning/);
  await sammankallande.fill('Motivering', MOTIVERING);
  await sammankallande.press('Registrera rekommendation');
  expect(await sammankallande.heading()).toMatch(/^Möte /);
  await sammankallande.sees('Rekommendationen är registrerad: Inskrivning.', MOTIVERING);
  await sammankallande.press('Stäng protokollet');
  await sammankallande.sees('Protokollet är stängt.');
  await sammankallande.follow(nummer);
  expect(await sammankallande.phases()).toEqual(['Inskrivning']);

  const remittent = await varld.som('remittent');
  await remittent.open('/');
  await remittent.follow(nummer);
  await remittent.sees('Teamets rekommendation: inskrivning', MOTIVERING, 'Ansvarig: du');
  await remittent.follow('Registrera personens svar');
  await remittent.choose('Personens svar', 'Ja');
  await remittent.fill('Till vem?', 'Remittenten');
  await remittent.choose('Hur?', 'Vid möte');
  await remittent.press('Registrera svaret');
  await remittent.sees('Personens ja är registrerat.', 'Du behöver inte göra något nu.');
}

/** Sammankallande enrols the person, who waits for a place. */
export async function skrivIn({ varld, nummer }: Arendet): Promise<void> {
  const sammankallande = await varld.som('sammankallande');
  await sammankallande.open('/');
  await sammankallande.follow(`Skriv in i ${nummer}`);
  await sammankallande.select('Koordinator', 'Test koordinator');
  await sammankallande.press('Skriv in eller ställ i kö');
  await sammankallande.sees('Alla platser är upptagna. Personen står i kö, plats 1.');
  expect(await sammankallande.phases()).toEqual(['Kö']);
}
