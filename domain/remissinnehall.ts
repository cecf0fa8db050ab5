import type { Kodsvar } from './formular.js';
import type { Dag } from './kalender/kalender.js';
import type {
  Forsorjning,
  Kon,
  Samtyckesform,
  Syfte,
  Sysselsattning,
  TidIOffentligForsorjning,
  Uppgiftsslag,
  Utbildning,
} from './koder.js';

/** A person with name and number. */
export interface IdentifieradPerson {
  readonly identifierad: true;
  /** Personnummer or samordningsnummer, twelve digits. */
  readonly personnummer: string;
  readonly namn: string;
  readonly kon: Kon;
  /** Kommunkod, or `UTANFOR_LANET` (domain/kommuner.ts). */
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
}

/** Everything that a sent remiss holds, checked (design 2.1). */
export interface Remissinnehall {
  /** Code of the insats. */
  readonly insats: string;
  readonly syfte: Syfte;
  readonly person: IdentifieradPerson | AvidentifieradPerson;
  /** None for an avidentifierad person: there is nobody to give it. */
  readonly samtycken: readonly Samtyckesinnehall[];
  readonly problembild: string;
  readonly forsorjning: readonly Kodsvar<Forsorjning>[];
  readonly sysselsattning: readonly Sysselsattning[];
  readonly utbildning?: Utbildning | undefined;
  readonly tidIOffentligForsorjning?: TidIOffentligForsorjning | undefined;
  /** Verksamheter that are involved already, and their contacts. */
  readonly involverade?: string | undefined;
  readonly nollplacerad: boolean;
  /** Why it cannot wait; its presence makes the remiss skyndsam. */
  readonly skyndsamSkal?: string | undefined;
  /** Why an eligibility rule is set aside. */
  readonly behorighetSkal?: string | undefined;
  readonly fraga: string;
}
