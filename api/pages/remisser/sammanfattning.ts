import {
  kon,
  omfattningar,
  samtyckesformer,
  samtyckesgivare,
  syften,
  tiderIOffentligForsorjning,
  uppgiftsslag,
  utbildningar,
  type Kodlista,
} from '../../../domain/koder.js';
import { uteslutningsregler } from '../../../domain/behorighet.js';
import { koderVidRemiss } from '../../../domain/profilkoder.js';
import { kommunNamn } from '../../../domain/kommuner.js';
import { ett, flera } from '../../beslut/formular.js';
import { kodsvarsfalt } from '../../beslut/kodsvar.js';
import { identiteter } from '../../remissformular/insats.js';
import {
  andraInsatser,
  andraVerksamheter,
  samtyckesverksamheter,
  type Sidkontext,
} from '../../remissformular/kontext.js';
import { uteslutningsfalt } from '../../remissformular/person.js';
import { besvaratFalt } from '../../remissformular/samtycke.js';
import { ikryssad, stegFor, type Steg, type Svar, type Utkastinnehall } from '../../remissformular/steg.js';

/** A question and what was answered, in words; empty when nothing was. */
export interface Svarsrad {
  readonly term: string;
  readonly varde: string;
}

/** One page's answers. */
export interface Stegsvar {
  readonly kod: Steg;
  readonly rubrik: string;
  readonly rader: readonly Svarsrad[];
}

/** A draft's answers in words, page by page, as they were typed. */
export function sammanfatta(innehall: Utkastinnehall, kontext: Sidkontext): readonly Stegsvar[] {
  return stegFor(kontext.avidentifierad).flatMap(({ kod, text }): Stegsvar[] =>
    kod === 'kontrollera' ? [] : [{ kod, rubrik: text, rader: rader[kod](innehall[kod] ?? {}, kontext) }],
  );
}

const ord = (lista: Kodlista, kod: string): string => (Object.hasOwn(lista, kod) ? (lista[kod] ?? kod) : kod);
const orden = (lista: Kodlista, koder: readonly string[]): string => koder.map((kod) => ord(lista, kod)).join('\n');
const jaNej = (svar: Svar, name: string): string => (ikryssad(svar, name) ? 'Ja' : 'Nej');

