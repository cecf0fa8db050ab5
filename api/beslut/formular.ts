import type { VNode } from 'preact';
import type { Relation } from '../../domain/atkomst.js';
import type { Alderspost } from '../../domain/behorighet.js';
import type { Beslutstyp } from '../../domain/faser.js';
import type { Formular, Styrgruppsfraga } from '../../domain/formular.js';
import type { Hinder } from '../../domain/hinder.js';
import type { Insatsprofil } from '../../domain/insatsprofil.js';
import type { Dag } from '../../domain/kalender/kalender.js';
import type { Bilageslag } from '../../domain/koder.js';
import type { Kotur } from '../../domain/ko.js';
import type { Beslutsunderlag } from '../../domain/beslutsunderlag.js';
import type { Lage } from '../../domain/lage.js';
import type { Dagordning } from '../../domain/motesplan.js';
import type { Platsrakning } from '../../domain/platser.js';
import type { FaltFel } from '../components/form/felsammanfattning.js';
import type { FormFields } from '../http/csrf.js';

/** What was typed: name → text, or a list when a field came several times. */
export type Svar = FormFields;

/** Something that can be chosen, by its name. */
export interface Val {
  readonly id: string;
  readonly namn: string;
}

/** An action that waits for a report. */
export interface Oppenatgard {
  readonly id: string;
  readonly atgard: string;
  readonly verksamhetId: string;
  readonly verksamhet: string;
  readonly personId?: string | undefined;
  /** Who answers for it, as written or by the user's name. */
  readonly ansvarig?: string | undefined;
  readonly senast: Dag;
}

/** A recommendation as it stands. */
export interface GivenRekommendation {
  readonly id: string;
  readonly utfall: string;
  readonly motivering: string;
  readonly narvarande: readonly string[];
}

/** A proposal of kompetenshöjande medel that waits for its decision; whole kronor. */
export interface OppetMedelforslag {
  readonly id: string;
  readonly vad: string;
  readonly motivering: string;
  readonly belopp: number;
  readonly extern: boolean;
  readonly beslutas: 'sammankallande' | 'styrgrupp';
  readonly av: string;
}

/** What a decision's form is made from: the case as the records know it, and what may be chosen. */
export interface Formularunderlag {
  /** Today in Sweden, by the installation's clock. */
  readonly idag: Dag;
  /** Now, ISO. */
  readonly nu: string;
  /** Who decides, and how she stands to the ärende. */
  readonly personId: string;
  readonly relationer: readonly Relation[];
  readonly lage: Lage;
  readonly profil: Insatsprofil;
  /** The version of the insats's profile that new ärenden get. */
  readonly nyasteVersion: number;
  /** The verksamheter that samtycke opens the ärende to today. */
  readonly verksamheter: readonly Val[];
  /** Those of them for which this person may give a yttrande and that have not answered for the meeting. */
  readonly yttrandeFor: readonly Val[];
  readonly koordinatorer: readonly Val[];
  /** What the remittent is asked to add, while it is not answered. */
  readonly kompletteringsfraga?: string | undefined;
  /** The places of the insats today, by its newest profile. */
  readonly platser: Platsrakning;
  /** The queue of the insats, in no order. */
  readonly ko: readonly Kotur[];
  /** The latest version of the genomförandeplan: a new one begins from its text. */
  readonly plan?: Pick<Formular<'genomforandeplan'>, 'mal' | 'delmal' | 'uppfoljning' | 'ansvar'> | undefined;
  /** What the address says that the decision is about, `?ref=`: an action, a proposal. */
  readonly ref?: string | undefined;
  /** The team's calendar beside its cadence, and how full its agendas are; missing where no form is shown. */
  readonly dagordning?: Dagordning | undefined;
  /** The other insatser that a case can be sent on to; the id is the insats's kod. */
  readonly andraInsatser: readonly Val[];
  /** Every verksamhet that the ärende's samtycke can open it to: the remittent's, the huvudman's, the team's, and those had. */
  readonly samtyckesval: readonly Val[];
  /** What tells how old the person is. */
  readonly fodd?: Alderspost | undefined;
  /** People of the verksamheter that samtycke covers, who may be named for an action. */
  readonly anvandare: readonly (Val & { readonly verksamhet: string; readonly remittent?: boolean })[];
  /** Actions that wait for a report and that this person may report. */
  readonly atgarder: readonly Oppenatgard[];
  /** The question that waits for the team. */
  readonly teamlyft?: { readonly fraga: string } | undefined;
  /** The question that waits for the styrgrupp. */
  readonly styrgruppslyft?: Styrgruppsfraga | undefined;
  /** The latest recommendation, which can be corrected. */
  readonly rekommendation?: GivenRekommendation | undefined;
  /** Kompetenshöjande medel: kronor granted in the insats this year, and the open proposals that this person decides on. */
  readonly medel?: { readonly beviljat: number; readonly forslag: readonly OppetMedelforslag[] } | undefined;
  /** Koordinatorer and sammankallande of the insats, who may stand in for each other. */
  readonly insatsfolk?: readonly Val[] | undefined;
  /** Who can be named in the ärende of a protected person, and the alias that she has. */
  readonly namngivningsbara?:
    readonly (Val & { readonly verksamhet: string; readonly remittent?: boolean })[] | undefined;
  readonly alias?: string | undefined;
  /** What is wrong with an alias, by the person's real name, which this form does not carry. */
  readonly aliasfel?: ((alias: string) => string | undefined) | undefined;
  /** The ärende's files that this person may read, the latest first. */
  readonly bilagor?: readonly (Val & { readonly slag: Bilageslag })[] | undefined;
  /** Where this person adds files to the ärende. */
  readonly bilageadress?: string | undefined;
  /** The proposed extension that waits for its decision. */
  readonly forslag?: { readonly behov: string; readonly dialogdatum: Dag; readonly foreslagetSlut: Dag } | undefined;
}

