/** An address with the values that are there, in order. */
export function adressMed(path: string, values: Readonly<Record<string, string | number | undefined>>): string {
  const given = Object.entries(values).filter((entry): entry is [string, string | number] => entry[1] !== undefined);
  const query = new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString();
  return query === '' ? path : `${path}?${query}`;
}
