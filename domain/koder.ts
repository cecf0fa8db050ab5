/** A code list: the code that is stored, and the Swedish words that people read. */
export type Kodlista = Readonly<Record<string, string>>;
export type Kod<L extends Kodlista> = Extract<keyof L, string>;

/** Whether a text is one of a list's codes. */
export const isKod = <L extends Kodlista>(lista: L, text: string): text is Kod<L> => Object.hasOwn(lista, text);

/** The codes of a list, in its order. */
export const koder = <L extends Kodlista>(lista: L): Kod<L>[] => Object.keys(lista) as Kod<L>[];

export const parter = {
  fk: 'Försäkringskassan',
  af: 'Arbetsförmedlingen',
  region: 'Regionen',
  kommun: 'Kommunen',
} as const satisfies Kodlista;
export type Part = Kod<typeof parter>;

export const roller = {
  handlaggare: 'Handläggare',
  medhandlaggare: 'Medhandläggare',
  teamrepresentant: 'Teamrepresentant',
  koordinator: 'Koordinator',
  sammankallande: 'Sammankallande',
  styrgrupp: 'Styrgrupp',
  kansli: 'Kansli',
  granskare: 'Granskare',
  forvaltare: 'Förvaltare',
  arkivansvarig: 'Arkivansvarig',
  nodatkomst: 'Nödåtkomst',
} as const satisfies Kodlista;
export type Rollkod = Kod<typeof roller>;

export const syften = {
  konsultation: 'Konsultation: få andra verksamheters syn på vad som kan hjälpa',
  inskrivning: 'Inskrivning: pröva om personen kan delta i insatsen',
} as const satisfies Kodlista;
export type Syfte = Kod<typeof syften>;

export const kon = { kvinna: 'Kvinna', man: 'Man', uppgift_saknas: 'Uppgift saknas' } as const satisfies Kodlista;
export type Kon = Kod<typeof kon>;

export const forsorjningar = {
  sjukpenning: 'Sjukpenning eller rehabiliteringspenning',
  aktivitetsersattning: 'Aktivitetsersättning',
  sjukersattning: 'Sjukersättning',
  aktivitetsstod: 'Aktivitetsstöd, utvecklings- eller etableringsersättning',
  a_kassa: 'Arbetslöshetsersättning',
  ekonomiskt_bistand: 'Ekonomiskt bistånd',
  studiestod: 'Studiestöd',
  lon: 'Lön eller inkomst av eget företag',
  foraldrapenning: 'Föräldrapenning',
  ingen_offentlig: 'Ingen offentlig försörjning',
  annan: 'Annan försörjning',
} as const satisfies Kodlista;
export type Forsorjning = Kod<typeof forsorjningar>;

export const sysselsattningar = {
  arbete: 'Arbete',
  subventionerat_arbete: 'Subventionerat arbete',
  eget_foretag: 'Eget företag',
  studier: 'Studier',
  arbetssokande: 'Arbetssökande hos Arbetsförmedlingen',
  arbetsmarknadsatgard: 'Arbetsmarknadsåtgärd',
  fortsatt_rehabilitering: 'Fortsatt rehabilitering hos en myndighet',
  ingen: 'Ingen sysselsättning',
  annan: 'Annan sysselsättning',
} as const satisfies Kodlista;
export type Sysselsattning = Kod<typeof sysselsattningar>;

export const omfattningar = { hel: 'Hel', del: 'Del' } as const satisfies Kodlista;
export type Omfattning = Kod<typeof omfattningar>;

export const utbildningar = {
  ej_grundskola: 'Ej avslutad grundskola',
  grundskola: 'Grundskola',
  gymnasium: 'Gymnasium',
  eftergymnasial: 'Eftergymnasial utbildning',
  okand: 'Uppgift saknas',
} as const satisfies Kodlista;
export type Utbildning = Kod<typeof utbildningar>;

export const tiderIOffentligForsorjning = {
  ingen: 'Ingen',
  under_1_ar: 'Mindre än 1 år',
  '1_till_3_ar': '1 till 3 år',
  '3_till_6_ar': 'Mer än 3 och upp till 6 år',
  over_6_ar: 'Mer än 6 år',
  okand: 'Uppgift saknas',
} as const satisfies Kodlista;
export type TidIOffentligForsorjning = Kod<typeof tiderIOffentligForsorjning>;

export const uppgiftsslag = {
  sysselsattning: 'Sysselsättning och arbetsförmåga',
  ekonomi: 'Försörjning och ekonomi',
  halsa: 'Hälsa och vård',
  socialt: 'Sociala förhållanden',
  utbildning: 'Utbildning',
} as const satisfies Kodlista;
export type Uppgiftsslag = Kod<typeof uppgiftsslag>;