/** The kinds of decision that have a form on the case: all but those that are decided for many ärenden at once. */
export type Formularbeslut = Exclude<Beslutstyp, 'overlamning'>;

/** A form as it was understood: what travels and what does not, or what is wrong with which field. */
export type Tolkning<T extends Formularbeslut> =
  | { readonly ok: true; readonly data: Beslutsunderlag[T]; readonly formular: Formular<T> }
  | { readonly ok: false; readonly errors: FaltFel };

/** What the fields are drawn from. */
export interface FaltProps {
  readonly svar: Svar;
  readonly errors: FaltFel;
  readonly underlag: Formularunderlag;
}

/** The form of one kind of decision. */
export interface Beslutsformular<T extends Formularbeslut = Formularbeslut> {
  readonly typ: T;
  /** A sentence or two above the fields: what the decision leads to. */
  readonly ingress?: (underlag: Formularunderlag) => string | undefined;
  /** The plainest decision of this kind, for asking the rules whether one can be taken at all now. */
  prov(underlag: Formularunderlag): Beslutsunderlag[T];
  /** What stands in the way that the state does not know, such as what the profile says; asked after the rules. */
  hinder?(underlag: Formularunderlag): Hinder | undefined;
  /** What the fields hold when the form is opened. */
  forval?(underlag: Formularunderlag): Svar;
  /** Reads what was typed. */
  tolka(svar: Svar, underlag: Formularunderlag): Tolkning<T>;
  /** The fields. */
  readonly Falt: (props: FaltProps) => VNode;
  /** What the button says: verb first, what happens. */
  knapp(underlag: Formularunderlag): string;
  /** What the person is told when the decision has been taken. */
  kvitto(data: Beslutsunderlag[T]): string;
  /** What the person is told instead when it depends on what followed; from the case as it stands after the decision. */
  kvittoEfter?(efter: Formularunderlag): string | undefined;
  /** Which field a rule's refusal belongs to, by the rule's code; other refusals concern the case and not an answer. */
  readonly hinderfalt?: Readonly<Record<string, string>>;
}

/** The single text typed in a field. */
export function ett(svar: Svar, name: string): string {
  const value = Object.hasOwn(svar, name) ? svar[name] : undefined;
  return typeof value === 'string' ? value : (value?.[0] ?? '');
}

/** The answers chosen in a field; a single one is sent as plain text. */
export function flera(svar: Svar, name: string): readonly string[] {
  const value = Object.hasOwn(svar, name) ? svar[name] : undefined;
  return value === undefined ? [] : [value].flat();
}

/**
 * The answers of a submitted form, for reading and for showing again: without the form's own fields, line breaks as one
 * character, and without the null character, which neither a page nor the database can hold.
 */
export function answersOf(fields: FormFields, ownFields: readonly string[]): Svar {
  const clean = (value: string): string => value.replaceAll('\r\n', '\n').replaceAll('\u0000', '');
  return Object.fromEntries(
    Object.entries(fields)
      .filter(([name]) => !ownFields.includes(name))
      .map(([name, value]) => [name, typeof value === 'string' ? clean(value) : value.map(clean)]),
  );
}
