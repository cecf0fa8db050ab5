import { AsyncLocalStorage } from 'node:async_hooks';

/** What the form of one request named that it did not offer. */
export interface FrammandeVal {
  noterat: boolean;
  /** The ärende that was named, when it exists and is not hers. */
  arendeId?: string | undefined;
}

const store = new AsyncLocalStorage<FrammandeVal>();

/** Runs what answers a request; what is noted in it stands in `val`. */
export const withFrammandeVal = (val: FrammandeVal, answer: () => void): void => store.run(val, answer);

/**
 * Notes that a form named something that it did not offer: another's, or what has been taken away since. The field is told to be
 * wrong as any other; the trace tells of it (http/nekad.ts).
 *
 * @param arendeId the ärende that was named
 */
export function noteraFrammandeVal(arendeId?: string): void {
  const val = store.getStore();
  if (!val) return;
  val.noterat = true;
  val.arendeId ??= arendeId;
}
