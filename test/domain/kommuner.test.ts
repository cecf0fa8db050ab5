import { bostadskoder, bostadskommunerFor, kommuner, kommunkod, kommunNamn } from '../../domain/kommuner.js';
import { lanlista } from '../../domain/kommunlista.js';

const koder = Object.keys(kommuner);

test('Sweden has 290 kommuner in 21 län, each with a code and a name of its own', () => {
  expect(koder).toHaveLength(290);
  expect(lanlista).toHaveLength(21);
  expect(new Set(Object.values(kommuner)).size).toBe(290);
  expect(koder.filter((kod) => !/^\d{4}$/.test(kod))).toEqual([]);
  expect(Object.values(kommuner).filter((namn) => !/^[A-ZÅÄÖ][a-zåäö]+([ -][A-ZÅÄÖ][a-zåäö]+)*$/.test(namn))).toEqual(
    [],
  );
});

test('the first two digits of a code are those of its län', () => {
  for (const lan of lanlista) for (const rad of lan.kommuner.split(',')) expect(rad.trim().slice(0, 2)).toBe(lan.kod);
  const antal = Object.fromEntries(lanlista.map(({ kod, kommuner: rader }) => [kod, rader.split(',').length]));
  expect(antal).toMatchObject({ '01': 26, '08': 12, '09': 1, '12': 33, '14': 49, '25': 14 });
});

test('a kommun is found by its code and by its name', () => {
  expect(kommunNamn('0880')).toBe('Kalmar');
  expect(kommunNamn('0331')).toBe('Heby');
  expect(kommunkod('västervik')).toBe('0883');
  expect(kommunkod('Habo')).toBe('0643');
  expect(kommunkod('Håbo')).toBe('0305');
  expect(kommunkod('1480')).toBe('1480');
  expect([kommunkod('Okänd'), kommunkod('9999')]).toEqual([undefined, undefined]);
});

test('the kommuner of an insats are offered before all others, and one may live abroad', () => {
  const { egna, ovriga } = bostadskommunerFor(['0882', '0821']);
  expect(egna.map(({ namn }) => namn)).toEqual(['Högsby', 'Oskarshamn']);
  expect(ovriga).toHaveLength(289);
  expect(ovriga.at(-1)?.namn).toBe('Utanför Sverige');
  expect(bostadskoder).toHaveLength(291);
});