export const samtyckesformer = {
  skriftligt: 'Skriftligt',
  digitalt: 'Undertecknat digitalt',
  muntligt: 'Muntligt, antecknat',
} as const satisfies Kodlista;
export type Samtyckesform = Kod<typeof samtyckesformer>;

export const kontaktsatt = {
  mote: 'Vid möte',
  telefon: 'Per telefon',
  video: 'Per video',
  brev: 'Per brev',
  meddelande: 'Per meddelande',
} as const satisfies Kodlista;
export type Kontaktsatt = Kod<typeof kontaktsatt>;

export const granskningar = {
  accepterad: 'Ta emot remissen',
  komplettering: 'Begär komplettering',
  annan_insats: 'Annan insats passar bättre',
  inte_aktuell: 'Inte aktuell',
} as const satisfies Kodlista;
export type Granskning = Kod<typeof granskningar>;

export const rekommendationer = {
  rad: 'Råd',
  forgrupp: 'Förgrupp',
  inskrivning: 'Inskrivning',
  bordlagd: 'Bordlagd till nästa möte',
  komplettering: 'Komplettering',
  annan_insats: 'Annan insats',
  inte_aktuell: 'Inte aktuell',
  styrgrupp: 'Lyft till styrgruppen',
} as const satisfies Kodlista;
export type Rekommendationskod = Kod<typeof rekommendationer>;

export const aterkopplingar = {
  genomfort: 'Genomfört',
  delvis: 'Delvis genomfört',
  gick_inte: 'Gick inte',
  personen_vill_inte: 'Personen vill inte',
} as const satisfies Kodlista;
export type Aterkopplingskod = Kod<typeof aterkopplingar>;

export const personensSvar = { ja: 'Ja', nej: 'Nej' } as const satisfies Kodlista;
export type PersonensSvarskod = Kod<typeof personensSvar>;

export const spar = {
  snabbspar: 'Snabbspår',
  langre_insats: 'Längre insats',
  ratt_ersattning: 'Rätt ersättning',
} as const satisfies Kodlista;
export type Spar = Kod<typeof spar>;

export const forlangningsutfall = { bifall: 'Bevilja', avslag: 'Avslå' } as const satisfies Kodlista;
export type Forlangningsutfall = Kod<typeof forlangningsutfall>;

export const avslutsorsaker = {
  arbete_studier_arbetssokande: 'Till arbete, studier eller arbetssökande',
  fortsatt_rehabilitering: 'Fortsatt rehabilitering',
  sjukdom: 'Sjukdom: hälsan har försämrats eller medger inte',
  flytt: 'Flytt',
  annan: 'Annan anledning',
  avbruten: 'Avbruten av deltagaren',
  ater_utan_insats: 'Åter utan insats',
  avliden: 'Avliden',
  felregistrering: 'Felregistrering',
} as const satisfies Kodlista;
export type Avslutsorsak = Kod<typeof avslutsorsaker>;

export const uppfoljningsresultat = {
  nadd: 'Personen nåddes och har svarat',
  ej_nadd: 'Personen nåddes inte',
  vill_inte: 'Personen vill inte kontaktas',
} as const satisfies Kodlista;
export type Uppfoljningsresultat = Kod<typeof uppfoljningsresultat>;

export const uteblivenKomplettering = {
  provas_anda: 'Pröva remissen som den är',
  ny_frist: 'Ge ny tid',
  stangs: 'Stäng ärendet',
} as const satisfies Kodlista;
export type UteblivenKompletteringskod = Kod<typeof uteblivenKomplettering>;

export const atgardsutfall = { klar: 'Gjord', hindrad: 'Hindrad' } as const satisfies Kodlista;
export type Atgardsutfall = Kod<typeof atgardsutfall>;

/** Where an agreed action was agreed. */
export const atgardskallor = {
  rad: 'Teamets råd',
  flerpartsmote: 'Flerpartsmöte',
  teamlyft: 'Lyft till teamet',
} as const satisfies Kodlista;
export type Atgardskalla = Kod<typeof atgardskallor>;

export const forgruppsresultat = {
  ja: 'Ja, går vidare',
  nej: 'Nej, går inte vidare',
  avbruten: 'Avbröts',
} as const satisfies Kodlista;
export type Forgruppsresultatkod = Kod<typeof forgruppsresultat>;

/** Where a case goes after a förgrupp that did not lead on. */
export const efterForgrupp = { rad: 'Råd', teamet: 'Tillbaka till teamet' } as const satisfies Kodlista;
export type EfterForgrupp = Kod<typeof efterForgrupp>;

