import { faser, type Fas } from './faser.js';
import type { NyHandelse } from './forandring.js';
import {
  aktiviteter,
  aterkopplingar,
  atgardsutfall,
  avslutsorsaker,
  efterForgrupp,
  ejAktuellOrsaker,
  erbjudandesvar,
  ersattningar,
  ersattningsutfall,
  forgruppsresultat,
  isKod,
  pausorsaker,
  personensSvar,
  rekommendationer,
  spar,
  uppfoljningsresultat,
  type Kodlista,
} from './koder.js';
import type { Profilkoder } from './profilkoder.js';
import { uppgiftstyper } from './uppgifter.js';

/** How the codes, ids and dates of an event are written out for the reader at hand. */
export interface Skrivsatt {
  /** A calendar day. */
  dag(dag: string): string;
  /** A moment. */
  tid(instant: string): string;
  /** The name of a verksamhet or a person, by id. */
  namn(id: string): string;
  /** The words of a code of one of the insats's own lists; missing where no profile is at hand: the standard's words. */
  kod?(lista: keyof Profilkoder, kod: string): string;
}

/** A line of the timeline. */
export interface Handelsetext {
  readonly rubrik: string;
  readonly text?: string;
}

type Skriv = (data: Lasare, skriv: Skrivsatt) => Handelsetext;

/** Reads the values of an event without trusting that an older version wrote all of them. */
class Lasare {
  constructor(private readonly data: NyHandelse['data']) {}

  text(nyckel: string): string {
    const value = this.data[nyckel];
    return typeof value === 'string' ? value : '';
  }

  tal(nyckel: string): number {
    return Number(this.data[nyckel] ?? 0);
  }

  ja(nyckel: string): boolean {
    return this.data[nyckel] === true;
  }

  lista(nyckel: string): readonly string[] {
    const value = this.data[nyckel];
    return Array.isArray(value) ? value : [];
  }

  ord(nyckel: string, lista: Kodlista): string {
    const kod = this.text(nyckel);
    return isKod(lista, kod) ? (lista[kod] ?? kod) : kod;
  }

  dag(nyckel: string, skriv: Skrivsatt): string {
    const dag = this.text(nyckel);
    return dag === '' ? '' : skriv.dag(dag);
  }
}

const mening = (...delar: readonly string[]): string => delar.filter((del) => del !== '').join(' ');

const antalAtgarder = (antal: number): string =>
  antal === 0 ? '' : antal === 1 ? 'En åtgärd avtalades.' : `${antal} åtgärder avtalades.`;

const uppgiftsrubrik = (typ: string): string =>
  isKod(uppgiftstyper as unknown as Kodlista, typ) ? uppgiftstyper[typ as keyof typeof uppgiftstyper].rubrik : typ;

const fasnamn = (fas: string): string => (isKod(faser, fas) ? faser[fas as Fas] : fas);

const PAMINNELSE_TILL: Readonly<Record<string, string>> = {
  ansvarig: 'Påminnelse till den som ansvarar',
  sammankallande: 'Påminnelse till sammankallande',
  styrgrupp: 'Påminnelse till styrgruppen',
};

/** Names of verksamheter hold commas of their own. */
const namnen = (data: Lasare, nyckel: string, skriv: Skrivsatt): string =>
  data
    .lista(nyckel)
    .map((id) => skriv.namn(id))
    .join('; ');

/** Deciding one's own proposal is marked wherever it is told. */
const egetForslag = (data: Lasare): string =>
  data.ja('egetForslag') ? 'Beslutades av den som hade lämnat förslaget.' : '';

const GRANSKAD: Readonly<Record<string, string>> = {
  accepterad: 'Remissen togs emot',
  komplettering: 'Remissen granskades',
  annan_insats: 'En annan insats passar bättre',
  inte_aktuell: 'Remissen bedömdes inte aktuell',
};

const UTAN_KOMPLETTERING: Readonly<Record<string, string>> = {
  provas_anda: 'Den prövas som den är.',
  ny_frist: 'Remittenten fick ny tid.',
  stangs: 'Ärendet stängdes.',
};

