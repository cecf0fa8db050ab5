/** What the registry knows of the dependencies. */
export type Audit =
  | { readonly outcome: 'clean'; readonly lesser: readonly string[] }
  | { readonly outcome: 'faults'; readonly faults: readonly string[] }
  /** The registry could not be asked, or its answer could not be read. */
  | { readonly outcome: 'not asked'; readonly why: string };

interface Advisory {
  readonly title?: string;
  readonly url?: string;
}

/** A package of the report; `via` also names packages that are at fault through others. */
interface Vulnerability {
  readonly name: string;
  readonly severity: string;
  readonly range?: string;
  readonly via?: readonly (Advisory | string)[];
}

const GRAVE = ['high', 'critical'];

/**
 * Judges what `npm audit --json` printed: high and critical faults stop a change, lesser ones are told. A registry that
 * does not answer such questions (a mirror, a machine without a network) says so in the same JSON, or in none at all.
 */
export function judgeAudit(printed: string): Audit {
  const report = parse(printed);
  if (report === undefined) return { outcome: 'not asked', why: firstLine(printed) || 'npm printed nothing' };
  const { vulnerabilities } = report;
  if (typeof vulnerabilities !== 'object' || vulnerabilities === null)
    return { outcome: 'not asked', why: typeof report['message'] === 'string' ? report['message'] : 'no answer' };
  const found = Object.values(vulnerabilities as Record<string, Vulnerability>);
  const faults = found.filter(({ severity }) => GRAVE.includes(severity)).map(sentence);
  const lesser = found.filter(({ severity }) => !GRAVE.includes(severity)).map(sentence);
  return faults.length > 0 ? { outcome: 'faults', faults } : { outcome: 'clean', lesser };
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

function sentence({ name, severity, range = '', via = [] }: Vulnerability): string {
  const told = via.map((one) =>
    typeof one === 'string' ? `through ${one}` : `${one.title ?? ''} ${one.url ?? ''}`.trim(),
  );
  return `${name} ${range} (${severity}): ${told.join('; ')}`;
}
