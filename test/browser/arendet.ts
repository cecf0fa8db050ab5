import { formatDatum } from '../../api/components/format.js';
import type { Fas } from '../../domain/faser.js';
import { faser } from '../../domain/faser.js';
import { svenskKalender } from '../../domain/kalender/svensk.js';
import type { Besokare } from './besokare.js';
import { HEMLIGT } from './remissen.js';
import type { Varld } from './varld.js';

/** One ärende that people meet in their browsers. */
export interface Arendet {
  readonly varld: Varld;
  readonly nummer: string;
  readonly id: string;
}

/** The remittent reads her remiss. */
export async function remissen({ varld, nummer }: Arendet): Promise<Besokare> {
  const remittent = await varld.som('remittent');
  await remittent.open(`/remisser/${nummer}`);
  return remittent;
}

/** The koordinator opens her case from her first page. */
export async function arendesidan({ varld, nummer }: Arendet): Promise<Besokare> {
  const koordinator = await varld.som('koordinator');
  await koordinator.open('/');
  await koordinator.follow(nummer);
  return koordinator;
}

/** Kansli follows the case by number: phase and next step, and nothing that tells who it is about. */
export async function kansliSer({ varld, nummer }: Arendet, fas: Fas, ...texts: readonly string[]): Promise<void> {
  const kansli = await varld.som('kansli');
  const secrets = [...HEMLIGT, 'Test koordinator', 'Test remittent', 'Flera behöver arbeta samtidigt.'];
  await kansli.open('/');
  await kansli.doesNotSee(...secrets);
  await kansli.follow('Kansli');
  await kansli.doesNotSee(...secrets);
  if (fas === 'stangd') await kansli.open(`/kansli/arenden/${nummer}`);
  else await kansli.follow(nummer);
  expect(await kansli.heading()).toContain(nummer);
  await kansli.sees(faser[fas], ...texts);
  await kansli.doesNotSee(...secrets);
}

/** Noon of the day that lies a number of days after another. */
export const middag = (dag: string, dagar: number): string =>
  svenskKalender.instantAt(svenskKalender.addDays(dag, dagar), '12:00');

/** The day that lies a number of days after another, in the words of the pages. */
export const dagEfter = (dag: string, dagar: number): string => formatDatum(svenskKalender.addDays(dag, dagar));
