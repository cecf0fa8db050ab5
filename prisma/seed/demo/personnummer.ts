/** The kön that a Swedish personnummer can show. */
export type Personnummerkon = 'kvinna' | 'man';

/**
 * One of the personnummer that Skatteverket keeps for tests: the birth number is 238 (women) or 239 (men), which no living
 * person is given.
 *
 * @param fodd the birth date, `YYYY-MM-DD`
 * @returns twelve digits with a correct check digit
 */
export function testPersonnummer(fodd: string, kon: Personnummerkon): string {
  const digits = `${fodd.replaceAll('-', '')}${kon === 'kvinna' ? '238' : '239'}`;
  return digits + checkDigit(digits.slice(2));
}

function checkDigit(nineDigits: string): string {
  const sum = Array.from(nineDigits, (digit, at) => Number(digit) * (at % 2 === 0 ? 2 : 1))
    .map((product) => Math.floor(product / 10) + (product % 10))
    .reduce((total, part) => total + part, 0);
  return String((10 - (sum % 10)) % 10);
}
