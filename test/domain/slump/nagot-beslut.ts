import type { Beslutstyp } from '../../../domain/faser.js';
import { svenskKalender as kalender } from '../../../domain/kalender/svensk.js';
import { avslutsorsaker, koder } from '../../../domain/koder.js';
import type { Beslut, Beslutsunderlag } from '../../../domain/beslutsunderlag.js';
import type { Lage } from '../../../domain/lage.js';
import { VERKSAMHETER, type Prov } from '../prov.js';

/** What a message carries that nobody has asked for: it must not come further than to the rule that reads the message. */
const FRITEXT = 'Anna Andersson är sjukskriven.';

/** Numbers that choose among what people could answer. */
export interface Slump {
  readonly utfall: number;
  readonly dagar: number;
}

/** One of some values, by a number. */
export const one = <V>(values: readonly V[], val: number): V => values[val % values.length] as V;

const withFritext = <D extends object>(data: D): D => ({ ...data, fritext: FRITEXT });

interface Underlag extends Slump {
  readonly idag: string;
  readonly lage: Lage;
  /** A day that may just have been, now and then tomorrow. */
  readonly nara: string;
  /** A day on the other side of the insatstid's end, or on this side of it. */
  readonly langre: string;
}

const atgard = ({ lage, idag }: Underlag, verksamhet: string) => ({
  id: `atgard-${lage.version}`,
  verksamhet,
  senast: kalender.addDays(idag, 20),
});