/** Every kind of event that the rules write, in words. */
const texter = {
  remiss_inkommen: (data) => ({
    rubrik: 'Remissen kom in',
    text: mening(
      data.text('syfte') === 'inskrivning' ? 'Begäran om inskrivning.' : 'Begäran om konsultation.',
      data.ja('identifierad') ? '' : 'Personen är avidentifierad.',
    ),
  }),
  granskning: (data) => ({ rubrik: GRANSKAD[data.text('utfall')] ?? 'Remissen granskades' }),
  komplettering_begard: (data, skriv) => ({
    rubrik: 'Remissen behöver kompletteras',
    text: `Senast ${data.dag('senast', skriv)}.`,
  }),
  komplettering: () => ({ rubrik: 'Remissen kompletterades' }),
  utebliven_komplettering: (data) => ({
    rubrik: 'Remissen kompletterades inte i tid',
    text: UTAN_KOMPLETTERING[data.text('utfall')] ?? '',
  }),
  atertagande: () => ({ rubrik: 'Remissen togs tillbaka' }),
  felregistrering: () => ({ rubrik: 'Stängdes som felregistrerat' }),
  ateroppning: (data) => ({
    rubrik: 'Ärendet öppnades igen',
    text: mening(
      `Fortsätter i fasen ${fasnamn(data.text('till'))}.`,
      data.ja('overinskrivning') ? 'Alla platser var upptagna: överinskrivning.' : '',
    ),
  }),
  pa_dagordning: (data, skriv) => ({
    rubrik: 'Sattes upp på dagordningen',
    text: `Mötet börjar ${skriv.tid(data.text('mote'))}.`,
  }),
  skyndsamhet: (data, skriv) => ({
    rubrik: 'Tas upp skyndsamt',
    text: `Mötet börjar ${skriv.tid(data.text('mote'))}.`,
  }),
  mote_flyttat: (data, skriv) => ({
    rubrik: 'Flyttades till ett annat möte',
    text: `Mötet börjar ${skriv.tid(data.text('mote'))} i stället för ${skriv.tid(data.text('fran'))}.`,
  }),
  yttrande: (data, skriv) => ({ rubrik: `${skriv.namn(data.text('verksamhet'))} lämnade yttrande` }),
  rekommendation: (data, skriv) => ({
    rubrik: `Teamets rekommendation: ${data.ord('utfall', rekommendationer)}`,
    text: mening(
      data.lista('narvarande').length > 0
        ? `Närvarande: ${data
            .lista('narvarande')
            .map((id) => skriv.namn(id))
            .join('; ')}.`
        : '',
      data.lista('inget_svar').length > 0
        ? `Inget svar från: ${data
            .lista('inget_svar')
            .map((id) => skriv.namn(id))
            .join('; ')}.`
        : '',
    ),
  }),
  rekommendationsrattelse: () => ({
    rubrik: 'Rekommendationen rättades',
    text: 'Motivering eller närvaro ändrades. Det som stod förut finns kvar.',
  }),
  styrgruppslyft: () => ({ rubrik: 'Lyftes till styrgruppen' }),
  styrgruppsbeslut: () => ({
    rubrik: 'Styrgruppen svarade',
    text: 'Ärendet tas upp på teamets nästa möte.',
  }),
  styrgruppssvar: () => ({ rubrik: 'Styrgruppen svarade' }),
  teamlyft: (data, skriv) => ({
    rubrik: 'Lyftes till teamet',
    text: `Mötet börjar ${skriv.tid(data.text('mote'))}.`,
  }),
  teamlyftsvar: (data) => ({ rubrik: 'Teamet svarade', text: antalAtgarder(data.tal('antal')) }),
  flerpartsmote: (data, skriv) => ({
    rubrik: 'Flerpartsmöte',
    text: mening(`Hölls ${data.dag('datum', skriv)}.`, antalAtgarder(data.tal('antal'))),
  }),
  atgardsrapport: (data, skriv) => ({
    rubrik: `Åtgärd: ${data.ord('utfall', atgardsutfall)}`,
    text: `Åtgärden gäller ${skriv.namn(data.text('verksamhet'))}.`,
  }),
  aterkoppling: (data) => ({ rubrik: `Återkoppling på rådet: ${data.ord('utfall', aterkopplingar)}` }),
  utebliven_aterkoppling: () => ({ rubrik: 'Stängdes utan återkoppling' }),
  personens_svar: (data, skriv) => ({
    rubrik: `Personens svar: ${data.ord('svar', personensSvar)}`,
    text: `Svarade ${data.dag('datum', skriv)}.`,
  }),
  ko: (data, skriv) => ({
    rubrik: 'Ställdes i kö',
    text: mening(
      `Inskrivningen beslutades ${data.dag('beslutsdatum', skriv)}. Alla platser är upptagna.`,
      `Koordinator: ${skriv.namn(data.text('koordinator'))}.`,
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
  koordinatorsbyte: (data, skriv) => ({
    rubrik: 'Byte av koordinator',
    text: mening(
      `Ny koordinator: ${skriv.namn(data.text('koordinator'))}.`,
      data.text('tidigare') === '' ? '' : `Tidigare: ${skriv.namn(data.text('tidigare'))}.`,
    ),
  }),
  inskrivning: (data, skriv) => ({
    rubrik: 'Inskriven',
    text: mening(
      `Beslut ${data.dag('beslutsdatum', skriv)}, start ${data.dag('startdatum', skriv)}.`,
      `Koordinator: ${skriv.namn(data.text('koordinator'))}.`,
      data.ja('overinskrivning') ? 'Överinskrivning.' : '',
    ),
  }),
  kartlaggning: (data, skriv) => ({
    rubrik: 'Kartläggningen avslutades',
    text: `Klar ${data.dag('klar', skriv)}. Spår: ${data.ord('spar', spar)}.`,
  }),
  utan_kartlaggning: (data, skriv) => ({
    rubrik: 'Teamet beslutade att gå vidare utan kartläggning',
    text: `Beslutades ${data.dag('datum', skriv)}. Spår: ${data.ord('spar', spar)}.`,
  }),
  sparbyte: (data) => ({
    rubrik: `Nytt spår: ${data.ord('till', spar)}`,
    text: data.text('fran') === '' ? '' : `Före bytet: ${data.ord('fran', spar)}.`,
  }),
  genomforandeplan: (data, skriv) => ({
    rubrik:
      data.text('lage') === 'gallande'
        ? `Genomförandeplanen gäller, version ${data.tal('version')}`
        : `Utkast till genomförandeplan sparades, version ${data.tal('version')}`,
    text: `Planens datum: ${data.dag('datum', skriv)}.`,
  }),
  skattning: (data, skriv) => ({
    rubrik: 'Deltagaren skattade sig på utvecklingstrappan',
    text: `Gjordes ${data.dag('datum', skriv)}.`,
  }),
  aktivitet: (data, skriv) => ({
    rubrik: `Ny aktivitet: ${data.ord('slag', aktiviteter)}`,
    text: mening(
      `Från och med ${data.dag('fran', skriv)}`,
      data.text('till') === '' ? 'utan bestämt slut.' : `till och med ${data.dag('till', skriv)}.`,
    ),
  }),
  aktivitetsslut: (data, skriv) => ({
    rubrik: mening('Avslutad aktivitet:', data.ord('slag', aktiviteter)),
    text: `Sista dag ${data.dag('datum', skriv)}.`,
  }),
  ersattningsansokan: (data, skriv) => ({
    rubrik: `Ansökan om ersättning: ${data.ord('slag', ersattningar)}`,
    text: `Skickades ${data.dag('skickad', skriv)}.`,
  }),
  ersattningsbeslut: (data, skriv) => ({
    rubrik: `Besked om ersättning: ${data.ord('slag', ersattningar)}`,
    text: `${data.ord('utfall', ersattningsutfall)}, ${data.dag('datum', skriv)}.`,
  }),
  fasbyte: (data) => ({
    rubrik: `Ny arbetsfas: ${fasnamn(data.text('till'))}`,
    text: `Före bytet: ${fasnamn(data.text('fran'))}.`,
  }),
  planuppfoljning: (data, skriv) => ({ rubrik: 'Planuppföljning', text: `Gjordes ${data.dag('datum', skriv)}.` }),
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
    text: `Den går ut ${data.dag('slut', skriv)}, om ${data.tal('dagar')} dagar.`,
  }),
  undantag: (data, skriv) => ({
    rubrik: 'Styrgruppen gjorde undantag från längsta tid',
    text: `Insatstiden varar till och med ${data.dag('slut', skriv)}.`,
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
          text: `Sista pausdagen var ${data.dag('sista', skriv)}. ${data.tal('dagar')} dagar läggs till tiden.`,
        },
  medelforslag: (data) => ({
    rubrik: 'Kompetenshöjande medel föreslogs',
    text: mening(
      `${data.tal('belopp')} kronor.`,
      data.ja('extern') ? 'Extern specialist.' : '',
      data.text('beslutas') === 'styrgrupp' ? 'Styrgruppen beslutar.' : 'Sammankallande beslutar.',
    ),
  }),
  medelbeslut: (data) => ({
    rubrik: data.text('utfall') === 'bifall' ? 'Kompetenshöjande medel beviljades' : 'Kompetenshöjande medel avslogs',
    text: mening(data.text('utfall') === 'bifall' ? `${data.tal('belopp')} kronor.` : '', egetForslag(data)),
  }),
  avvikelse: (data, skriv) => ({
    rubrik: 'Avvikelse meddelades remittenten',
    text: `Gäller ${data.dag('datum', skriv)}.`,
  }),
  skyddad_identitet: () => ({
    rubrik: 'Skyddade personuppgifter registrerades',
    text: 'Personen visas med alias, och bara för namngivna personer.',
  }),
  skydd_fran_annat: () => ({
    rubrik: 'Personen har skyddade personuppgifter',
    text: 'Det registrerades i ett annat ärende. Registrera vilka som ska se personen här.',
  }),
  avslut: (data, skriv) => ({ rubrik: 'Insatsen avslutades', text: `Sista dag ${data.dag('avslutsdatum', skriv)}.` }),
  avslutsuppgifter: (data, skriv) => ({
    rubrik: 'Avslutet kompletterades',
    text: `Orsak: ${skriv.kod?.('avslutsorsaker', data.text('orsak')) ?? data.ord('orsak', avslutsorsaker)}.`,
  }),
  kontaktforsok: (data, skriv) => ({
    rubrik: `Kontaktförsök ${data.tal('nr')}: ${data.ja('naddes') ? 'nåddes' : 'nåddes inte'}`,
    text: `Gjordes ${data.dag('datum', skriv)}.`,
  }),
  uppfoljning: (data, skriv) => ({
    rubrik: '90-dagarsuppföljning',
    text: `${data.ord('resultat', uppfoljningsresultat)}. Registrerat för ${data.dag('datum', skriv)}.`,
  }),
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
  profilbyte: (data) => ({
    rubrik: 'Flyttades till en ny version av insatsens profil',
    text: `Från version ${data.tal('fran')} till version ${data.tal('till')}.`,
  }),
  uppgift_oppnad: (data, skriv) => ({
    rubrik: `Ny uppgift: ${uppgiftsrubrik(data.text('uppgift'))}`,
    text: `Ska vara gjord senast ${data.dag('forfaller', skriv)}.`,
  }),
  over_tiden: (data, skriv) => ({
    rubrik: 'Insatstiden tog slut utan beslut',
    text: `Över tiden från och med ${data.dag('sedan', skriv)}.`,
  }),
  paminnelse: (data) => ({
    rubrik: PAMINNELSE_TILL[data.text('till')] ?? 'Påminnelse',
    text: `Gäller: ${uppgiftsrubrik(data.text('uppgift'))}.`,
  }),
} as const satisfies Readonly<Record<string, Skriv>>;

/** The kinds of event that have words. */
export type Handelsetyp = keyof typeof texter;
export const handelsetyper = Object.keys(texter) as Handelsetyp[];

/**
 * An event of a case's timeline in plain Swedish. Pure: names and the writing of dates come from the caller, so that the
 * same words serve pages with names and pages without.
 *
 * @returns the kind's code itself for a kind that this version does not know
 */
export function handelsetext(typ: string, data: NyHandelse['data'], skriv: Skrivsatt): Handelsetext {
  const text: Skriv | undefined = Object.hasOwn(texter, typ) ? texter[typ as Handelsetyp] : undefined;
  return text ? text(new Lasare(data), skriv) : { rubrik: typ };
}
