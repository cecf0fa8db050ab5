import { isDeepStrictEqual } from 'node:util';
import type { Beslutstyp } from '../../../domain/faser.js';
import type { Forandring, NyttUtskick } from '../../../domain/forandring.js';
import { nextStep, nextWake, type Frist, type Lage } from '../../../domain/lage.js';

/** What brought a change about: a decision, a moment that came, or something that the insats did. */
export type Orsak = Beslutstyp | 'tiden' | 'insatsen';

/** Decisions that set the end of the insatstid themselves. */
const SATTER_SLUT: readonly Orsak[] = ['inskrivning', 'erbjudandesvar', 'forlangning', 'undantag', 'profilbyte'];

const isUnique = (values: readonly unknown[]): boolean => new Set(values).size === values.length;

/** What makes two planned things the same; a verksamhet may have several samtycken, on different days. */
function fristKey(frist: Frist): string {
  if (frist.typ === 'uppgift_oppnas') return `${frist.uppgift} ${frist.mal?.verksamhet} ${frist.mal?.ref}`;
  return 'verksamhet' in frist ? `${frist.typ} ${frist.verksamhet} ${frist.nar}` : frist.typ;
}

/** Texts in JSON that are codes, ids, numbers of an ärende, days or instants. */
const BARA_KODER = /^(?:[^"]|"[\w.:-]{0,64}")*$/;

/** Whether the end of the insatstid has moved by the days that were given back, and by nothing else. */
function movedByPaus(before: Lage, after: Lage, om: Forandring['om']): boolean {
  if (!before.insatstid || !after.insatstid) return true;
  const moved = om.kalender.daysBetween(before.insatstid.slut, after.insatstid.slut);
  return moved === (after.pausdagar ?? 0) - (before.pausdagar ?? 0);
}

/** Whether a pause that ran out by itself gave back each of its days, once. */
function gaveBack(before: Lage, after: Lage, om: Forandring['om']): boolean {
  if (!before.paus || after.paus) return true;
  const { fran, till } = before.paus;
  return (after.pausdagar ?? 0) - (before.pausdagar ?? 0) === om.kalender.daysBetween(fran, till) + 1;
}

/** What tells a mail apart from the others to the same people. */
const mailKeys = ({ nyckel, till }: NyttUtskick): string[] =>
  'personer' in till ? till.personer.map((person) => `${nyckel} ${person}`) : [nyckel];

/** The rules that every change keeps to, each with whether this one does. */
function rules(before: Lage, forandring: Forandring, orsak: Orsak): Record<string, boolean> {
  const { lage, handelser, utskick, avslutadeUppgifter, flyttadeUppgifter, om } = forandring;
  const opened = lage.uppgifter.filter(({ nr }) => nr > before.senasteUppgift);
  const ended = avslutadeUppgifter.map(({ nr }) => nr);
  const left = before.uppgifter.map(({ nr }) => nr).filter((nr) => !ended.includes(nr));
  const closed = lage.fas === 'stangd';
  const lastDays = [...opened, ...flyttadeUppgifter, ...lage.frister.filter((one) => one.typ === 'uppgift_oppnas')];
  return {
    'the version grows by one': lage.version === before.version + 1,
    'the state survives travelling': isDeepStrictEqual(JSON.parse(JSON.stringify(lage)), lage),
    'a task ends once': isUnique(ended),
    'no task is lost': isDeepStrictEqual(
      lage.uppgifter.map(({ nr }) => nr),
      [...left, ...opened.map(({ nr }) => nr)],
    ),
    'a last day is a working day': lastDays.every(({ forfaller }) => om.kalender.isArbetsdag(forfaller)),
    'nobody owes the same thing twice': isUnique(
      lage.uppgifter.map(({ typ, verksamhet, ref }) => `${typ} ${verksamhet} ${ref}`),
    ),
    'nothing is planned twice': isUnique(lage.frister.map(fristKey)),
    'who is shut out owes nothing': lage.uppgifter.every(
      ({ verksamhet }) => verksamhet === undefined || lage.samtycken.includes(verksamhet),
    ),
    'the insatstid moves by the days paused': SATTER_SLUT.includes(orsak) || movedByPaus(before, lage, om),
    'a pause gives back its days': orsak !== 'tiden' || gaveBack(before, lage, om),
    'mails can be told apart': isUnique(utskick.flatMap(mailKeys)),
    'a reminder reaches somebody': handelser.every(
      ({ typ, data }) => typ !== 'paminnelse' || data['till'] !== undefined || data['stod'] === true,
    ),
    'the timeline says something': handelser.length > 0,
    'nothing but codes travels': BARA_KODER.test(JSON.stringify([lage, handelser, utskick])),
    'an open case has a next step': (nextStep(lage) === undefined) === closed,
    'an open case wakes by itself': (nextWake(lage) === undefined) === closed,
    'a closed case says how': (lage.stangdSom !== undefined) === closed,
    'a closed case owes and waits for nothing': !closed || lage.uppgifter.length + lage.frister.length === 0,
  };
}

/** Throws when a change breaks a rule, with the state before and after it. */
export function holds(before: Lage, forandring: Forandring, orsak: Orsak): void {
  const broken = Object.entries(rules(before, forandring, orsak)).filter(([, kept]) => !kept);
  if (broken.length === 0) return;
  const { lage, handelser, om } = forandring;
  throw new Error(
    `${orsak}, ${om.nu}: ${broken.map(([rule]) => rule).join('; ')}: ${JSON.stringify({ before, after: lage, handelser }, null, 1)}`,
  );
}
