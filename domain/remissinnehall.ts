import type { Kodsvar } from './formular.js';
import type { Dag } from './kalender/kalender.js';
import type {
  Idtyp,
  Kon,
  Samtyckesform,
  Samtyckesgivare,
  Syfte,
  TidIOffentligForsorjning,
  Uppgiftsslag,
  Utbildning,
} from './koder.js';

/** A person with name and number. */
export interface IdentifieradPerson {
  readonly identifierad: true;
  /** What the number is; a personnummer unless told. */
  readonly idtyp?: Idtyp | undefined;
  /** Personnummer or samordningsnummer, twelve digits; a reservnummer as it was written. */
  readonly personnummer: string;
  /** Of a reservnummer, which tells none itself. */
  readonly fodelsear?: number | undefined;
  readonly namn: string;
  readonly kon: Kon;
  /** Kommunkod, or `UTANFOR_SVERIGE` (domain/kommuner.ts). */
  readonly kommun: string;
  readonly telefon?: string | undefined;
  readonly epost?: string | undefined;
  readonly sprak?: string | undefined;
  readonly tolk: boolean;
  /** Skyddade personuppgifter. */
  readonly skyddad: boolean;
}

/** A person of whom no more is told than this; for konsultation only. */
export interface AvidentifieradPerson {
  readonly identifierad: false;
  readonly fodelsear: number;
  readonly kon: Kon;
  readonly kommun: string;
}

/** The person's samtycke to one verksamhet. */
export interface Samtyckesinnehall {
  /** Id of the verksamhet. */
  readonly verksamhet: string;
  readonly uppgiftsslag: readonly Uppgiftsslag[];
  readonly giltigtFran: Dag;
  /** Open-ended when missing. */
  readonly giltigtTill?: Dag | undefined;
  readonly form: Samtyckesform;
  /** The insatser that it names, by kod; none: the insats of the remiss alone. */
  readonly insatser?: readonly string[] | undefined;
  readonly andamal?: string | undefined;
  /** Who gave it; the person herself unless told. */
  readonly lamnatAv?: Samtyckesgivare | undefined;
  /** The language in which it was explained, and whether through a tolk. */
  readonly sprak?: string | undefined;
  readonly tolk?: boolean | undefined;
  /** Id of the scan of a written one. */
  readonly bilaga?: string | undefined;
}

/** A verksamhet that raised the person beside the remittent's: one of the förbund's by id, or one outside by its name. */
export type Aktualiserande = { readonly verksamhet: string } | { readonly namn: string };

/** Everything that a sent remiss holds, checked (design 2.1). */
export interface Remissinnehall {
  /** Code of the insats. */
  readonly insats: string;
  readonly syfte: Syfte;
  readonly person: IdentifieradPerson | AvidentifieradPerson;
  /** Verksamheter that raised the person beside the remittent's. */
  readonly aktualiserande?: readonly Aktualiserande[] | undefined;
  /** Who asked, when the remiss comes from outside the parter and sammankallande enters it. */
  readonly kalla?: string | undefined;
  /** None for an avidentifierad person: there is nobody to give it. */
  readonly samtycken: readonly Samtyckesinnehall[];
  readonly problembild: string;
  /** Codes of the insats's lists (domain/profilkoder.ts). */
  readonly forsorjning: readonly Kodsvar<string>[];
  readonly sysselsattning: readonly string[];
  readonly utbildning?: Utbildning | undefined;
  readonly tidIOffentligForsorjning?: TidIOffentligForsorjning | undefined;
  /** Verksamheter that are involved already, and their contacts. */
  readonly involverade?: string | undefined;
  readonly nollplacerad: boolean;
  /** Why it cannot wait; its presence makes the remiss skyndsam. */
  readonly skyndsamSkal?: string | undefined;
  /** Why an eligibility rule is set aside. */
  readonly behorighetSkal?: string | undefined;
  /** Codes of excluding eligibility rules that the remittent says apply. */
  readonly uteslutningar?: readonly string[] | undefined;
  /** Whether the person may be counted in statistics: neither secrecy consent nor the will to take part. */
  readonly statistiksamtycke?: boolean | undefined;
  readonly fraga: string;
}
