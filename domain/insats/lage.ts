import type { Dag, Instant } from '../kalender/kalender.js';
import type { Kodlista } from '../koder.js';
import type { Paminnelse } from '../paminnelser.js';
import type { Insatsuppgiftstyp } from './uppgifter.js';

/** The decisions that people take on an insats itself. Each is one Update and one transaction, as those of an ärende. */
export const insatsbeslut = {
  motesandring: 'Ändra ett möte',
  koversyn: 'Registrera översyn av kön',
  hinderanmalan: 'Anmäl strukturellt hinder',
  hindersvar: 'Svara på strukturellt hinder',
} as const satisfies Kodlista;
export type Insatsbeslutstyp = keyof typeof insatsbeslut;

export const motesandringar = {
  flytt: 'Flytta ett möte',
  installt: 'Ställ in ett möte',
  extra: 'Lägg till ett extra möte',
} as const satisfies Kodlista;
export type Motesandringsslag = keyof typeof motesandringar;

/** A task that somebody owes the insats. */
export interface OppenInsatsuppgift {
  /** Running number within the insats. */
  readonly nr: number;
  readonly typ: Insatsuppgiftstyp;
  /** The id of what it is about: an obstacle. */
  readonly ref?: string;
  readonly oppnad: Instant;
  /** The last day to do it. */
  readonly forfaller: Dag;
  readonly paminnelse: Paminnelse;
}

/** Something that will happen by itself: the queue is looked over, a place becomes free, a meeting begins. */
export interface Insatsfrist {
  readonly typ: 'koversyn' | 'platser' | 'mote';
  readonly nar: Instant;
}

/** A coming meeting of a team. */
export interface KommandeMote {
  readonly borjar: Instant;
  readonly dag: Dag;
}

/**
 * What the insats's workflow knows and waits in: ids, codes and dates. It is the workflow's input as well as its state, so
 * that an insats can be started, continued as new or rebuilt from any point by the same code.
 */
export interface Insatslage {
  readonly insatsId: string;
  readonly kod: string;
  /** Grows by one for every decision and everything that happens by itself. */
  readonly version: number;
  readonly senasteUppgift: number;
  readonly uppgifter: readonly OppenInsatsuppgift[];
  readonly frister: readonly Insatsfrist[];
  /** The coming meetings of each team, by its code, the next one first. */
  readonly moten: Readonly<Record<string, readonly KommandeMote[]>>;
  /** The beginning of the last meeting that was passed: a new one is a new run of the workflow. */
  readonly senasteMote?: Instant;
}

/** What a decision is, as it travels to the insats: only ids, codes and dates. */
export interface Insatsbeslutsunderlag {
  motesandring: { team: string; slag: Motesandringsslag; fran?: Instant; till?: Instant; pahelgdag?: boolean };
  koversyn: { datum: Dag };
  hinderanmalan: { team: string };
  hindersvar: { hinder: string };
}

/** Texts of a decision; they stay in the database. */
export interface Insatsformular {
  motesandring: { skal: string };
  koversyn: { text: string };
  hinderanmalan: { text: string };
  hindersvar: { svar: string };
}

export interface Insatsbeslut<T extends Insatsbeslutstyp = Insatsbeslutstyp> {
  /** The form's id: the same decision sent twice is one decision. */
  readonly id: string;
  readonly typ: T;
  readonly av: string;
  /** The moment at which the form was sent, and its Swedish day. */
  readonly nar: Instant;
  readonly dag: Dag;
  readonly data: Insatsbeslutsunderlag[T];
}

/** An insats that nothing has happened in: its first look fills in what there is. */
export const nyttInsatslage = (insatsId: string, kod: string): Insatslage => ({
  insatsId,
  kod,
  version: 0,
  senasteUppgift: 0,
  uppgifter: [],
  frister: [],
  moten: {},
});

/** The moment at which the insats wakes by itself next. */
export const nextInsatsWake = ({ frister, uppgifter }: Insatslage): Instant | undefined =>
  [...frister.map(({ nar }) => nar), ...uppgifter.map(({ paminnelse }) => paminnelse.nar)].toSorted()[0];