const underlag: { readonly [T in Beslutstyp]: (om: Underlag) => Beslutsunderlag[T] } = {
  granskning: ({ utfall }) =>
    one<Beslutsunderlag['granskning']>(
      [
        { utfall: 'accepterad' },
        { utfall: 'komplettering' },
        { utfall: 'accepterad' },
        { utfall: 'inte_aktuell' },
        { utfall: 'annan_insats', insats: 'annan' },
      ],
      utfall,
    ),
  komplettering: () => ({}),
  utebliven_komplettering: ({ utfall, langre }) =>
    one<Beslutsunderlag['utebliven_komplettering']>(
      [{ utfall: 'provas_anda' }, { utfall: 'ny_frist', senast: langre }, { utfall: 'stangs' }],
      utfall,
    ),
  atertagande: () => ({}),
  identifiering: ({ nara }) => ({ samtycken: VERKSAMHETER.map((verksamhet) => ({ verksamhet, fran: nara })) }),
  skyndsamhet: ({ idag, dagar }) => ({
    mote: kalender.instantAt(kalender.addDays(idag, dagar < -20 ? -2 : 2), '09:00'),
  }),
  yttrande: ({ utfall }) => ({ verksamhet: one([...VERKSAMHETER, 'utan_samtycke'], utfall) }),
  rekommendation: (om) => ({
    utfall: one(
      ['inskrivning', 'forgrupp', 'rad', 'bordlagd', 'styrgrupp', 'inskrivning', 'komplettering', 'inte_aktuell'],
      om.utfall,
    ),
    narvarande: VERKSAMHETER.slice(0, 1 + (om.dagar > -30 ? 2 : 0)),
    ...(om.utfall % 8 === 2 && om.dagar > 0 ? { atgarder: [atgard(om, 'fk')] } : {}),
  }),
  rekommendationsrattelse: () => ({ rekommendation: 'r', narvarande: VERKSAMHETER }),
  styrgruppsbeslut: () => ({}),
  aterkoppling: ({ utfall }) => ({ utfall: one(['delvis', 'gick_inte', 'genomfort', 'personen_vill_inte'], utfall) }),
  utebliven_aterkoppling: () => ({}),
  atgardsrapport: ({ lage, utfall }) => ({
    atgard: lage.uppgifter.find(({ typ }) => typ === 'atgard')?.ref ?? 'x',
    utfall: one(['klar', 'hindrad'], utfall),
  }),
  forgruppsstart: ({ nara }) => ({ datum: nara }),
  forgruppsresultat: ({ nara, utfall, dagar }) => ({
    resultat: one(['ja', 'ja', 'nej', 'avbruten'], utfall),
    datum: nara,
    sedan: one(['rad', 'teamet'], dagar + 40),
  }),
  personens_svar: ({ nara, utfall }) => ({ svar: utfall % 6 === 0 ? 'nej' : 'ja', datum: nara }),
  ej_aktuell: ({ utfall }) => ({ orsak: one(['flytt', 'avliden', 'annat'], utfall) }),
  inskrivning: ({ nara, utfall, dagar }) => ({
    beslutsdatum: nara,
    startdatum: kalender.addDays(nara, dagar),
    koordinator: 'k',
    overinskrivning: utfall % 5 === 0,
  }),
  koprioritet: ({ utfall }) => ({ tur: one([0, 1, 2, null], utfall) }),
  erbjudandekontakt: ({ nara, utfall }) => ({ datum: nara, naddes: utfall % 2 === 0 }),
  erbjudandesvar: ({ nara, utfall }) => ({
    svar: one(['ja', 'ej_nadd', 'ej_nadd', 'nej'], utfall),
    datum: nara,
    startdatum: kalender.addDays(nara, 3),
  }),
  kartlaggning: ({ nara }) => ({ klar: nara, spar: 'snabbspar' }),
  utan_kartlaggning: ({ nara, utfall }) => ({
    datum: nara,
    spar: 'snabbspar',
    till: one(['process', 'bada'], utfall),
  }),
  sparbyte: ({ utfall }) => ({ spar: one(['snabbspar', 'langre_insats', 'ratt_ersattning'], utfall) }),
  genomforandeplan: ({ nara, utfall }) => ({
    datum: nara,
    lage: one(['utkast', 'gallande'], utfall),
    ...(utfall % 3 === 0 ? {} : { installning: 'godkanner', kopiaLamnad: true }),
  }),
  skattning: ({ nara, utfall }) => ({ datum: nara, steg: 1 + (utfall % 5) }),
  fasbyte: ({ utfall }) => ({ till: one(['process', 'verkstallighet', 'bada'], utfall) }),
  planuppfoljning: ({ nara, utfall }) => ({ datum: nara, ...(utfall % 2 === 0 ? { steg: 1 + (utfall % 5) } : {}) }),
  flerpartsmote: (om) => ({ datum: om.nara, atgarder: om.utfall % 3 === 0 ? [] : [atgard(om, 'fk')] }),
  teamlyft: () => ({}),
  teamlyftsvar: (om) => ({ atgarder: [atgard(om, 'af')] }),
  styrgruppslyft: () => ({}),
  avvikelse: ({ nara }) => ({ datum: nara }),
  medelforslag: ({ utfall }) => ({ belopp: 1000 * (1 + (utfall % 50)), extern: utfall % 5 === 0 }),
  medelbeslut: ({ lage, utfall }) => ({
    forslag: lage.medel?.[0]?.id ?? 'x',
    utfall: one(['bifall', 'avslag'], utfall),
    belopp: 1000,
  }),
  aktivitet: ({ nara, utfall }) => ({
    slag: one(['arbetsprovning', 'praktik', 'studier'], utfall),
    fran: nara,
    till: kalender.addDays(nara, 60),
  }),
  aktivitetsslut: ({ lage, nara }) => ({ aktivitet: lage.aktiviteter?.[0]?.id ?? 'x', datum: nara }),
  ersattningsansokan: ({ nara }) => ({ slag: 'sjukersattning', skickad: nara }),
  ersattningsbeslut: ({ lage, nara, utfall }) => ({
    ansokan: lage.ersattningar?.[0]?.id ?? 'x',
    datum: nara,
    utfall: one(['beviljad', 'vantar'], utfall),
  }),
  paus: ({ idag, utfall, dagar }) => ({
    orsak: one(['sjukdom', 'foraldraledighet'], utfall),
    fran: kalender.addDays(idag, (utfall % 45) - 22),
    till: kalender.addDays(idag, dagar),
  }),
  pausslut: ({ idag, nara, utfall }) => ({ datum: one([idag, nara], utfall) }),
  insatstidsoversyn: ({ nara }) => ({ datum: nara }),
  forlangningsforslag: ({ nara, langre }) => ({ dialogdatum: nara, slut: langre }),
  forlangning: ({ utfall, langre }) => (utfall % 2 === 0 ? { utfall: 'avslag' } : { utfall: 'bifall', slut: langre }),
  undantag: ({ langre }) => ({ slut: langre }),
  koordinatorsbyte: ({ utfall }) => ({ koordinator: one(['k', 'k2'], utfall) }),
  overlamning: ({ utfall }) => ({ fran: one(['k', 'k2', 'p1'], utfall), till: one(['k2', 'k'], utfall) }),
  avslut: ({ nara, utfall }) => ({ avslutsdatum: nara, overlamning: utfall % 2 === 0 }),
  avslutsuppgifter: ({ utfall, dagar }) => ({
    orsak: one(koder(avslutsorsaker), utfall),
    overlamning: dagar > 0,
    farKontaktas: dagar > 40,
  }),
  kontaktforsok: ({ nara, utfall }) => ({ datum: nara, naddes: utfall % 2 === 0 }),
  uppfoljning: ({ nara, utfall }) => ({ resultat: one(['nadd', 'ej_nadd', 'vill_inte'], utfall), datum: nara }),
  samtycke: ({ idag, utfall, dagar }) => ({
    verksamheter: [one(['ny', ...VERKSAMHETER], utfall)],
    fran: kalender.addDays(idag, one([0, 5, 200], utfall)),
    ...(dagar < 0 ? {} : { till: kalender.addDays(idag, dagar + one([0, 5, 200], utfall)) }),
  }),
  samtyckesaterkallelse: ({ utfall }) => ({ verksamheter: [one(VERKSAMHETER, utfall)] }),
  skyddad_identitet: () => ({ ersattare: 'e' }),
  profilbyte: ({ lage, utfall }) => ({ version: lage.profilversion + (utfall % 2) }),
  felregistrering: () => ({}),
  ateroppning: () => ({}),
};

/** Any decision as people could send it to a case today, sensible or not, by its kind. */
export function anyBeslut({ idag, lage }: Prov, { utfall, dagar }: Slump): (typ: Beslutstyp) => Beslut {
  const nara = kalender.addDays(idag, utfall % 7 === 0 ? 1 : -(utfall % 20));
  const langre = kalender.addDays(lage.insatstid?.slut ?? idag, dagar);
  const om = { idag, lage, utfall, dagar, nara, langre };
  return (typ) => ({ id: `b${lage.version}`, typ, av: 'p', dag: idag, data: withFritext(underlag[typ](om)) });
}
