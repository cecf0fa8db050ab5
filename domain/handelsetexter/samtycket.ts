import { mening, namnen, type Texter } from './skrivsatt.js';

/** Whom the person has opened the ärende to, and her protection. */
export const samtycket = {
  identifiering: (data, skriv) => ({
    rubrik: 'Identitet och samtycke lades till',
    text: `Samtycket omfattar ${namnen(data, 'verksamheter', skriv)}.`,
  }),
  samtycke: (data, skriv) => ({
    rubrik: 'Samtycke registrerades',
    text: mening(
      `Omfattar ${namnen(data, 'verksamheter', skriv)}.`,
      `Gäller från och med ${data.dag('fran', skriv)}`,
      data.text('till') === '' ? 'tills personen tar tillbaka det.' : `till och med ${data.dag('till', skriv)}.`,
    ),
  }),
  samtyckesaterkallelse: (data, skriv) => ({
    rubrik: 'Samtycke togs tillbaka',
    text: `Gäller ${namnen(data, 'verksamheter', skriv)}.`,
  }),
  samtycke_borjar: (data, skriv) => ({
    rubrik: 'Ett samtycke började gälla',
    text: `Gäller ${skriv.namn(data.text('verksamhet'))}.`,
  }),
  samtycke_slut: (data, skriv) => ({
    rubrik: 'Ett samtycke gick ut',
    text: `Gällde ${skriv.namn(data.text('verksamhet'))}.`,
  }),
  skyddad_identitet: () => ({
    rubrik: 'Skyddade personuppgifter registrerades',
    text: 'Personen visas med alias. Bara de som är namngivna ser ärendet.',
  }),
  namngivning: () => ({ rubrik: 'Andra personer namngavs', text: 'Bara de som är namngivna ser ärendet.' }),
  namngivning_pa_nytt: () => ({
    rubrik: 'Personer behöver namnges på nytt',
    text: 'Ingen av dem som var namngivna kunde längre leda ärendet.',
  }),
  skydd_fran_annat: () => ({
    rubrik: 'Personen har skyddade personuppgifter',
    text: 'Det registrerades i ett annat ärende. Namnge dem som får se det här ärendet.',
  }),
} as const satisfies Texter;
