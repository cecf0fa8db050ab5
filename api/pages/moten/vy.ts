import { isOpenTo, rattsgrund, rattTill, verksamheterFor } from '../../../domain/atkomst.js';
import type { Beslutstyp } from '../../../domain/faser.js';
import type { Hinder } from '../../../domain/hinder.js';
import { dayOf } from '../../../domain/kalender/tid.js';
import { lamnarRummet, ordningshinder, punktBorjar, stangningshinder } from '../../../domain/mote.js';
import type { InloggadAnvandare } from '../../login/current-user.js';
import { asProtokoll, type Agendapunkt, type Motessida, type Punktinnehall } from '../../queries/mote.js';
import type { Lastpunkt } from '../../records/mote/las-mote.js';

/** An ärende on the agenda as the reader sees it: without content when she does not take part in it. */
export interface Punktvy {
  /** Its place on the agenda, from 1, also when those before it are not the reader's to see. */
  readonly plats: number;
  readonly borjar: string;
  readonly slutar: string;
  readonly klar: boolean;
  readonly slag: Agendapunkt['slag'];
  readonly synlig?: SynligPunkt;
}

/** What a participant in the ärende sees. */
export interface SynligPunkt {
  readonly arendeId: string;
  readonly nummer: string;
  readonly oronmarkt: boolean;
  readonly innehall: Punktinnehall;
  /** Names of the team's verksamheter that leave the room before it. */
  readonly lamnar: readonly string[];
  /** Names of the verksamheter that have not answered. */
  readonly vantar: readonly string[];
  /** The decisions that the reader may take on it from here. */
  readonly beslut: readonly Beslutstyp[];
}

/** A meeting as one person looks at it. */
export interface Motesvy {
  readonly mote: Motessida;
  readonly dag: string;
  readonly idag: string;
  readonly borjat: boolean;
  /** Whether she leads the meeting. */
  readonly leder: boolean;
  readonly punkter: readonly Punktvy[];
  readonly ordningshinder?: Hinder | undefined;
  readonly stangningshinder?: Hinder | undefined;
}

/** The ärenden of a meeting that a person may read, each with the right it is read by. */
export const synligaPunkter = (mote: Motessida, person: InloggadAnvandare, idag: string): Lastpunkt[] =>
  mote.punkter.flatMap(({ arendeId, relation }) => {
    const ratt = rattsgrund(person, 'las_arende', relation, idag);
    return ratt ? [{ arendeId, ...ratt }] : [];
  });

/** What a person may decide on an ärende of a meeting, in the order in which it comes. */
function beslutFor(
  { slag, klar, lamnat, relation }: Agendapunkt,
  person: InloggadAnvandare,
  { idag, borjat }: { idag: string; borjat: boolean },
): Beslutstyp[] {
  const may = (typ: Beslutstyp) => rattTill(person, typ, relation, idag) !== undefined;
  if (slag === 'teamlyft') return !klar && borjat && may('teamlyftsvar') ? ['teamlyftsvar'] : [];
  if (klar) return may('rekommendationsrattelse') ? ['rekommendationsrattelse'] : [];
  const leads = may('rekommendation');
  const open = (
    leads ? relation.samtycken.map(({ verksamhetId }) => verksamhetId) : verksamheterFor(person, relation, idag)
  ).filter((id) => isOpenTo(id, relation, idag) && !lamnat.includes(id));
  return [
    ...(borjat && leads ? (['rekommendation'] as const) : []),
    ...(open.length > 0 && may('yttrande') ? (['yttrande'] as const) : []),
  ];
}

/**
 * Puts together a meeting for a reader.
 *
 * @param innehall of the ärenden that she may read; the others keep their place and nothing else
 * @param nu now, ISO
 */
export function motesvy(
  mote: Motessida,
  innehall: ReadonlyMap<string, Punktinnehall>,
  person: InloggadAnvandare,
  leder: boolean,
  nu: string,
): Motesvy {
  const idag = dayOf(nu);
  const dag = dayOf(mote.borjar);
  const borjat = mote.borjar <= nu;
  const namn = (ids: readonly string[]) =>
    mote.verksamheter.filter(({ id }) => ids.includes(id)).map((verksamhet) => verksamhet.namn);
  const teamets = mote.verksamheter.map(({ id }) => id);
  const protokoll = asProtokoll(mote);
  const synlig = (punkt: Agendapunkt): SynligPunkt | undefined => {
    const content = innehall.get(punkt.arendeId);
    if (!content) return undefined;
    const lamnar = lamnarRummet(teamets, punkt.relation, dag);
    const svarat = content.yttranden.map(({ verksamhetId }) => verksamhetId);
    const vantar =
      punkt.slag === 'teamlyft' || punkt.klar
        ? []
        : teamets.filter((id) => !lamnar.includes(id) && !svarat.includes(id));
    return {
      arendeId: punkt.arendeId,
      nummer: punkt.nummer,
      oronmarkt: punkt.oronmarkt,
      innehall: content,
      lamnar: namn(lamnar),
      vantar: namn(vantar),
      beslut: mote.installt ? [] : beslutFor(punkt, person, { idag, borjat }),
    };
  };
  return {
    mote,
    dag,
    idag,
    borjat,
    leder,
    punkter: mote.punkter.map((punkt, index) => {
      const seen = synlig(punkt);
      return {
        plats: index + 1,
        borjar: punktBorjar(mote.borjar, index + 1, mote.minuterPerArende),
        slutar: punktBorjar(mote.borjar, index + 2, mote.minuterPerArende),
        klar: punkt.klar,
        slag: punkt.slag,
        ...(seen && { synlig: seen }),
      };
    }),
    ordningshinder: ordningshinder(protokoll),
    stangningshinder: stangningshinder(protokoll, nu),
  };
}

const klockslagFormat = new Intl.DateTimeFormat('sv-SE', {
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
  timeZone: 'Europe/Stockholm',
});

/** A time of the day in Stockholm, `09.20`. */
export const klockslag = (tid: string): string => klockslagFormat.format(new Date(tid)).replace(':', '.');

/** The time of an ärende, `kl. 09.00–09.20`. */
export const tidsrymd = ({ borjar, slutar }: Pick<Punktvy, 'borjar' | 'slutar'>): string =>
  `kl. ${klockslag(borjar)}–${klockslag(slutar)}`;

/** What kind of ärende it is, in words. */
export const slagord: Readonly<Record<Agendapunkt['slag'], string>> = {
  konsultation: 'Konsultation',
  teamlyft: 'Lyft till teamet',
};

export const DELTAR_INTE = 'Ett ärende som du inte deltar i';
