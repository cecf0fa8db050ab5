import type { InloggadAnvandare } from '../login/current-user.js';

const has = ({ roller }: InloggadAnvandare, roll: string, insatsId: string): boolean =>
  roller.some((one) => one.roll === roll && (one.insatsId === undefined || one.insatsId === insatsId));

/** By which right a person may change an insats's profile and its people: its sammankallande, and kansli (design 3). */
export const profilratt = (person: InloggadAnvandare, insatsId: string): 'sammankallande' | 'kansli' | undefined =>
  (['sammankallande', 'kansli'] as const).find((roll) => has(person, roll, insatsId));

/** Whether a person may change an insats's profile and its people. */
export const farAndraProfil = (person: InloggadAnvandare, insatsId: string): boolean =>
  profilratt(person, insatsId) !== undefined;

/** Whether a person may move the insats's ärenden to another version: each move is a decision of sammankallande. */
export const farFlyttaArenden = (person: InloggadAnvandare, insatsId: string): boolean =>
  has(person, 'sammankallande', insatsId);
