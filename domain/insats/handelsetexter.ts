import type { Handelsetext, Skrivsatt } from '../handelsetexter/index.js';
import { paminnelsetext } from '../handelsetexter/paminnelse.js';
import { Lasare, styrgruppen } from '../handelsetexter/skrivsatt.js';
import type { NyHandelse } from '../forandring.js';
import { insatsuppgiftstyper, type Insatsuppgiftstyp } from './uppgifter.js';

/** The values of an event of an insats: codes, ids and dates only. */
export type Insatshandelsedata = NyHandelse['data'];

type Skriv = (data: Insatshandelsedata, skriv: Pick<Skrivsatt, 'dag' | 'tid' | 'profil'>) => Handelsetext;

/** Reads a value without trusting that an older version wrote it. */
const ord = (data: Insatshandelsedata, nyckel: string): string => String(data[nyckel] ?? '');

const vantar = (antal: number): string => (antal === 1 ? 'En person väntade.' : `${antal} personer väntade.`);

const uppgift = (typ: string): string =>
  Object.hasOwn(insatsuppgiftstyper, typ) ? insatsuppgiftstyper[typ as Insatsuppgiftstyp].rubrik : typ;

/** Every kind of event that the rules of an insats write, in words. */
const texter = {
  motesandring: (data, skriv) => {
    const fran = data['fran'] === undefined ? '' : skriv.tid(ord(data, 'fran'));
    const till = data['till'] === undefined ? '' : skriv.tid(ord(data, 'till'));
    if (data['slag'] === 'installt') return { rubrik: 'Ett möte ställdes in', text: `Mötet var ${fran}.` };
    if (data['slag'] === 'flytt') return { rubrik: 'Ett möte flyttades', text: `Från ${fran} till ${till}.` };
    return { rubrik: 'Ett extra möte lades till', text: `Det hålls ${till}.` };
  },
  koversyn_oppnad: (data) => ({ rubrik: 'Kön ska ses över', text: vantar(Number(data['koande'] ?? 0)) }),
  koversyn: (data, skriv) => ({
    rubrik: 'Kön sågs över',
    text: `Gjordes ${skriv.dag(ord(data, 'datum'))}. ${vantar(Number(data['koande'] ?? 0))}`,
  }),
  hinderanmalan: () => ({ rubrik: 'Ett strukturellt hinder anmäldes' }),
  hindersvar: (_data, skriv) => ({ rubrik: `${styrgruppen(skriv)} svarade på ett strukturellt hinder` }),
  paminnelse: (data, skriv) => paminnelsetext(new Lasare(data), uppgift(ord(data, 'uppgift')), skriv),
} as const satisfies Readonly<Record<string, Skriv>>;

/** The kinds of event that have words. */
export const insatshandelsetyper = Object.keys(texter);

/**
 * An event of an insats in plain Swedish.
 *
 * @returns the kind's code itself for a kind that this version does not know
 */
export function insatshandelsetext(
  typ: string,
  data: Insatshandelsedata,
  skriv: Pick<Skrivsatt, 'dag' | 'tid' | 'profil'>,
): Handelsetext {
  const text: Skriv | undefined = Object.hasOwn(texter, typ) ? texter[typ as keyof typeof texter] : undefined;
  return text ? text(data, skriv) : { rubrik: typ };
}
