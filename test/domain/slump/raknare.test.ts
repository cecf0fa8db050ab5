import fc from 'fast-check';
import type { Lage } from '../../../domain/lage.js';
import { readProfil } from '../../../prisma/seed/profiler.js';
import { Prov } from '../prov.js';
import { nagotSteg, Vandring } from './vandring.js';

const profil = { ...(await readProfil('samba_lis')), forgrupp: 'ingen' } as const;

/** A case as it was from a month on: how often its timeline has let somebody in and out, and what its state says. */
interface Bild {
  readonly manad: string;
  readonly nya: number;
  readonly avslut: number;
  readonly pagar: boolean;
}

const pagar = ({ startdatum, avslutsdatum, fas }: Lage): boolean =>
  startdatum !== undefined && avslutsdatum === undefined && fas !== 'stangd';

const entries = ({ senaste }: Prov, typ: string, till: readonly string[] = []): number =>
  senaste.handelser.filter((one) => one.typ === typ && (till.length === 0 || till.includes(String(one.data['till']))))
    .length;

/** Lives through a random case, and writes down what each decision did to the counters. */
function bilder(stegen: Parameters<Vandring['happen']>[0][]): Bild[] {
  const own = new Prov(profil).medJa();
  const seen: Bild[] = [];
  const vandring = new Vandring(own, ({ lage, nu }) => {
    const { nya, avslut, pagar: inne } = seen.at(-1) ?? { nya: 0, avslut: 0, pagar: false };
    const left = entries(own, 'avslut') + (inne ? entries(own, 'felregistrering') : 0);
    const came =
      entries(own, 'inskrivning') + (pagar(lage) ? entries(own, 'ateroppning', ['process', 'kartlaggning']) : 0);
    seen.push({ manad: nu.slice(0, 7), nya: nya + came, avslut: avslut + left, pagar: pagar(lage) });
  });
  for (const steg of stegen) vandring.happen(steg);
  return own.lage.stangdSom === 'felregistrerad' ? [] : seen;
}

const atTheEnd = (arende: readonly Bild[], manad: string): Bild =>
  arende.findLast((bild) => bild.manad <= manad) ?? { manad, nya: 0, avslut: 0, pagar: false };

test('over a population of random cases the counters balance every month: who takes part is who was there, came and has not left', () => {
  const population = fc.array(fc.array(nagotSteg, { minLength: 60, maxLength: 60, size: 'max' }), {
    minLength: 40,
    maxLength: 40,
    size: 'max',
  });
  const balanced = fc.property(population, (alla) => {
    const arenden = alla.map(bilder);
    const manader = [...new Set(arenden.flat().map(({ manad }) => manad))].toSorted();
    let ingaende = 0;
    let [nyaForr, avslutForr] = [0, 0];
    for (const manad of manader) {
      const nu = arenden.map((arende) => atTheEnd(arende, manad));
      const nya = nu.reduce((sum, one) => sum + one.nya, 0);
      const avslut = nu.reduce((sum, one) => sum + one.avslut, 0);
      const totalt = ingaende + nya - nyaForr;
      const pagaende = nu.filter((one) => one.pagar).length;
      if (pagaende !== totalt - (avslut - avslutForr))
        throw new Error(`${manad}: ${pagaende} take part, but ${totalt} did and ${avslut - avslutForr} left`);
      [ingaende, nyaForr, avslutForr] = [pagaende, nya, avslut];
    }
    if (nyaForr === 0 || avslutForr === 0) throw new Error('Nobody came, or nobody left');
  });
  expect(() => fc.assert(balanced, { numRuns: 2, endOnFailure: true, includeErrorInReport: true })).not.toThrow();
});
