import { beslutstyper } from '../../../domain/beslut/index.js';
import {
  relationer as relationerTill,
  rattsgrund,
  rattTill,
  type Relation,
  type Rattsgrund,
} from '../../../domain/atkomst.js';
import { stangdaSlag } from '../../../domain/bakgrundsinsyn.js';
import type { Beslutstyp } from '../../../domain/faser.js';
import { roller, type Uppgiftsslag } from '../../../domain/koder.js';
import { nextStep, type Lage, type NastaSteg } from '../../../domain/lage.js';
import { inPlaceOf, innehavare, isMine, type Fordelbar } from '../../../domain/tilldelning.js';
import { uppgiftstyper } from '../../../domain/uppgifter.js';
import type { Formularunderlag } from '../../beslut/formular.js';
import { harFormular, hinderForAny } from '../../beslut/index.js';
import { underlagOf } from '../../beslut/oppna.js';
import { formatLista } from '../../components/format.js';
import type { InloggadAnvandare } from '../../login/current-user.js';
import type { Arendehuvud, Namngiven } from '../../queries/arende.js';
import type { Arendeatkomst, Oppning } from '../../queries/arenderelation.js';

/** Who has an open task, as the reader is told. */
export interface Harden {
  /** With how she stands to the case: `Kim Ledsagarsson (sammankallande)`. */
  readonly namn: string;
  /** Whether the task is thereby the reader's to do. */
  readonly min: boolean;
  /** The name of who is away, when it is the reader's in her place. */
  readonly istalletFor?: string;
}

/** A case as one person looks at it on a day. */
export interface Arendevy {
  readonly arende: Arendehuvud;
  readonly personId: string;
  /** Those who are away today and whose tasks are this person's. */
  readonly ersatter: readonly Namngiven[];
  /** Today in Sweden. */
  readonly idag: string;
  /** Now, ISO. */
  readonly nu: string;
  /** How this person stands to the case. */
  readonly relationer: readonly Relation[];
  /** Who has each open task that somebody has taken or was given, by the task's number. */
  readonly har: Readonly<Record<number, Harden>>;
  /** The decisions that this person may take now. */
  readonly mojliga: readonly Beslutstyp[];
  /** Why the usual decision of the next step cannot be taken by this person now, though she may take its kind. */
  readonly hindras: string | undefined;
  /** The right by which this person writes notes in the case and adds files to it; missing: she may not. */
  readonly skriver: Rattsgrund | undefined;
  /** Whether this person reads what the team does not: she works with the case, or it is opened to her in an emergency. */
  readonly laserHela: boolean;
  /** The emergency opening that she reads by, when she has no other right. */
  readonly nodatkomst?: Oppning | undefined;
  /** Whether this person leads the insats: she alone sees who has read the case. */
  readonly leder: boolean;
  /** The verksamheter for which this person may give a yttrande now. */
  readonly yttrandeFor: readonly string[];
  /** The kinds of information in the remiss's background that samtycke does not open to this person. */
  readonly stangdaSlag: readonly Uppgiftsslag[];
}

/** Puts together what a person sees of a case: the decisions are those that both the rights and the rules allow. */
export function arendevy(
  arende: Arendehuvud,
  atkomst: Arendeatkomst,
  person: InloggadAnvandare,
  idag: string,
  nu: Date,
): Arendevy {
  const underlag = underlagOf(arende, atkomst, person, idag, nu);
  const skriver = rattsgrund(person, 'anteckna', atkomst.relation, idag);
  const nodatkomst =
    rattTill(person, 'las_arende', atkomst.relation, idag) === 'nodatkomst'
      ? atkomst.oppningar.find(({ avId }) => avId === person.id)
      : undefined;
  return {
    arende,
    personId: person.id,
    ersatter: person.ersatter,
    idag,
    nu: underlag.nu,
    relationer: underlag.relationer,
    har: innehav(arende, atkomst, person, idag),
    mojliga: beslutstyper.filter(
      (typ) =>
        harFormular(typ) && rattTill(person, typ, atkomst.relation, idag) !== undefined && !hinderForAny(typ, underlag),
    ),
    hindras: hindras(arende.lage, underlag),
    skriver,
    laserHela: skriver !== undefined || nodatkomst !== undefined,
    nodatkomst,
    leder: underlag.relationer.includes('sammankallande'),
    yttrandeFor: underlag.yttrandeFor.map(({ id }) => id),
    stangdaSlag: stangdaSlag(person, atkomst.relation, idag),
  };
}

