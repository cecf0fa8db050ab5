import type { ParsedMail } from 'mailparser';
import { svenskKalender as kalender } from '../../domain/kalender/svensk.js';

/** A mail of the year: who, when in Stockholm, and what it told her. */
export interface Arsbrev {
  /** The part of the address before the at. */
  readonly till: string;
  readonly dag: string;
  /** `08.15` */
  readonly klockan: string;
  readonly amne: string;
  /** What a morning's mail told of, each with its heading. */
  readonly rader: readonly string[];
}

const clock = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm', hour: '2-digit', minute: '2-digit' });

/** A mail as the list has it. */
export function arsbrev({ to, date, subject = '', text = '' }: ParsedMail): Arsbrev {
  const sent = date ?? new Date(0);
  const rows = text.split('\n').map((row) => row.replaceAll('\u00A0', ' '));
  return {
    till: ([to].flat()[0]?.text ?? '').replace(/@.*/, ''),
    dag: kalender.dayOf(sent.toISOString()),
    klockan: clock.format(sent).replace(':', '.'),
    amne: subject.replaceAll('\u00A0', ' '),
    rader: rows.filter((row) => row.startsWith('- ') || /^[A-ZÅÄÖ]{4}[A-ZÅÄÖ ]*$/.test(row)),
  };
}

/** The whole list as text, by day, person and subject: the same year gives the same text. */
export const breven = (alla: readonly Arsbrev[]): string =>
  alla
    .map(({ dag, till, amne, rader }) => [`${dag} ${till}: ${amne}`, ...rader.map((rad) => `  ${rad}`)].join('\n'))
    .toSorted((a, b) => a.localeCompare(b, 'sv'))
    .join('\n')
    .concat('\n');
