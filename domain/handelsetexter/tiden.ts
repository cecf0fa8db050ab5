import { formatDagar } from '../datumord.js';
import { pausorsaker } from '../koder.js';
import { egetForslag, mening, styrgruppen, type Texter } from './skrivsatt.js';

/** Insatstid and pauses. */
export const tiden = {
  insatstidsoversyn: (data, skriv) => ({
    rubrik: 'Insatstiden sågs över',
    text: `Gjordes ${data.dag('datum', skriv)}.`,
  }),
  forlangningsforslag: (data, skriv) => ({
    rubrik: 'Förlängning föreslogs',
    text: `Till och med ${data.dag('slut', skriv)}. Dialog med deltagaren ${data.dag('dialogdatum', skriv)}.`,
  }),
  forlangning: (data, skriv) =>
    data.text('utfall') === 'bifall'
      ? {
          rubrik: 'Förlängning beviljades',
          text: mening(`Insatstiden varar till och med ${data.dag('slut', skriv)}.`, egetForslag(data)),
        }
      : { rubrik: 'Förlängning avslogs', text: egetForslag(data) },
  insatstid_varning: (data, skriv) => ({
    rubrik: 'Insatstiden tar snart slut',
    text: `Den går ut ${data.dag('slut', skriv)}, om ${formatDagar(data.tal('dagar'))}.`,
  }),
  undantag: (data, skriv) => ({
    rubrik: `${styrgruppen(skriv)} gjorde undantag från längsta tid`,
    text: `Insatstiden varar till och med ${data.dag('slut', skriv)}.`,
  }),
  over_tiden: (data, skriv) => ({
    rubrik: 'Insatstiden tog slut utan beslut',
    text: `Över tiden från och med ${data.dag('sedan', skriv)}.`,
  }),
  paus: (data, skriv) => ({
    rubrik: `Paus: ${data.ord('orsak', pausorsaker)}`,
    text: `Från och med ${data.dag('fran', skriv)} till och med ${data.dag('till', skriv)}.`,
  }),
  paus_borjar: (data, skriv) => ({
    rubrik: 'Pausen började',
    text: `Den varar till och med ${data.dag('till', skriv)}.`,
  }),
  paus_slut: (data, skriv) =>
    data.tal('dagar') === 0
      ? { rubrik: 'Pausen togs bort' }
      : {
          rubrik: 'Pausen är slut',
          text: `Sista pausdagen var ${data.dag('sista', skriv)}. ${formatDagar(data.tal('dagar'))} läggs till tiden.`,
        },
} as const satisfies Texter;
