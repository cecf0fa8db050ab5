import { setHandler } from '@temporalio/workflow';
import { check, beslutstyper } from '../domain/beslut/index.js';
import { faser, type Fas } from '../domain/faser.js';
import type { Beslut } from '../domain/beslutsunderlag.js';
import { nextWake, type Lage } from '../domain/lage.js';
import { records } from './activity-proxies.js';
import { GuardedState } from './guarded-state.js';
import { avstamningSignal, beslutUpdate, lageQuery, type FattatBeslut } from './messages.js';

/** One case inside its workflow: its state, the messages that may reach it, and its waiting. */
export class Arende {
  private readonly state: GuardedState<Lage, Beslut>;

  constructor(lage: Lage) {
    this.state = new GuardedState(lage, {
      nextWake,
      check,
      show: ({ fas }) => faser[fas],
      hannFore: 'Ärendet har ändrats sedan sidan visades. Läs igenom det och försök igen.',
      transactions: records,
    });
  }

  get fas(): Fas {
    return this.state.lage.fas;
  }

  isOpen(): boolean {
    return this.fas !== 'stangd';
  }

  /** Makes every message reachable. Called before the first wait: a decision without a handler would be refused. */
  listen(): void {
    setHandler(lageQuery, () => this.state.lage, { description: 'The state of the case' });
    setHandler(avstamningSignal, () => this.state.tell());
    for (const typ of beslutstyper) {
      setHandler(beslutUpdate(typ), (beslut) => this.take(beslut), {
        validator: (beslut) => this.state.refuseIfHindered(beslut),
      });
    }
  }

  /** Waits, as long as the case is in one of some phases, for decisions and for the earliest of its deadlines. */
  async stayIn(...phases: readonly Fas[]): Promise<void> {
    await this.state.stayWhile(({ fas }) => phases.includes(fas));
  }

  /** A closed case that somebody wants to decide on: waits for the decision, and gives up when none is taken. */
  async stayClosed(): Promise<void> {
    while (!this.isOpen() && (await this.state.changesWithin('1m')));
  }

  private async take(beslut: Beslut): Promise<FattatBeslut> {
    await this.state.take(beslut);
    const { version, fas } = this.state.lage;
    return { version, fas };
  }
}
