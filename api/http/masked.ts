/** Twelve or ten digits with the sign that may stand between, by themselves: no part of an id or of a longer word. */
const PERSONNUMMER = /(?<![\w-])(?:\d{2})?\d{6}(?:[-+]|%2B)?\d{4}(?![\w-])/gi;

/** A text that others have written, without what looks like a personnummer, for the log. */
export const masked = (text: string): string => text.replaceAll(PERSONNUMMER, '…');