/** Who has which of the open tasks, by the same rule as the lists of tasks. */
function innehav(
  { lage, tilldelade }: Arendehuvud,
  { relation }: Arendeatkomst,
  person: InloggadAnvandare,
  idag: string,
): Arendevy['har'] {
  return Object.fromEntries(
    lage.uppgifter.flatMap(({ nr, typ, roll, verksamhet, person: personId, forfaller }) => {
      const tilldelad = tilldelade[nr];
      const uppgift: Fordelbar = { typ, roll, verksamhetId: verksamhet, personId, forfaller, tilldelad };
      const har = innehavare(uppgift, relation, idag);
      if (!har) return [];
      const borta = inPlaceOf(person, uppgift, relation, idag);
      const [som] = relationerTill(har, relation, idag);
      const namn =
        som === undefined
          ? har.namn
          : `${har.namn} (${(som === 'remittent' ? 'Remittent' : roller[som]).toLowerCase()})`;
      const min = isMine(person, uppgift, relation, idag);
      return [[nr, { namn, min, ...(borta !== undefined && { istalletFor: har.namn }) }] as const];
    }),
  );
}

/** What stands in the way of the usual decision of the next step. */
function hindras(lage: Lage, underlag: Formularunderlag): string | undefined {
  const steg = nextStep(lage);
  return steg && hinderForAny(uppgiftstyper[steg.typ].beslut[0], underlag)?.mening;
}

type Agt = Pick<NastaSteg, 'nr' | 'roll' | 'verksamhet' | 'person'>;

/** Who has a task that was taken or given; undefined when it is still that of all who owe it. */
export const harDen = ({ har }: Pick<Arendevy, 'har'>, { nr }: Agt): Harden | undefined =>
  nr === undefined ? undefined : har[nr];

/** In whose place the reader owes a task, or has it; undefined when she does not, or somebody else has it. */
export function egenUppgift(vy: Arendevy, steg: Agt): { readonly istalletFor?: string } | undefined {
  const har = harDen(vy, steg);
  if (har) return har.min ? har : undefined;
  const { arende, personId, ersatter } = vy;
  const { roll, verksamhet, person } = steg;
  const owners =
    person !== undefined ? [person] : verksamhet === undefined ? ownersOf(arende, roll).map(({ id }) => id) : [];
  if (owners.includes(personId)) return {};
  const borta = ersatter.find(({ id }) => owners.includes(id));
  return borta && { istalletFor: borta.namn };
}

/** Who has a task, or owes it when nobody has taken it, by name; "du" when it is the reader, for herself or for somebody who is away. */
export function agare(vy: Arendevy, steg: Agt): string {
  const own = egenUppgift(vy, steg);
  if (own) return own.istalletFor === undefined ? 'du' : `du i stället för ${own.istalletFor}`;
  const har = harDen(vy, steg);
  if (har) return har.namn;
  const { arende } = vy;
  const { roll, verksamhet, person } = steg;
  const verksamhetens = verksamhet === undefined ? undefined : (arende.namn[verksamhet] ?? 'okänd verksamhet');
  if (person !== undefined) return [arende.namn[person], verksamhetens].filter(Boolean).join(', ') || roll;
  if (verksamhetens !== undefined) return verksamhetens;
  const people = ownersOf(arende, roll);
  return people.length === 0 ? roll : formatLista(people.map(({ namn }) => namn));
}

function ownersOf(arende: Arendehuvud, roll: NastaSteg['roll']): readonly { id: string; namn: string }[] {
  switch (roll) {
    case 'handlaggare':
      return [arende.remittent];
    case 'koordinator':
      return arende.koordinator ? [arende.koordinator] : [];
    case 'sammankallande':
      return arende.sammankallande;
    case 'styrgrupp':
      return arende.styrgrupp;
    default:
      return [];
  }
}

/** The address of a decision's form; `ref` is what it is about when the ärende has several of its kind. */
export const beslutsadress = (nummer: string, typ: Beslutstyp, ref?: string): string =>
  `/arenden/${nummer}/beslut/${typ}${ref === undefined ? '' : `?ref=${ref}`}`;
