import { check, decide } from '../../../domain/beslut/index.js';
import { fallDue } from '../../../domain/forfall.js';
import type { Insatsprofil } from '../../../domain/insatsprofil.js';
import type { Dag, Instant } from '../../../domain/kalender/kalender.js';
import { taEmotErbjudande } from '../../../domain/ko.js';
import type { Beslut } from '../../../domain/beslutsunderlag.js';
import { nextWake, type Lage } from '../../../domain/lage.js';
import { Forandring, type Omstandighet } from '../../../domain/forandring.js';
import { receive } from '../../../domain/mottagning.js';
import type { Arendekrets } from '../../../domain/mottagare.js';
import type { Demofall } from './arenden.js';
import { minnesKalender as kalender } from './kalender.js';
import { samtyckestid } from './remiss.js';
import { kontorstid, PLATS, type Scen, type Tagning } from './manus.js';

/** Something that happens to a case on its way. */
export type Handelse =
  | { readonly slag: 'remiss'; readonly nar: Instant }
  | { readonly slag: 'forfall'; readonly nar: Instant }
  | { readonly slag: 'plats'; readonly nar: Instant }
  | { readonly slag: 'beslut'; readonly nar: Instant; readonly id: string; readonly tagning: Tagning };

/** What happens in a case, in order of time, and the state that it ends in. */
export interface Plan {
  readonly handelser: readonly Handelse[];
  readonly lage: Lage;
}

/** What a script is played with. */
export interface Rollista extends Omit<Scen, 'lage' | 'sedan' | 'nu'> {
  readonly team: string;
  /** The verksamheter that the case is open to. */
  readonly samtycken: readonly string[];
  readonly remittentVerksamhet: string;
  readonly huvudman: string;
}

/** A decision as it travels. */
export const asBeslut = (
  { typ, data, av }: Tagning,
  id: string,
  dag: Dag,
  { personId }: Pick<Scen, 'personId'>,
): Beslut => ({
  id,
  typ,
  av: personId(av),
  dag,
  data,
});

/**
 * Works out when everything in a case happens, so that it ends where the demo wants it today: its last step at least
 * `vilat` days ago, and as little longer as meetings and working days allow. The rules are the real ones; nothing is
 * written.
 *
 * @param nu the moment up to which the case is played
 * @throws when a rule refuses a step of the script
 */
export function planera(fall: Demofall, rollista: Rollista, nu: Instant): Plan {
  const target = kalender.addDays(kalender.dayOf(nu), -fall.vilat);
  const isInTime = (run: Genomspelning) => run.slut <= nu && kalender.dayOf(run.slut) <= target;
  let start = target;
  const play = (dag: Dag) => playFrom(fall, rollista, dag, nu);
  let run = play(start);
  for (let round = 0; round < 4; round += 1) {
    start = kalender.addDays(start, kalender.daysBetween(kalender.dayOf(run.slut), target));
    run = play(start);
  }
  while (!isInTime(run)) {
    start = kalender.addDays(start, -Math.max(1, kalender.daysBetween(target, kalender.dayOf(run.slut))));
    run = play(start);
  }
  for (let later = kalender.addDays(start, 1), tries = 0; tries < 12; tries += 1, later = kalender.addDays(later, 1)) {
    const next = play(later);
    if (!isInTime(next)) break;
    run = next;
  }
  const rest = waitUntil(run.lage, nu, rollista.profil);
  return { handelser: [...run.handelser, ...rest.handelser], lage: rest.lage };
}

interface Genomspelning extends Plan {
  /** The moment that `vilat` is counted from. */
  readonly slut: Instant;
}

function playFrom(fall: Demofall, rollista: Rollista, dag: Dag, nu: Instant): Genomspelning {
  const { profil, team, samtycken, remittentVerksamhet, huvudman, nr } = rollista;
  const sent = kontorstid(kalender.arbetsdagBefore(dag), { nr, sedan: kalender.startOfDay('2000-01-01') });
  const om = (nar: Instant) => ({ nu: nar, profil, kalender });
  const handelser: Handelse[] = [{ slag: 'remiss', nar: sent }];
  let lage = receive(
    {
      arendeId: '',
      nummer: '',
      insats: fall.insats,
      profilversion: 1,
      team,
      syfte: fall.avidentifierad ? 'konsultation' : 'inskrivning',
      identifierad: !fall.avidentifierad,
      samtycken,
      samtyckesperioder: fall.avidentifierad
        ? []
        : samtycken.map((id) => ({ verksamhet: id, ...samtyckestid(fall, sent, nu) })),
      remittentVerksamhet,
      huvudman,
    },
    om(sent),
  ).lage;
  let sedan = sent;
  for (const [at, steg] of fall.steg.entries()) {
    const scen = { ...rollista, nu, lage, sedan };
    const nar = steg.nar(scen);
    if (typeof nar !== 'string')
      return { handelser, lage, slut: kalender.startOfDay(kalender.addDays(kalender.dayOf(nu), nar.dagarForSent)) };
    const waited = waitUntil(lage, nar, profil);
    handelser.push(...waited.handelser);
    lage = waited.lage;
    const tagning = steg.tagning({ ...scen, lage }, kalender.dayOf(nar));
    if (!tagning) continue;
    sedan = nar;
    if (tagning === PLATS) {
      lage = offered(lage, om(nar));
      handelser.push({ slag: 'plats', nar });
      continue;
    }
    const id = crypto.randomUUID();
    const beslut = asBeslut(tagning, id, kalender.dayOf(nar), rollista);
    const refusal = check(lage, beslut);
    // refused in the future: the case begins too late, and is tried again from an earlier day
    if (refusal && nar > nu) return { handelser, lage, slut: nar };
    if (refusal) throw new Error(`Case ${nr}, step ${at + 1} (${tagning.typ}): ${refusal.mening}`);
    lage = decide(lage, beslut, { ...om(nar), ...(steg.fullt ? { platser: FULLT } : {}) }).lage;
    handelser.push({ slag: 'beslut', nar, id, tagning });
  }
  return { handelser, lage, slut: anchor(fall, lage) ?? sedan };
}

/** As an insats is found whose last place was taken by somebody else. */
const FULLT = { lediga: 0, fore: 0, regelpoang: 0 };

function offered(lage: Lage, om: Omstandighet): Lage {
  const forandring = new Forandring(lage, om);
  taEmotErbjudande(forandring, { id: crypto.randomUUID() });
  return forandring.lage;
}

function anchor({ vilatSedan }: Demofall, { mote, insatstid }: Lage): Instant | undefined {
  if (vilatSedan === 'mote') return mote?.borjar;
  return vilatSedan === 'insatstid' && insatstid ? kalender.startOfDay(insatstid.slut) : undefined;
}

/** When something happens does not depend on whom it reaches. */
const UTAN_FOLK: Arendekrets = {
  folk: {},
  remittent: '',
  team: [],
  samtycken: [],
  tilldelade: {},
  sammankallande: [],
  styrgrupp: [],
  ordforande: [],
  kansli: [],
};

/** What happens by itself to a case until a moment. */
function waitUntil(from: Lage, till: Instant, profil: Insatsprofil): Plan {
  const handelser: Handelse[] = [];
  let lage = from;
  for (let nar = nextWake(lage); nar !== undefined && nar <= till; nar = nextWake(lage)) {
    handelser.push({ slag: 'forfall', nar });
    lage = fallDue(lage, { nu: nar, profil, kalender }, UTAN_FOLK).lage;
  }
  return { handelser, lage };
}
