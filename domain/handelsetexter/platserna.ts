import { efterForgrupp, ejAktuellOrsaker, erbjudandesvar, forgruppsresultat, personensSvar } from '../koder.js';
import { mening, skrivRoll, type Texter } from './skrivsatt.js';

/** The way from the person’s answer to a place: queue, offer, förgrupp, inskrivning. */
export const platserna = {
  personens_svar: (data, skriv) => ({
    rubrik: `Personens svar: ${data.ord('svar', personensSvar)}`,
    text: `Svarade ${data.dag('datum', skriv)}.`,
  }),
  ko: (data, skriv) => ({
    rubrik: 'Ställdes i kö',
    text: mening(
      `Inskrivningen beslutades ${data.dag('beslutsdatum', skriv)}. Alla platser är upptagna.`,
      `${skrivRoll('koordinator', skriv)}: ${skriv.namn(data.text('koordinator'))}.`,
    ),
  }),
  koprioritet: (data) => ({
    rubrik: 'Turen i kön sågs över',
    text:
      data.tal('till') > 0
        ? `Tur ${data.tal('till')} för hand.`
        : data.tal('fran') > 0
          ? 'Turen för hand togs bort.'
          : 'Turen står kvar.',
  }),
  koversyn: (data, skriv) => ({
    rubrik: 'Hela kön sågs över',
    text: `Gjordes ${data.dag('datum', skriv)}. Turen står kvar.`,
  }),
  platserbjudande: (data, skriv) => ({
    rubrik: 'En plats erbjöds',
    text: `Erbjudandet gäller till och med ${data.dag('senast', skriv)}.`,
  }),
  erbjudandekontakt: (data, skriv) => ({
    rubrik: `Kontakt ${data.tal('nr')} om platsen: ${data.ja('naddes') ? 'nåddes' : 'nåddes inte'}`,
    text: `Gjordes ${data.dag('datum', skriv)}.`,
  }),
  erbjudandesvar: (data, skriv) => ({
    rubrik: `Svar på erbjudandet: ${data.ord('svar', erbjudandesvar)}`,
    text: `${data.dag('datum', skriv)}.`,
  }),
  ej_aktuell: (data) => ({ rubrik: `Ej aktuell längre: ${data.ord('orsak', ejAktuellOrsaker)}` }),
  forgrupp: () => ({ rubrik: 'Förgrupp erbjöds' }),
  forgruppsstart: (data, skriv) => ({
    rubrik: 'Började i förgruppen',
    text: `Första dag ${data.dag('datum', skriv)}.`,
  }),
  forgruppsresultat: (data, skriv) => ({
    rubrik: `Förgruppen: ${data.ord('resultat', forgruppsresultat)}`,
    text: mening(
      `${data.dag('datum', skriv)}.`,
      data.text('sedan') === '' ? '' : `Sedan: ${data.ord('sedan', efterForgrupp)}.`,
    ),
  }),
  inskrivning: (data, skriv) => ({
    rubrik: 'Inskriven',
    text: mening(
      `Beslut ${data.dag('beslutsdatum', skriv)}, start ${data.dag('startdatum', skriv)}.`,
      `${skrivRoll('koordinator', skriv)}: ${skriv.namn(data.text('koordinator'))}.`,
      data.ja('overinskrivning') ? 'Överinskrivning.' : '',
    ),
  }),
} as const satisfies Texter;