export const ejAktuellOrsaker = {
  flytt: 'Flytt',
  avliden: 'Avliden',
  annat: 'Annat',
} as const satisfies Kodlista;
export type EjAktuellOrsak = Kod<typeof ejAktuellOrsaker>;

export const erbjudandesvar = {
  ja: 'Ja, tar platsen',
  nej: 'Nej, tackar nej till insatsen',
  ej_nadd: 'Nåddes inte',
} as const satisfies Kodlista;
export type Erbjudandesvarskod = Kod<typeof erbjudandesvar>;

export const planlagen = { utkast: 'Utkast', gallande: 'Gällande' } as const satisfies Kodlista;
export type Planlage = Kod<typeof planlagen>;

export const installningar = {
  godkanner: 'Deltagaren godkänner planen',
  invander: 'Deltagaren har invändningar',
} as const satisfies Kodlista;
export type Installning = Kod<typeof installningar>;

export const medelutfall = { bifall: 'Bevilja', avslag: 'Avslå' } as const satisfies Kodlista;
export type Medelutfall = Kod<typeof medelutfall>;

export const aktiviteter = {
  arbetsprovning: 'Arbetsprövning',
  praktik: 'Praktik',
  anstallning: 'Anställning',
  studier: 'Studier',
  utredning: 'Utredning',
  behandling: 'Behandling',
} as const satisfies Kodlista;
export type Aktivitetsslag = Kod<typeof aktiviteter>;

export const ersattningar = {
  sjukersattning: 'Sjukersättning',
  aktivitetsersattning: 'Aktivitetsersättning',
  sjukpenning: 'Sjukpenning eller rehabiliteringspenning',
  annan: 'Annan ersättning',
} as const satisfies Kodlista;
export type Ersattning = Kod<typeof ersattningar>;

export const ersattningsutfall = {
  beviljad: 'Beviljad',
  delvis: 'Delvis beviljad',
  avslag: 'Avslag',
  aterkallad: 'Ansökan togs tillbaka',
  vantar: 'Inget besked än: kontrollera igen senare',
} as const satisfies Kodlista;
export type Ersattningsutfall = Kod<typeof ersattningsutfall>;

export const pausorsaker = {
  sjukdom: 'Sjukdom',
  foraldraledighet: 'Föräldraledighet',
  annan: 'Annan orsak',
} as const satisfies Kodlista;
export type Pausorsak = Kod<typeof pausorsaker>;

export const samtyckesgivare = {
  personen: 'Personen själv',
  stallforetradare: 'Ställföreträdare',
  vardnadshavare: 'Vårdnadshavare (16–17 år)',
} as const satisfies Kodlista;
export type Samtyckesgivare = Kod<typeof samtyckesgivare>;

export const enkatsvar = {
  lamnad: 'Enkäten är lämnad',
  avbojd: 'Deltagaren avböjde',
  ej_erbjuden: 'Enkäten erbjöds inte',
} as const satisfies Kodlista;
export type Enkatsvar = Kod<typeof enkatsvar>;

/** What an identity number is. */
export const idtyper = {
  personnummer: 'Personnummer',
  samordningsnummer: 'Samordningsnummer',
  reservnummer: 'Reservnummer',
} as const satisfies Kodlista;
export type Idtyp = Kod<typeof idtyper>;

/** Who may read a note. */
export const anteckningslasare = {
  insatsen: 'Koordinatorer och sammankallande i insatsen',
  teamet: 'Också teamet, inom samtycket',
} as const satisfies Kodlista;
export type Anteckningslasare = Kod<typeof anteckningslasare>;

export const bilageslag = {
  remiss: 'Bilaga till remissen',
  samtycke: 'Undertecknat samtycke',
  kartlaggning: 'Kartläggning',
  plan: 'Genomförandeplan',
  ovrigt: 'Övrigt',
} as const satisfies Kodlista;
export type Bilageslag = Kod<typeof bilageslag>;

/** How an ärende ended. */
export const stangningar = {
  inte_aktuell: 'Inte aktuell',
  rad_genomfort: 'Råd genomfört',
  personen_vill_inte: 'Personen ville inte följa rådet',
  utan_aterkoppling: 'Stängd utan återkoppling',
  utan_komplettering: 'Stängd utan komplettering',
  atertagen: 'Remissen togs tillbaka',
  annan_insats: 'Fortsätter i en annan insats',
  tackat_nej: 'Personen tackade nej',
  ej_aktuell_langre: 'Ej aktuell längre',
  felregistrerad: 'Felregistrerad',
  uppfoljd: 'Avslutad och uppföljd',
  utan_uppfoljning: 'Avslutad utan uppföljning',
} as const satisfies Kodlista;
export type Stangning = Kod<typeof stangningar>;
