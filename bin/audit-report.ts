/** What the registry knows of the dependencies. */
export type Audit =
  /** Nothing, or what was noted and still has time. */
  | { readonly outcome: 'clean'; readonly noted: readonly string[] }
  | { readonly outcome: 'faults'; readonly faults: readonly string[] }
  /** The registry could not be asked, or its answer could not be read. */
  | { readonly outcome: 'not asked'; readonly why: string };

/** The day on which each fault became known here, `YYYY-MM-DD` by the address of its advisory. */
export type Known = Readonly<Record<string, string>>;

interface Advisory {
  readonly title: string;
  readonly url: string;
  readonly severity: string;
  readonly range?: string;
}

/** A package of the report; `via` also names packages that are at fault through others. */
interface Vulnerability {
  readonly name: string;
  readonly via?: readonly (Advisory | string)[];
}

/** Days from the one on which a fault became known until it must be mended or turned off; docs/operations.md. */
const DAYS: Readonly<Record<string, number>> = { critical: 7, high: 7 };
const DAYS_OF_OTHERS = 90;
const DAY_MS = 86_400_000;

/**
 * Judges what `npm audit --json` printed: a fault that nobody has noted stops a change, and so does one whose time is out. A
 * registry that does not answer such questions (a mirror, a machine without a network) says so in the same JSON, or in none at all.
 *
 * @param today `YYYY-MM-DD`
 */
export function judgeAudit(printed: string, known: Known, today: string): Audit {
  const report = parse(printed);
  if (report === undefined) return { outcome: 'not asked', why: firstLine(printed) || 'npm printed nothing' };
  const { vulnerabilities } = report;
  if (typeof vulnerabilities !== 'object' || vulnerabilities === null)
    return { outcome: 'not asked', why: typeof report['message'] === 'string' ? report['message'] : 'no answer' };
  const found = Object.values(vulnerabilities as Record<string, Vulnerability>).flatMap(advisoriesOf);
  const judged = found.map((one) => judge(one, known, today));
  const faults = judged.filter(({ late }) => late).map(({ told }) => told);
  return faults.length > 0
    ? { outcome: 'faults', faults }
    : { outcome: 'clean', noted: judged.map(({ told }) => told) };
}

function parse(text: string): Record<string, unknown> | undefined {
  try {
    const parsed = JSON.parse(text) as unknown;
    return typeof parsed === 'object' && parsed !== null ? (parsed as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}

const firstLine = (text: string): string => text.trim().split('\n')[0]?.slice(0, 200) ?? '';

/** Those of the package itself: what it has through others stands with them. */
const advisoriesOf = ({ name, via = [] }: Vulnerability): (Advisory & { name: string })[] =>
  via.flatMap((one) => (typeof one === 'string' ? [] : [{ ...one, name }]));

function judge({ name, range = '', severity, title, url }: Advisory & { name: string }, known: Known, today: string) {
  const fault = `${name} ${range} (${severity}): ${title} ${url}`;
  const since = Date.parse(known[url] ?? '');
  if (Number.isNaN(since)) return { late: true, told: `${fault}: not noted` };
  const last = new Date(since + (DAYS[severity] ?? DAYS_OF_OTHERS) * DAY_MS).toISOString().slice(0, 10);
  return { late: last < today, told: `${fault}: known since ${known[url]}, to be mended by ${last}` };
}
