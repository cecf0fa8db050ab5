import { createHash, randomBytes } from 'node:crypto';

/** Where calendars are fetched; after it stands what tells whose. */
export const KALENDER = '/kalender';

/** A secret that stands in the address of a calendar, 256 bits: whoever has it can read the calendar. */
export const nyHemlighet = (): string => randomBytes(32).toString('base64url');

/** What is kept of a secret. It is random and long, so that one round of hashing is enough. */
export const hashOf = (hemlighet: string): string => createHash('sha256').update(hemlighet).digest('hex');

/** The whole address of a calendar. @param baseUrl public address, without a slash at its end */
export const kalenderadress = (baseUrl: string, hemlighet: string): string => `${baseUrl}${KALENDER}/${hemlighet}.ics`;
