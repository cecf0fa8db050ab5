import ICAL from 'ical.js';

/** An event of a calendar file, as another program than ours reads it. */
export interface Lasthandelse {
  readonly uid: string;
  readonly sekvens: number;
  /** ISO, or `YYYY-MM-DD` of a whole day. */
  readonly borjar: string;
  readonly slutar: string;
  readonly rubrik: string;
  readonly beskrivning: string;
  readonly lank: string;
  readonly status: string | undefined;
  readonly fran: string | undefined;
  readonly till: readonly string[];
}

export interface Lastkalender {
  readonly method: string | undefined;
  readonly handelser: readonly Lasthandelse[];
}

const textOf = (component: ICAL.Component, name: string): string | undefined => {
  const value = component.getFirstPropertyValue(name);
  return value === null ? undefined : String(value);
};

/** A moment as it stands in the file: with a zone of its own, or as a whole day. Anything else is read as nothing. */
function momentOf(component: ICAL.Component, name: string): string {
  const time = component.getFirstPropertyValue(name);
  if (!(time instanceof ICAL.Time)) throw new Error(`${name} is no time`);
  if (time.isDate) return time.toString();
  if (time.zone !== ICAL.Timezone.utcTimezone) throw new Error(`${name} is no moment in UTC: ${time.toString()}`);
  return time.toJSDate().toISOString();
}

/** Reads a calendar file. @throws when it is none */
export function readKalenderfil(text: string): Lastkalender {
  const calendar = new ICAL.Component(ICAL.parse(text) as unknown[]);
  return {
    method: textOf(calendar, 'method'),
    handelser: calendar.getAllSubcomponents('vevent').map((event) => ({
      uid: textOf(event, 'uid') ?? '',
      sekvens: Number(textOf(event, 'sequence')),
      borjar: momentOf(event, 'dtstart'),
      slutar: momentOf(event, 'dtend'),
      rubrik: textOf(event, 'summary') ?? '',
      beskrivning: textOf(event, 'description') ?? '',
      lank: textOf(event, 'url') ?? '',
      status: textOf(event, 'status'),
      fran: textOf(event, 'organizer'),
      till: event.getAllProperties('attendee').map((one) => String(one.getFirstValue())),
    })),
  };
}
