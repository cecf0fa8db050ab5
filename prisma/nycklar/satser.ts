import { krypterade, type Innehall, type KrypteradTabell } from './falt.js';

/** One parameter to encrypt: its number from 0, and which row of a multi-row INSERT it belongs to. */
export interface Krypteras {
  readonly arg: number;
  readonly falt: string;
  readonly innehall: Innehall;
  readonly rad: number;
}

/** What a statement writes into encrypted columns. */
export interface Skrivning {
  readonly tabell: KrypteradTabell;
  readonly krypteras: readonly Krypteras[];
  /** Of an INSERT: for each row the parameters that may hold the id of the key. Of an UPDATE: how to ask for it. */
  readonly agare: { readonly argPerRad: readonly (readonly number[])[] } | { readonly fraga: Fraga };
}

/** A question with the same parameters under other numbers. */
export interface Fraga {
  readonly sql: string;
  readonly args: readonly number[];
}

const STATEMENT = /\b(INSERT\s+INTO|UPDATE)\s+(?:"public"\.)?"?([a-z_]+)"?(?=[\s(])/gi;
const PARAMETER = /^(?:CAST\s*\(\s*)?\$(\d+)(?:\s*::\s*\w+|\s+AS\s+\w+\s*\))?$/i;

const plans = new Map<string, Skrivning | undefined>();
const MOST_PLANS = 2000;

/**
 * Finds what a statement writes into encrypted columns, Prisma's own statements and those that are written by hand alike.
 *
 * @returns undefined when it writes none
 * @throws when it writes an encrypted column in a way that is not understood: nothing may go there in clear
 */
export function readSkrivning(sql: string): Skrivning | undefined {
  if (plans.has(sql)) return plans.get(sql);
  const plan = analyse(sql);
  if (plans.size >= MOST_PLANS) plans.clear();
  plans.set(sql, plan);
  return plan;
}

function analyse(sql: string): Skrivning | undefined {
  const found = [...sql.matchAll(STATEMENT)].flatMap((match) => {
    const [whole, verb = '', name = ''] = match;
    const tabell = krypterade[name];
    if (!tabell) return [];
    const rest = sql.slice(match.index + whole.length);
    return (/^insert/i.test(verb) ? insert(tabell, rest) : update(tabell, name, rest)) ?? [];
  });
  // each would need the key of its own row
  if (found.length > 1) throw notUnderstood(sql);
  return found[0];
}

function insert(tabell: KrypteradTabell, rest: string): Skrivning | undefined {
  // without a list of columns rows are copied as they stand, encrypted
  if (!/^\s*\(/.test(rest)) return undefined;
  const { inside, after } = parenthesis(rest);
  const columns = topLevel(inside).map(unquoted);
  const values = /^\s*VALUES\s*/i.exec(after);
  if (!values) {
    if (columns.some((column) => column in tabell.falt)) throw notUnderstood(rest);
    return undefined;
  }
  const krypteras: Krypteras[] = [];
  const argPerRad: number[][] = [];
  let left = after.slice(values[0].length);
  for (let rad = 0; left.startsWith('('); rad += 1) {
    const row = parenthesis(left);
    const expressions = topLevel(row.inside);
    for (const [nr, column] of columns.entries()) krypteras.push(...writes(tabell, column, expressions[nr] ?? '', rad));
    argPerRad.push(tabell.agare.flatMap((column) => parameterOf(expressions[columns.indexOf(column)] ?? '') ?? []));
    left = row.after.replace(/^\s*,\s*/, '');
  }
  const set = /\bDO\s+UPDATE\s+SET\b/i.exec(left);
  if (set) krypteras.push(...assignments(tabell, left.slice(set.index + set[0].length)));
  return krypteras.length > 0 ? { tabell, krypteras, agare: { argPerRad } } : undefined;
}

function update(tabell: KrypteradTabell, name: string, rest: string): Skrivning | undefined {
  const set = /^\s*(?:(?:AS\s+)?\w+\s+)?SET\b/i.exec(rest);
  if (!set) return undefined;
  const krypteras = assignments(tabell, rest.slice(set[0].length));
  if (krypteras.length === 0) return undefined;
  const where = /\bWHERE\b([\s\S]*?)(?:\bRETURNING\b[\s\S]*)?$/i.exec(rest);
  const { sql, args } = renumbered(where?.[1] ?? 'TRUE');
  const agare = `coalesce(${tabell.agare.map((column) => `"${name}"."${column}"::text`).join(', ')})`;
  const key = tabell.via
    ? `(SELECT f."arendeId"::text FROM ${tabell.via} f WHERE f.id::text = ${agare})`
    : `left(${agare}, 36)`;
  const alias = /^\s*(?:AS\s+)?(?!SET\b)(\w+)\s+SET\b/i.test(rest);
  if (alias) throw notUnderstood(rest);
  return {
    tabell,
    krypteras,
    agare: { fraga: { sql: `SELECT DISTINCT ${key} FROM "public"."${name}" WHERE ${sql}`, args } },
  };
}

/** The assignments of SET, up to what ends them. */
function assignments(tabell: KrypteradTabell, text: string): Krypteras[] {
  const end = topLevelWord(text, /\b(?:WHERE|RETURNING|FROM)\b/gi);
  return topLevel(text.slice(0, end)).flatMap((assignment) => {
    const [column = '', ...expression] = assignment.split('=');
    return writes(tabell, unquoted(column), expression.join('=').trim(), 0);
  });
}

function writes(tabell: KrypteradTabell, column: string, expression: string, rad: number): Krypteras[] {
  const innehall = tabell.falt[column];
  if (!innehall) return [];
  const arg = parameterOf(expression);
  if (arg !== undefined) return [{ arg, falt: column, innehall, rad }];
  // null, a default and what is encrypted already may be written as they are
  if (!/[$'](?!')/.test(expression.replaceAll("''", ''))) return [];
  throw notUnderstood(`${column} = ${expression}`);
}

const notUnderstood = (part: string) =>
  new Error(`An encrypted column is written in a way that is not understood: ${part.slice(0, 80)}`);

const unquoted = (column: string): string => column.trim().replaceAll('"', '').replace(/^.*\./, '');

function parameterOf(expression: string): number | undefined {
  const match = PARAMETER.exec(expression.trim());
  return match ? Number(match[1]) - 1 : undefined;
}

function renumbered(text: string): Fraga {
  const args: number[] = [];
  const sql = text.replaceAll(/\$(\d+)/g, (_, number: string) => {
    const arg = Number(number) - 1;
    const known = args.indexOf(arg);
    return `$${known >= 0 ? known + 1 : args.push(arg)}`;
  });
  return { sql, args };
}

/** Walks over a text and tells at each place outside of quotes how deep in parentheses it stands. */
function* places(text: string): Generator<{ nr: number; sign: string; depth: number }> {
  let depth = 0;
  let quote = '';
  for (let nr = 0; nr < text.length; nr += 1) {
    const sign = text.charAt(nr);
    if (quote) {
      if (sign === quote) quote = '';
      continue;
    }
    if (sign === "'" || sign === '"') quote = sign;
    if (sign === ')') depth -= 1;
    yield { nr, sign, depth };
    if (sign === '(') depth += 1;
  }
}

/** What stands in the first parenthesis, and after it. */
function parenthesis(text: string): { inside: string; after: string } {
  const start = text.indexOf('(');
  for (const { nr, sign, depth } of places(text))
    if (sign === ')' && depth === 0) return { inside: text.slice(start + 1, nr), after: text.slice(nr + 1) };
  return { inside: '', after: text };
}

/** The parts between commas that stand in no parenthesis. */
function topLevel(text: string): string[] {
  const parts: string[] = [];
  let from = 0;
  for (const { nr, sign, depth } of places(text)) {
    if (sign !== ',' || depth !== 0) continue;
    parts.push(text.slice(from, nr));
    from = nr + 1;
  }
  return [...parts, text.slice(from)].map((part) => part.trim());
}

function topLevelWord(text: string, word: RegExp): number {
  const depths = new Map([...places(text)].map(({ nr, depth }) => [nr, depth]));
  for (const { index } of text.matchAll(word)) if (depths.get(index) === 0) return index;
  return text.length;
}
