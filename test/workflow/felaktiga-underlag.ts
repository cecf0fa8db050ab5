import type { Beslutstyp } from '../../domain/faser.js';
import type { Insatsprofil } from '../../domain/insatsprofil.js';
import { svenskKalender as kalender } from '../../domain/kalender/svensk.js';
import type { Beslutsunderlag } from '../../domain/beslutsunderlag.js';
import { readProfil } from '../../prisma/seed/profiler.js';
import { Prov, VERKSAMHETER } from '../domain/prov.js';

/** Far ahead: nothing of such a case falls due while a test looks at it. */
const START = '2040-01-09T09:00:00.000Z';

const profil = await readProfil('vagknuten');
const hardProfil: Insatsprofil = {
  ...profil,
  forgrupp: 'efter',
  insatstid: { slag: 'hard', manader: 12, varningDagarFore: [90, 30, 7] },
};
const ny = (vilken = profil, nu = START) => new Prov(vilken, nu);

/** Cases that stand where a decision can be sent wrongly, by name. */
export const fall = {
  mottagen: () => ny(),
  avidentifierad: () => new Prov(profil, START, { identifierad: false, samtycken: VERKSAMHETER }).konsultation(),
  komplettering: () => ny().ta('granskning', { utfall: 'komplettering' }),
  utebliven: () => {
    const prov = ny().ta('granskning', { utfall: 'komplettering' });
    return prov.till(kalender.addDays(prov.idag, 60));
  },
  konsultation: () => ny().konsultation(),
  motesdag: () => ny().konsultation().tillMotet().ta('yttrande', { verksamhet: 'fk' }),
  rad: () => ny().rekommenderad('rad'),
  forgrupp: () => ny({ ...profil, forgrupp: 'fore' }).rekommenderad('forgrupp'),
  inskrivning: () => ny().rekommenderad('inskrivning'),
  medJa: () => ny().medJa(),
  ko: () => ny().iKo(),
  erbjuden: () => ny().iKo().erbjuds('e'),
  inskrivenIForgrupp: () => ny(hardProfil).inskriven(),
  kartlaggning: () => ny().inskriven().dagar(10),
  process: () => ny().iProcess(),
  lyft: () => ny().iProcess().ta('teamlyft', {}).ta('styrgruppslyft', {}),
  medel: () => ny().iProcess().ta('medelforslag', { belopp: 2000, extern: false }),
  pausad: () => {
    const prov = ny().iProcess();
    return prov.ta('paus', { orsak: 'sjukdom', fran: prov.idag, till: kalender.addDays(prov.idag, 20) });
  },
  avslut: () => ny().avslutad(),
  uppfoljning: () => ny().iUppfoljning(),
  skickadVidare: () => ny().ta('granskning', { utfall: 'annan_insats', insats: 'samba_lis' }),
} satisfies Record<string, () => Prov>;
export type Fallnamn = keyof typeof fall;

/** One wrong way to send a decision: where the case stands, what is sent, and the rule that refuses it. */
export interface Felaktigt<T extends Beslutstyp = Beslutstyp> {
  readonly fall: Fallnamn;
  readonly data: (prov: Prov) => Beslutsunderlag[T];
  readonly kod: string;
}

const igar = ({ idag }: Prov) => kalender.addDays(idag, -1);
const imorgon = ({ idag }: Prov) => kalender.addDays(idag, 1);
/** Before any case of this file was sent. */
const FORE = '2039-12-01';

/**
 * What each kind of decision refuses by its own rules: too early, too late, twice, dates the wrong way round, and what it
 * does not know. A kind with none is refused only by the phase and by what others decided first.
 */
