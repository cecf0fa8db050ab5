import { ActivityFailure, ApplicationFailure } from '@temporalio/common';
import { condition, patched, setCurrentDetails } from '@temporalio/workflow';
import { hinder, type Hinder } from '../domain/hinder.js';
import type { Instant } from '../domain/kalender/kalender.js';
import { Beslutslas } from './beslutslas.js';
import { hinderFailure, VERSIONSKONFLIKT } from './failures.js';

/** How long a deadline that the tables refuse rests, unless something else comes first. */
const RETRY_REFUSED = '1h';

/** What tells one kind of guarded state from another. */
export interface Guarded<L, B> {
  /** The moment at which it wakes by itself; `undefined` when only people can move it. */
  nextWake(lage: L): Instant | undefined;
  check(lage: L, beslut: B): Hinder | undefined;
  /** What operators see of it, without personal data. */
  show(lage: L): string;
  /** Told to who decided on a state that the row had left behind. */
  readonly hannFore: string;
  readonly transactions: {
    fattaBeslut(input: { lage: L; beslut: B; nu: Instant }): Promise<L>;
    forfall(input: { lage: L; nu: Instant }): Promise<L>;
    avstamning(input: { lage: L; nu: Instant }): Promise<L>;
  };
}

/**
 * A state that a workflow guards: decisions move it one at a time, deadlines bring what falls due, and a word from outside
 * makes it look at its row again. Each is one transaction, and the state that it leaves replaces the one before.
 */
export class GuardedState<L extends { readonly version: number }, B> {
  private readonly las = new Beslutslas();
  private told = false;
  /** What runs since before this was so starts its timer anew at every decision, as its history says. */
  private readonly keepsTimer = patched('timer-kept-while-its-deadline-stands');

  constructor(
    private state: L,
    private readonly of: Guarded<L, B>,
  ) {}

  get lage(): L {
    return this.state;
  }

  /** Whether something that concerns the state was written outside and has not been looked at yet. */
  get isTold(): boolean {
    return this.told;
  }

  /** Something was written outside: the main loop looks at it. Safe to say any number of times. */
  tell(): void {
    this.told = true;
  }

  /** For an Update's validator: throws when a rule stands in the way. */
  refuseIfHindered(beslut: B): void {
    const inTheWay = this.of.check(this.state, beslut);
    if (inTheWay) throw hinderFailure(inTheWay);
  }

  /**
   * Takes a decision when its turn has come.
   * @throws the failure that is told to the person, when a rule or the tables refuse it
   */
  async take(beslut: B): Promise<void> {
    await this.las.run(async () => {
      this.refuseIfHindered(beslut);
      const nu = new Date().toISOString();
      const refusal = await this.write(() => this.of.transactions.fattaBeslut({ lage: this.state, beslut, nu }));
      if (refusal) throw refusal;
    });
  }

  /** Waits, while it holds, for decisions, for words from outside and for the earliest deadline. */
  async stayWhile(holds: (lage: L) => boolean): Promise<void> {
    while (holds(this.state)) {
      if (this.told) await this.reconcile();
      else await this.waitForChange(holds);
    }
  }

  /** Waits a bounded time for a decision. @returns whether one came */
  async changesWithin(timeout: '1m'): Promise<boolean> {
    return condition(this.changed(), timeout);
  }

  /** Looks at what was written outside. What the tables refuse is looked at again when somebody says so. */
  async reconcile(): Promise<void> {
    this.told = false;
    const refusal = await this.las.run(() => {
      const nu = new Date().toISOString();
      return this.write(() => this.of.transactions.avstamning({ lage: this.state, nu }));
    });
    if (refusal) this.show(refusal.message);
  }

  private changed(): () => boolean {
    const { version } = this.state;
    return () => this.state.version !== version;
  }

  /** Waits until the earliest deadline has been done, or has become another. */
  private async waitForChange(holds: (lage: L) => boolean): Promise<void> {
    const wake = this.of.nextWake(this.state);
    this.show(wake);
    const changed = this.changed();
    // most decisions leave the earliest deadline as it is: starting its timer anew would be two events of each
    const overtaken = this.keepsTimer ? () => this.of.nextWake(this.state) !== wake : changed;
    const moved = () => this.told || overtaken() || !holds(this.state);
    // Without a deadline only a person or a word from outside can move it on: the wait is endless.
    if (wake === undefined) return condition(moved);
    if (await condition(moved, Math.max(Date.parse(wake) - Date.now(), 1))) return;
    const refusal = await this.las.run(() => this.fallDue(overtaken));
    // what the row was ahead with is looked at anew at once, also when it leaves the deadline where it was
    if (refusal === undefined || moved() || changed()) return;
    // What is refused for good stays due: without a pause it would be tried again at once, for ever.
    this.show(wake, refusal.message);
    const again = this.changed();
    await condition(() => this.told || again(), RETRY_REFUSED);
  }

  /** What the deadline brings; a decision that was being written when the timer fired comes first, and may move it. */
  private async fallDue(overtaken: () => boolean): Promise<ApplicationFailure | undefined> {
    if (overtaken()) return undefined;
    const nu = new Date().toISOString();
    return this.write(() => this.of.transactions.forfall({ lage: this.state, nu }));
  }

  private show(...details: readonly (string | undefined)[]): void {
    setCurrentDetails([this.of.show(this.state), ...details].filter((detail) => detail !== undefined).join(' · '));
  }

  /**
   * Runs a transaction and takes over the state it leaves. Returns what refused it, if anything did. When the database
   * turns out to be ahead (an older history was restored), its state is the truth and it goes on from there.
   */
  private async write(transaction: () => Promise<L>): Promise<ApplicationFailure | undefined> {
    try {
      this.state = await transaction();
      this.show(this.of.nextWake(this.state));
      return undefined;
    } catch (error) {
      // a local activity's failure comes as it was thrown, a remote one's wrapped
      const refusal = error instanceof ActivityFailure ? error.cause : error;
      if (!(refusal instanceof ApplicationFailure)) throw error;
      if (refusal.type !== VERSIONSKONFLIKT) return refusal;
      this.state = refusal.details?.[0] as L;
      return hinderFailure(hinder('hann_fore', this.of.hannFore));
    }
  }
}
