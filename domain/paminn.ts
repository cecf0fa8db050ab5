import type { Hoppskal } from './aviseringsval.js';
import type { Insatsprofil, Paminnelsemottagare } from './insatsprofil.js';
import type { Dag, Instant, Kalender } from './kalender/kalender.js';
import { fortsattStegen, stegNu, type Paminnelse, type Paminnelseuppgift } from './paminnelser.js';
import { hogst, stegutfall, type Stegutfall, type Trappfolk } from './trappa.js';

/** A task whose reminder is given. */
export interface PaminndUppgift<T extends Paminnelseuppgift['typ']> extends Paminnelseuppgift {
  readonly nr: number;
  readonly typ: T;
  readonly paminnelse: Paminnelse;
}

/** The people whom a task's reminders climb through, and those who are told when they have come to the top. */
export interface Paminnelsefolk extends Trappfolk {
  readonly kansli: readonly string[];
}

/** A mail of a reminder: to who is reminded, to kansli for its knowledge, or a row that says why somebody was not told. */
export interface Paminnelseutskick<T> {
  readonly slag: 'paminnelse' | 'kannedom';
  readonly nyckel: string;
  readonly till: { readonly personer: readonly string[] };
  readonly skal?: Hoppskal;
  readonly uppgift: T;
  readonly forfaller: Dag;
}

/** A reminder that is given: what the timeline says of it, its mails, and what comes next. */
export interface GivenPaminnelse<T> {
  readonly data: Readonly<Record<string, string | number | boolean | readonly string[]>>;
  readonly utskick: readonly Paminnelseutskick<T>[];
  readonly paminnelse: Paminnelse;
}

interface Om {
  readonly nu: Instant;
  readonly profil: Insatsprofil;
  readonly kalender: Kalender;
}

/**
 * Gives the reminder of a task whose time has come, by the step of today's ladder. While the task is put aside it is only
 * noted.
 */
export function givPaminnelse<T extends Paminnelseuppgift['typ']>(
  uppgift: PaminndUppgift<T>,
  folk: Paminnelsefolk,
  om: Om,
  vilar: boolean,
): GivenPaminnelse<T> {
  const { nr, typ, forfaller } = uppgift;
  const { steg, till } = stegNu(uppgift, om);
  const gatt = uppgift.paminnelse.niva;
  const utfall = stegutfall(till, gatt, folk);
  const kansli = !vilar && reachesTop(utfall, gatt) ? folk.kansli.filter((id) => !utfall.personer.includes(id)) : [];
  const rad = { slag: 'paminnelse', nyckel: `paminnelse-${nr}-${steg}`, uppgift: typ, forfaller } as const;
  const alla: readonly Paminnelseutskick<T>[] = [
    { ...rad, till: { personer: utfall.personer }, ...(vilar ? { skal: 'vilar' } : {}) },
    { ...rad, till: { personer: vilar ? [] : utfall.redan }, skal: 'samma_person' },
    { ...rad, slag: 'kannedom', nyckel: `kannedom-${nr}-${steg}`, till: { personer: kansli } },
  ];
  return {
    data: {
      nr,
      uppgift: typ,
      steg: steg + 1,
      avsedd: till,
      ...(vilar ? { vilar } : utfallsdata(utfall)),
      ...(kansli.length > 0 ? { kansli: true } : {}),
    },
    utskick: alla.filter((one) => one.till.personer.length > 0),
    paminnelse: fortsattStegen(uppgift, om, vilar ? gatt : hogst(gatt, utfall.niva)),
  };
}

/** Kansli hears once: when the reminders come to who leads the styrgrupp, or when there is nobody to remind at all. */
const reachesTop = ({ slag, niva }: Stegutfall, gatt: Paminnelsemottagare | undefined): boolean =>
  slag === 'ingen' || (niva === 'styrgrupp' && gatt !== 'styrgrupp');

const utfallsdata = ({ slag, till, saknas, samma }: Stegutfall): GivenPaminnelse<never>['data'] => ({
  ...(slag === 'stod' ? { stod: true } : {}),
  ...(till === undefined ? {} : { till }),
  ...(saknas.length > 0 ? { saknas } : {}),
  ...(samma.length > 0 ? { samma } : {}),
});
