import type { Vantan } from './liv.js';

interface Vantande {
  readonly nar: string;
  readonly go: () => void;
  readonly fail: (error: unknown) => void;
}

/**
 * Lets many lives share one clock: it moves only when every life that is not over waits, to the earliest moment that any of
 * them waits for. So two years of twenty cases pass once and not twenty times.
 *
 * @param moveTo moves the clock
 * @param liv each is given how it waits
 * @throws AggregateError of what went wrong, when the lives are over
 */
export async function levSamtidigt(moveTo: Vantan, liv: readonly ((vanta: Vantan) => Promise<void>)[]): Promise<void> {
  let lever = liv.length;
  let vantande: Vantande[] = [];

  const goOn = async (): Promise<void> => {
    if (vantande.length === 0 || vantande.length < lever) return;
    const nar = vantande.map((one) => one.nar).toSorted()[0] ?? '';
    const now = vantande.filter((one) => one.nar === nar);
    try {
      await moveTo(nar);
      vantande = vantande.filter((one) => one.nar !== nar);
      for (const { go } of now) go();
    } catch (error) {
      const all = vantande;
      vantande = [];
      for (const { fail } of all) fail(error);
    }
  };
  const vanta: Vantan = (nar) =>
    new Promise((go, fail) => {
      vantande.push({ nar, go, fail });
      void goOn();
    });

  const outcomes = await Promise.allSettled(
    liv.map(async (one) => {
      try {
        await one(vanta);
      } finally {
        lever -= 1;
        void goOn();
      }
    }),
  );
  const errors = outcomes.filter((one) => one.status === 'rejected').map((one) => one.reason as unknown);
  if (errors.length > 0) throw new AggregateError(errors, errors.map(String).join('\n'));
}
