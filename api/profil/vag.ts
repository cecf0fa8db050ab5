/** A place in a profile: the keys to it with dots between, `team.0.moten.veckor`. Fields of the forms are named by it. */
export type Vag = string;

const parts = (vag: Vag): string[] => vag.split('.').filter((part) => part !== '');

const isNode = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** What stands at a place, or undefined. */
export const valueAt = (node: unknown, vag: Vag): unknown =>
  parts(vag).reduce<unknown>((at, key) => (isNode(at) && Object.hasOwn(at, key) ? at[key] : undefined), node);

/** A copy with another value at a place. Undefined takes away what stands there, and what then is empty above it. */
export function withValue(node: unknown, vag: Vag, value: unknown): unknown {
  const [key, ...rest] = parts(vag);
  if (key === undefined) return value;
  const inner = withValue(isNode(node) ? node[key] : undefined, rest.join('.'), value);
  if (Array.isArray(node)) return node.map((one: unknown, at) => (String(at) === key ? inner : one));
  const { [key]: _old, ...others } = isNode(node) ? node : {};
  if (inner !== undefined) return isNode(node) ? { ...node, [key]: inner } : { [key]: inner };
  return Object.keys(others).length === 0 ? undefined : others;
}

/** A copy with one more row at the end of a list. */
export const withRow = (node: unknown, vag: Vag, row: unknown): unknown => {
  const list = valueAt(node, vag);
  return withValue(node, vag, [...(Array.isArray(list) ? (list as unknown[]) : []), row]);
};

/** A copy without one row of a list. */
export const withoutRow = (node: unknown, vag: Vag, at: number): unknown => {
  const list = valueAt(node, vag);
  return Array.isArray(list)
    ? withValue(
        node,
        vag,
        (list as unknown[]).filter((_row, index) => index !== at),
      )
    : node;
};

/** The rows of a list. */
export const rowsAt = (node: unknown, vag: Vag): readonly unknown[] => {
  const list = valueAt(node, vag);
  return Array.isArray(list) ? (list as unknown[]) : [];
};
