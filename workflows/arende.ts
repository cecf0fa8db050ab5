import { ActivityFailure, ApplicationFailure } from '@temporalio/common';
import { condition, setCurrentDetails, setHandler } from '@temporalio/workflow';
import { check, beslutstyper } from '../domain/beslut/index.js';
import { faser, type Fas } from '../domain/faser.js';
import { hinder } from '../domain/hinder.js';
import { nextWake, type Beslut, type Lage } from '../domain/lage.js';
import { records } from './activity-proxies.js';
import { Beslutslas } from './beslutslas.js';
import { hinderFailure, VERSIONSKONFLIKT } from './failures.js';
import { beslutUpdate, lageQuery, type FattatBeslut } from './messages.js';

/** How long a case lets a deadline rest that the tables refuse, unless a decision comes first. */
const RETRY_REFUSED = '1h';

/** One case inside its workflow: its state, the decisions that may reach it, and its waiting. */
export class Arende {
  private readonly las = new Beslutslas();

  constructor(private lage: Lage) {}

  get fas(): Fas {
    return this.lage.fas;
  }

  /** Makes every decision reachable. Called before the first wait: a decision without a handler would be refused. */
  listen(): void {
    setHandler(lageQuery, () => this.lage, { description: 'The state of the case' });
    for (const typ of beslutstyper) {
      setHandler(beslutUpdate(typ), (beslut) => this.take(beslut), {
        validator: (beslut) => this.refuseIfHindered(beslut),
      });
    }
  }

  /** Waits, as long as the case is in one of some phases, for decisions and for the earliest of its deadlines. */
  async stayIn(...phases: readonly Fas[]): Promise<void> {
    while (phases.includes(this.lage.fas)) {
      const wake = nextWake(this.lage);
      this.show(wake);
      await this.waitForChange(wake);
    }
  }

  private async waitForChange(wake: string | undefined): Promise<void> {
    const { version } = this.lage;
    const changed = () => this.lage.version !== version;
    // Without a deadline only a person can move the case on: the wait is endless.
    if (wake === undefined) return condition(changed);
    const decided = await condition(changed, Math.max(Date.parse(wake) - Date.now(), 1));
    if (decided) return;
    const refusal = await this.las.run(() => this.fallDue(version));
    if (refusal === undefined || changed()) return;
    // What is refused for good stays due: without a pause the case would try again at once, for ever.
    this.show(wake, refusal.message);
    await condition(changed, RETRY_REFUSED);
  }

  /** Tells operators where the case stands: its phase, what it wakes for, and what keeps it from going on. */
  private show(...details: readonly (string | undefined)[]): void {
    setCurrentDetails([faser[this.lage.fas], ...details].filter((detail) => detail !== undefined).join(' · '));
  }

  /** What the deadline brings; a decision that was being written when the timer fired comes first, and may move it. */
  private async fallDue(version: number): Promise<ApplicationFailure | undefined> {
    if (this.lage.version !== version) return undefined;
    const nu = new Date().toISOString();
    return this.write(() => records.forfall({ lage: this.lage, nu }));
  }

  private async take(beslut: Beslut): Promise<FattatBeslut> {
    return this.las.run(async () => {
      this.refuseIfHindered(beslut);
      const nu = new Date().toISOString();
      const inTheWay = await this.write(() => records.fattaBeslut({ lage: this.lage, beslut, nu }));
      if (inTheWay) throw inTheWay;
      return { version: this.lage.version, fas: this.lage.fas };
    });
  }

  private refuseIfHindered(beslut: Beslut): void {
    const inTheWay = check(this.lage, beslut);
    if (inTheWay) throw hinderFailure(inTheWay);
  }

  /**
   * Runs a transaction and takes over the state it leaves. Returns what refused it, if anything did. When the database
   * turns out to be ahead (an older history was restored), its state is the truth and the case goes on from there.
   */
  private async write(transaction: () => Promise<Lage>): Promise<ApplicationFailure | undefined> {
    try {
      this.lage = await transaction();
      return undefined;
    } catch (error) {
      // a local activity's failure comes as it was thrown, a remote one's wrapped
      const refusal = error instanceof ActivityFailure ? error.cause : error;
      if (!(refusal instanceof ApplicationFailure)) throw error;
      if (refusal.type !== VERSIONSKONFLIKT) return refusal;
      this.lage = refusal.details?.[0] as Lage;
      return hinderFailure(
        hinder('hann_fore', 'Ärendet har ändrats sedan sidan visades. Läs igenom det och försök igen.'),
      );
    }
  }
}