export const felaktiga: { readonly [T in Beslutstyp]: readonly Felaktigt<T>[] } = {
  granskning: [{ fall: 'mottagen', data: () => ({ utfall: 'annan_insats' }), kod: 'insats_saknas' }],
  komplettering: [],
  utebliven_komplettering: [
    { fall: 'komplettering', data: () => ({ utfall: 'stangs' }), kod: 'for_tidigt' },
    { fall: 'utebliven', data: () => ({ utfall: 'ny_frist' }), kod: 'frist_saknas' },
    { fall: 'utebliven', data: (prov) => ({ utfall: 'ny_frist', senast: prov.idag }), kod: 'frist_passerad' },
    { fall: 'utebliven', data: () => ({ utfall: 'ny_frist', senast: '2090-01-01' }), kod: 'for_lang_frist' },
  ],
  atertagande: [{ fall: 'inskrivenIForgrupp', data: () => ({}), kod: 'redan_inskriven' }],
  identifiering: [
    { fall: 'konsultation', data: () => ({ samtycken: [] }), kod: 'redan_identifierad' },
    {
      fall: 'avidentifierad',
      data: ({ idag }) => ({ samtycken: [{ verksamhet: 'fk', fran: idag }] }),
      kod: 'samtycke_saknas',
    },
    {
      fall: 'avidentifierad',
      data: (prov) => ({ samtycken: ['fk', 'ifo'].map((verksamhet) => ({ verksamhet, fran: imorgon(prov) })) }),
      kod: 'framtida_datum',
    },
    {
      fall: 'avidentifierad',
      data: ({ idag }) => ({ samtycken: ['fk', 'fk', 'ifo'].map((verksamhet) => ({ verksamhet, fran: idag })) }),
      kod: 'samma_verksamhet',
    },
  ],
  skyndsamhet: [
    { fall: 'konsultation', data: ({ lage }) => ({ mote: lage.mote?.borjar ?? '' }), kod: 'inte_tidigare' },
    { fall: 'konsultation', data: () => ({ mote: `${FORE}T09:00:00.000Z` }), kod: 'mote_har_varit' },
  ],
  yttrande: [
    { fall: 'konsultation', data: () => ({ verksamhet: 'okand' }), kod: 'utan_samtycke' },
    { fall: 'motesdag', data: () => ({ verksamhet: 'fk' }), kod: 'redan_lamnat' },
  ],
  rekommendation: [
    { fall: 'konsultation', data: () => ({ utfall: 'rad', narvarande: VERKSAMHETER }), kod: 'fore_motet' },
    { fall: 'motesdag', data: () => ({ utfall: 'rad', narvarande: ['fk'] }), kod: 'inte_beslutsfort' },
    { fall: 'motesdag', data: () => ({ utfall: 'rad', narvarande: ['okand'] }), kod: 'okand_narvaro' },
    {
      fall: 'motesdag',
      data: () => ({ utfall: 'annan_insats', narvarande: VERKSAMHETER, insats: 'vagknuten' }),
      kod: 'insats_saknas',
    },
    {
      fall: 'motesdag',
      data: () => ({
        utfall: 'rad',
        narvarande: VERKSAMHETER,
        atgarder: [{ id: 'a', verksamhet: 'af', senast: FORE }],
      }),
      kod: 'atgard_forsent',
    },
  ],
  rekommendationsrattelse: [
    {
      fall: 'motesdag',
      data: () => ({ rekommendation: 'r', narvarande: VERKSAMHETER }),
      kod: 'ingen_rekommendation',
    },
    { fall: 'process', data: () => ({ rekommendation: 'r', narvarande: [] }), kod: 'utan_narvaro' },
  ],
  styrgruppsbeslut: [{ fall: 'process', data: () => ({}), kod: 'ingen_fraga' }],
  aterkoppling: [],
  utebliven_aterkoppling: [{ fall: 'rad', data: () => ({}), kod: 'for_tidigt' }],
  atgardsrapport: [{ fall: 'rad', data: () => ({ atgard: 'okand', utfall: 'klar' }), kod: 'okand_atgard' }],
  forgruppsstart: [
    { fall: 'forgrupp', data: (prov) => ({ datum: imorgon(prov) }), kod: 'framtida_datum' },
    { fall: 'forgrupp', data: (prov) => ({ datum: igar(prov) }), kod: 'fore_erbjudandet' },
  ],
  forgruppsresultat: [
    { fall: 'forgrupp', data: ({ idag }) => ({ resultat: 'ja', datum: idag }), kod: 'inte_startad' },
    { fall: 'forgrupp', data: ({ idag }) => ({ resultat: 'nej', datum: idag }), kod: 'utan_vag' },
    { fall: 'forgrupp', data: (prov) => ({ resultat: 'nej', datum: imorgon(prov) }), kod: 'framtida_datum' },
  ],
  personens_svar: [
    { fall: 'medJa', data: ({ idag }) => ({ svar: 'ja', datum: idag }), kod: 'redan_svarat' },
    { fall: 'medJa', data: (prov) => ({ svar: 'nej', datum: igar(prov) }), kod: 'fore_svaret' },
    { fall: 'inskrivning', data: (prov) => ({ svar: 'ja', datum: imorgon(prov) }), kod: 'framtida_datum' },
  ],
  ej_aktuell: [{ fall: 'inskrivenIForgrupp', data: () => ({ orsak: 'flytt' }), kod: 'inskriven' }],
  inskrivning: [
    { fall: 'inskrivning', data: (prov) => enrol(prov.idag, prov.idag), kod: 'utan_ja' },
    { fall: 'medJa', data: (prov) => enrol(prov.idag, igar(prov)), kod: 'start_fore_beslut' },
    { fall: 'medJa', data: (prov) => enrol(igar(prov), prov.idag), kod: 'fore_svaret' },
    { fall: 'medJa', data: (prov) => enrol(imorgon(prov), imorgon(prov)), kod: 'framtida_datum' },
    { fall: 'ko', data: (prov) => enrol(prov.idag, prov.idag), kod: 'star_i_ko' },
  ],
  koprioritet: [{ fall: 'ko', data: () => ({ tur: 0 }), kod: 'ogiltig_tur' }],
  erbjudandekontakt: [
    { fall: 'ko', data: ({ idag }) => ({ datum: idag, naddes: true }), kod: 'inget_erbjudande' },
    { fall: 'erbjuden', data: (prov) => ({ datum: imorgon(prov), naddes: true }), kod: 'framtida_datum' },
    { fall: 'erbjuden', data: (prov) => ({ datum: igar(prov), naddes: true }), kod: 'fore_erbjudandet' },
  ],
  erbjudandesvar: [
    { fall: 'ko', data: ({ idag }) => ({ svar: 'nej', datum: idag }), kod: 'inget_erbjudande' },
    { fall: 'erbjuden', data: ({ idag }) => ({ svar: 'ej_nadd', datum: idag }), kod: 'fler_kontakter' },
    { fall: 'erbjuden', data: ({ idag }) => ({ svar: 'ja', datum: idag }), kod: 'utan_start' },
    {
      fall: 'erbjuden',
      data: (prov) => ({ svar: 'ja', datum: prov.idag, startdatum: igar(prov) }),
      kod: 'start_fore_svaret',
    },
  ],
  kartlaggning: [
    { fall: 'kartlaggning', data: (prov) => ({ klar: imorgon(prov), spar: 'snabbspar' }), kod: 'framtida_datum' },
    { fall: 'kartlaggning', data: () => ({ klar: FORE, spar: 'snabbspar' }), kod: 'fore_start' },
  ],
  utan_kartlaggning: [
    {
      fall: 'kartlaggning',
      data: (prov) => ({ datum: imorgon(prov), spar: 'snabbspar', till: 'bada' }),
      kod: 'framtida_datum',
    },
  ],
  sparbyte: [{ fall: 'process', data: () => ({ spar: 'langre_insats' }), kod: 'samma_spar' }],
  genomforandeplan: [
    { fall: 'process', data: (prov) => ({ datum: imorgon(prov), lage: 'utkast' }), kod: 'framtida_datum' },
    { fall: 'process', data: () => ({ datum: FORE, lage: 'utkast' }), kod: 'fore_start' },
    { fall: 'process', data: ({ idag }) => ({ datum: idag, lage: 'gallande' }), kod: 'utan_deltagaren' },
    {
      fall: 'process',
      data: ({ idag }) => ({ datum: idag, lage: 'gallande', installning: 'godkanner' }),
      kod: 'utan_kopia',
    },
  ],
  skattning: [
    { fall: 'process', data: (prov) => ({ datum: imorgon(prov), steg: 2 }), kod: 'framtida_datum' },
    { fall: 'process', data: ({ idag }) => ({ datum: idag, steg: 6 }), kod: 'fel_steg' },
  ],
  fasbyte: [{ fall: 'process', data: () => ({ till: 'process' }), kod: 'samma_fas' }],
  planuppfoljning: [
    { fall: 'process', data: (prov) => ({ datum: imorgon(prov) }), kod: 'framtida_datum' },
    { fall: 'process', data: () => ({ datum: FORE }), kod: 'fore_start' },
    { fall: 'process', data: ({ idag }) => ({ datum: idag, steg: 0 }), kod: 'fel_steg' },
  ],
  flerpartsmote: [
    { fall: 'process', data: (prov) => ({ datum: imorgon(prov), atgarder: [] }), kod: 'framtida_datum' },
    { fall: 'process', data: () => ({ datum: FORE, atgarder: [] }), kod: 'fore_start' },
    {
      fall: 'process',
      data: ({ idag }) => ({ datum: idag, atgarder: [{ id: 'a', verksamhet: 'okand', senast: '2090-01-01' }] }),
      kod: 'atgard_utan_samtycke',
    },
  ],
  teamlyft: [{ fall: 'lyft', data: () => ({}), kod: 'redan_lyft' }],
  teamlyftsvar: [
    { fall: 'process', data: () => ({ atgarder: [] }), kod: 'ingen_fraga' },
    { fall: 'lyft', data: () => ({ atgarder: [] }), kod: 'fore_motet' },
  ],
  styrgruppslyft: [{ fall: 'lyft', data: () => ({}), kod: 'redan_lyft' }],
  avvikelse: [{ fall: 'process', data: (prov) => ({ datum: imorgon(prov) }), kod: 'framtida_datum' }],
  medelforslag: [
    { fall: 'process', data: () => ({ belopp: 0, extern: false }), kod: 'belopp' },
    { fall: 'process', data: () => ({ belopp: 10.5, extern: false }), kod: 'belopp' },
  ],
  medelbeslut: [
    { fall: 'process', data: () => ({ forslag: 'okant', utfall: 'avslag' }), kod: 'utan_forslag' },
    {
      fall: 'medel',
      data: (prov) => ({ forslag: forslag(prov), utfall: 'bifall', belopp: 2001 }),
      kod: 'mer_an_foreslaget',
    },
    { fall: 'medel', data: (prov) => ({ forslag: forslag(prov), utfall: 'bifall' }), kod: 'belopp' },
  ],
  aktivitet: [
    { fall: 'process', data: () => ({ slag: 'studier', fran: FORE }), kod: 'fore_start' },
    {
      fall: 'process',
      data: (prov) => ({ slag: 'studier', fran: prov.idag, till: igar(prov) }),
      kod: 'slut_fore_start',
    },
    { fall: 'kartlaggning', data: ({ idag }) => ({ slag: 'arbetsprovning', fran: idag }), kod: 'fore_kartlaggning' },
  ],
  aktivitetsslut: [
    { fall: 'process', data: ({ idag }) => ({ aktivitet: 'okand', datum: idag }), kod: 'okand_aktivitet' },
  ],
  ersattningsansokan: [
    { fall: 'process', data: (prov) => ({ slag: 'sjukpenning', skickad: imorgon(prov) }), kod: 'framtida_datum' },
  ],
  ersattningsbeslut: [
    {
      fall: 'process',
      data: ({ idag }) => ({ ansokan: 'okand', datum: idag, utfall: 'beviljad' }),
      kod: 'okand_ansokan',
    },
  ],
  paus: [
    { fall: 'process', data: (prov) => pausa(prov.idag, igar(prov)), kod: 'slut_fore_start' },
    { fall: 'process', data: ({ idag }) => pausa(FORE, idag), kod: 'fore_start' },
    { fall: 'process', data: () => pausa('2090-01-01', '2090-02-01'), kod: 'for_langt_fram' },
    { fall: 'pausad', data: (prov) => pausa(prov.idag, imorgon(prov)), kod: 'redan_paus' },
  ],
  pausslut: [
    { fall: 'process', data: ({ idag }) => ({ datum: idag }), kod: 'ingen_paus' },
    { fall: 'pausad', data: (prov) => ({ datum: imorgon(prov) }), kod: 'framtida_datum' },
    { fall: 'pausad', data: (prov) => ({ datum: igar(prov) }), kod: 'fore_pausen' },
  ],
  insatstidsoversyn: [{ fall: 'process', data: ({ idag }) => ({ datum: idag }), kod: 'har_insatstid' }],
  forlangningsforslag: [
    { fall: 'process', data: ({ idag }) => ({ dialogdatum: idag, slut: idag }), kod: 'inte_langre' },
    {
      fall: 'process',
      data: (prov) => ({ dialogdatum: imorgon(prov), slut: '2090-01-01' }),
      kod: 'framtida_datum',
    },
    { fall: 'process', data: () => ({ dialogdatum: FORE, slut: '2090-01-01' }), kod: 'fore_start' },
  ],
  forlangning: [{ fall: 'process', data: () => ({ utfall: 'avslag' }), kod: 'utan_forslag' }],
  undantag: [{ fall: 'process', data: () => ({ slut: '2090-01-01' }), kod: 'utan_langsta_tid' }],
  koordinatorsbyte: [{ fall: 'process', data: () => ({ koordinator: 'k' }), kod: 'samma_koordinator' }],
  overlamning: [{ fall: 'process', data: () => ({ fran: 'k', till: 'k' }), kod: 'samma_person' }],
  avslut: [
    { fall: 'process', data: (prov) => ({ avslutsdatum: imorgon(prov) }), kod: 'framtida_datum' },
    { fall: 'process', data: () => ({ avslutsdatum: FORE }), kod: 'fore_start' },
  ],
  avslutsuppgifter: [{ fall: 'avslut', data: () => ({ orsak: 'sjukdom' }), kod: 'overlamning_saknas' }],
  kontaktforsok: [{ fall: 'uppfoljning', data: ({ idag }) => ({ datum: idag, naddes: true }), kod: 'inte_oppen' }],
  uppfoljning: [{ fall: 'uppfoljning', data: ({ idag }) => ({ resultat: 'nadd', datum: idag }), kod: 'inte_oppen' }],
  samtycke: [
    { fall: 'process', data: ({ idag }) => ({ verksamheter: [], fran: idag }), kod: 'ingen_verksamhet' },
    { fall: 'process', data: ({ idag }) => ({ verksamheter: ['ny', 'ny'], fran: idag }), kod: 'samma_verksamhet' },
    { fall: 'avidentifierad', data: ({ idag }) => ({ verksamheter: ['fk'], fran: idag }), kod: 'avidentifierad' },
  ],
  samtyckesaterkallelse: [
    { fall: 'process', data: () => ({ verksamheter: [] }), kod: 'ingen_verksamhet' },
    { fall: 'process', data: () => ({ verksamheter: ['okand'] }), kod: 'inget_samtycke' },
  ],
  skyddad_identitet: [
    { fall: 'process', data: () => ({ ersattare: 'k' }), kod: 'samma_person' },
    { fall: 'avidentifierad', data: () => ({ ersattare: 'e' }), kod: 'avidentifierad' },
  ],
  profilbyte: [
    { fall: 'process', data: () => ({ version: 1 }), kod: 'samma_version' },
    { fall: 'process', data: () => ({ version: 1.5 }), kod: 'okand_version' },
  ],
  felregistrering: [],
  ateroppning: [{ fall: 'skickadVidare', data: () => ({}), kod: 'annan_insats' }],
};

function enrol(beslutsdatum: string, startdatum: string): Beslutsunderlag['inskrivning'] {
  return { beslutsdatum, startdatum, koordinator: 'k', overinskrivning: false };
}
function pausa(fran: string, till: string): Beslutsunderlag['paus'] {
  return { orsak: 'sjukdom', fran, till };
}
function forslag({ lage }: Prov): string {
  return lage.medel?.[0]?.id ?? '';
}