const rader: Record<Exclude<Steg, 'kontrollera'>, (svar: Svar, kontext: Sidkontext) => Svarsrad[]> = {
  insats: (svar, kontext) => [
    { term: 'Insats', varde: kontext.insats?.namn ?? '' },
    { term: 'Syfte', varde: ord(syften, ett(svar, 'syfte')) },
    { term: 'Personen anges', varde: ord(identiteter, ett(svar, 'identitet')) },
    { term: 'Aktualiserad också av', varde: aktualiserande(svar, kontext).join('\n') },
    ...(kontext.remittent.kalla === 'nej' ? [] : [{ term: 'Vem som har bett om remissen', varde: ett(svar, 'kalla') }]),
  ],
  person: (svar, { avidentifierad, insats }) => [
    ...(avidentifierad ? [{ term: 'Födelseår', varde: ett(svar, 'fodelsear') }] : namn(svar)),
    { term: 'Kön', varde: ord(kon, ett(svar, 'kon')) },
    { term: 'Kommun', varde: kommunNamn(ett(svar, 'kommun')) },
    ...(avidentifierad ? [] : kontakt(svar)),
    ...(insats ? uteslutningsregler(insats.profil) : []).map(({ kod, text }) => ({
      term: text,
      varde: ord(JA_NEJ_ORD, ett(svar, uteslutningsfalt(kod))),
    })),
  ],
  samtycke: (svar, kontext) => [
    { term: 'Gäller från och med', varde: ett(svar, 'giltigtFran') },
    { term: 'Gäller till och med', varde: ett(svar, 'giltigtTill') || 'Tills personen tar tillbaka det' },
    { term: 'Hur samtycket lämnades', varde: ord(samtyckesformer, ett(svar, 'form')) },
    { term: 'Vem som lämnade det', varde: ord(samtyckesgivare, ett(svar, 'lamnatAv')) },
    { term: 'Vad uppgifterna får användas till', varde: ett(svar, 'andamal') },
    { term: 'Andra insatser som det nämner', varde: insatsnamn(svar, kontext).join('\n') },
    { term: 'Lämnades med tolk', varde: jaNej(svar, 'samtyckesTolk') },
    { term: 'Språk när det lämnades', varde: ett(svar, 'samtyckesSprak') },
    ...samtyckesverksamheter(kontext).map((one) => ({
      term: one.namn,
      varde: orden(uppgiftsslag, flera(svar, besvaratFalt(svar, one))) || 'Får inte ta del av något',
    })),
    { term: 'Får räknas i statistik', varde: ord(JA_NEJ_ORD, ett(svar, 'statistiksamtycke')) },
  ],
  bakgrund: (svar, { insats }) => [
    { term: 'Personens situation', varde: ett(svar, 'problembild') },
    { term: 'Försörjning', varde: forsorjningssvar(svar, koderVidRemiss(insats?.profil).forsorjningar).join('\n') },
    {
      term: 'Sysselsättning',
      varde: orden(koderVidRemiss(insats?.profil).sysselsattningar, flera(svar, 'sysselsattning')),
    },
    { term: 'Utbildning', varde: ord(utbildningar, ett(svar, 'utbildning')) },
    {
      term: 'Tid i offentlig försörjning',
      varde: ord(tiderIOffentligForsorjning, ett(svar, 'tidIOffentligForsorjning')),
    },
    { term: 'Redan inblandade', varde: ett(svar, 'involverade') },
    { term: 'Nollplacerad', varde: jaNej(svar, 'nollplacerad') },
    { term: 'Skyndsam', varde: ikryssad(svar, 'skyndsam') ? `Ja\n${ett(svar, 'skyndsamSkal')}` : 'Nej' },
  ],
  fraga: (svar) => [{ term: 'Fråga till teamet', varde: ett(svar, 'fraga') }],
};

const JA_NEJ_ORD: Kodlista = { ja: 'Ja', nej: 'Nej' };

const aktualiserande = (svar: Svar, kontext: Sidkontext): string[] => [
  ...andraVerksamheter(kontext)
    .filter(({ id }) => flera(svar, 'aktualiserande').includes(id))
    .map(({ namn: one }) => one),
  ...(ett(svar, 'aktualiserandeAnnan') === '' ? [] : [ett(svar, 'aktualiserandeAnnan')]),
];

const insatsnamn = (svar: Svar, kontext: Sidkontext): string[] =>
  andraInsatser(kontext)
    .filter(({ id }) => flera(svar, 'insatser').includes(id))
    .map(({ namn: one }) => one);

const namn = (svar: Svar): Svarsrad[] => [
  ...(ett(svar, 'idtyp') === 'reservnummer' ? [{ term: 'Födelseår', varde: ett(svar, 'fodelsear') }] : []),
  { term: ett(svar, 'idtyp') === 'reservnummer' ? 'Reservnummer' : 'Personnummer', varde: ett(svar, 'personnummer') },
  { term: 'Namn', varde: ett(svar, 'namn') },
];

const kontakt = (svar: Svar): Svarsrad[] => [
  { term: 'Telefon', varde: ett(svar, 'telefon') },
  { term: 'E-post', varde: ett(svar, 'epost') },
  { term: 'Tolk', varde: jaNej(svar, 'tolk') },
  { term: 'Språk', varde: ett(svar, 'sprak') },
  { term: 'Skyddade personuppgifter', varde: jaNej(svar, 'skyddad') },
];

const forsorjningssvar = (svar: Svar, forsorjningar: Kodlista): string[] =>
  kodsvarsfalt('forsorjning')
    .map((falt) => ett(svar, falt))
    .filter((one) => one !== '')
    .map((one) => {
      const [kod = '', omfattning = ''] = one.split(':');
      const del = ord(omfattningar, omfattning).toLocaleLowerCase('sv');
      return kod === 'ingen_offentlig' ? ord(forsorjningar, kod) : `${ord(forsorjningar, kod)} (${del})`;
    });
