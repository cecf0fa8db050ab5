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
  teamrepresentant: 'Teamrepresentant',
  koordinator: 'Koordinator',
  sammankallande: 'Sammankallande',
  styrgrupp: 'Styrgrupp',
  kansli: 'Kansli',
  granskare: 'Granskare',
  forvaltare: 'Förvaltare',
  arkivansvarig: 'Arkivansvarig',
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
  inte_aktuell: 'Inte aktuell',
} as const satisfies Kodlista;
export type Granskning = Kod<typeof granskningar>;

export const rekommendationer = {
  rad: 'Råd',
  inskrivning: 'Inskrivning',
  bordlagd: 'Bordlagd till nästa möte',
  inte_aktuell: 'Inte aktuell',
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

/** How an ärende ended. */
export const stangningar = {
  inte_aktuell: 'Inte aktuell',
  rad_genomfort: 'Råd genomfört',
  personen_vill_inte: 'Personen ville inte följa rådet',
  utan_aterkoppling: 'Stängd utan återkoppling',
  tackat_nej: 'Personen tackade nej',
  uppfoljd: 'Avslutad och uppföljd',
  utan_uppfoljning: 'Avslutad utan uppföljning',
} as const satisfies Kodlista;
export type Stangning = Kod<typeof stangningar>;
