import type { Aviseringsslag, Hoppskal } from './aviseringsval.js';
import { isLegal, type Beslutstyp, type Fas } from './faser.js';
import type { Insatsprofil } from './insatsprofil.js';
import type { Dag, Instant, Kalender } from './kalender/kalender.js';
import type { Stangning } from './koder.js';
import type { Frist, Lage, OppenUppgift, Uppgiftsmal } from './lage.js';
import type { Dagordning } from './motesplan.js';
import { nastaPaminnelse } from './paminnelser.js';
import type { Platser } from './platser.js';
import { uppgiftstyper, type Uppgiftstyp } from './uppgifter.js';

/** What the rules may look at besides the case itself. */
export interface Omstandighet {
  readonly nu: Instant;
  readonly profil: Insatsprofil;
  readonly kalender: Kalender;
  /** The team's calendar beside its cadence, and how full its agendas are; missing: as the cadence says, all empty. */
  readonly dagordning?: Dagordning;
  /** The version that the case leaves, when it is moved to another one, which then is `profil`; missing: there is none. */
  readonly franProfil?: Insatsprofil;
  /** The places of the insats, for the decisions that take one; missing: there is no limit. */
  readonly platser?: Platser;
  /** What is left of the insats's sum of kompetenshöjande medel this year, in whole kronor, for the decisions on it. */
  readonly medelKvar?: number;
  /** What of the ärende stands in the records alone as hers who hands over, for that decision; missing: nothing. */
  readonly innehav?: readonly Innehavsslag[];
}

/** What of an ärende somebody has, as a hand-over finds it: by the case's own state, and by its records. */
export type Innehavsslag = 'koordinator' | 'ansvarig' | 'remittent' | 'namngiven' | 'egen_uppgift';

/** An entry of the timeline: codes, ids and dates only. */
export interface NyHandelse {
  readonly typ: string;
  readonly data: Readonly<Record<string, string | number | boolean | readonly string[]>>;
}

/** Who a mail goes to; people are looked up where it is written. */
export type Mottagare =
  | { readonly roll: 'remittent' | 'koordinator' | 'sammankallande' | 'styrgrupp' | 'kansli' }
  | { readonly verksamhet: string }
  | { readonly person: string }
  /** The whole team, within samtycke. */
  | { readonly team: true }
  /** People found already, whose turn it is today. */
  | { readonly personer: readonly string[] };

/** A mail that this change causes. */
export interface NyttUtskick {
  readonly slag: Exclude<Aviseringsslag, 'kallelse' | 'inkallelse' | 'ersattning'>;
  /** Tells apart several of one kind in one change. */
  readonly nyckel: string;
  readonly till: Mottagare;
  /** Why it is not told, when it only is to stand on the case. */
  readonly skal?: Hoppskal;
  readonly uppgift?: Uppgiftstyp;
  readonly forfaller?: Dag;
}

/** A change of a case while it is being worked out: the new state, and what is to be written beside it. */
export class Forandring {
  lage: Lage;
  readonly handelser: NyHandelse[] = [];
  readonly utskick: NyttUtskick[] = [];
  /** Tasks that ended: done by this decision, or fallen away because of it. */
  readonly avslutadeUppgifter: { nr: number; som: 'klar' | 'bortfallen' }[] = [];
  /** Tasks that go on with another last day. */
  readonly flyttadeUppgifter: { nr: number; forfaller: Dag }[] = [];
  /** Tasks of a named person that go on as another's. */
  readonly overlamnadeUppgifter: { nr: number; person: string }[] = [];

  constructor(
    lage: Lage,
    readonly om: Omstandighet,
  ) {
    this.lage = { ...lage, version: lage.version + 1 };
  }

  get idag(): Dag {
    return this.om.kalender.dayOf(this.om.nu);
  }

  set(values: Partial<Lage>): void {
    this.lage = { ...this.lage, ...values };
  }

  /** Removes what no longer holds from the state. */
  unset(...keys: (keyof Lage)[]): void {
    this.lage = Object.fromEntries(
      Object.entries(this.lage).filter(([key]) => !(keys as string[]).includes(key)),
    ) as unknown as Lage;
  }

  note(typ: string, data: NyHandelse['data'] = {}): void {
    this.handelser.push({ typ, data });
  }

  /** Moves the case along the table of the process. */
  move(beslut: Beslutstyp, till: Fas): void {
    if (!isLegal(beslut, this.lage.fas, till)) throw new Error(`No way from ${this.lage.fas} to ${till} by ${beslut}`);
    if (till !== this.lage.fas) this.set({ fas: till, fasSedan: this.om.nu, fasVersion: this.lage.version });
  }

  /** Opens a task, tells the one who owes it, and starts its reminder ladder. */
  open(typ: Uppgiftstyp, forfaller: Dag, mal: Uppgiftsmal = {}): void {
    const nr = this.lage.senasteUppgift + 1;
    const ny = { nr, typ, roll: uppgiftstyper[typ].roll, ...mal, oppnad: this.om.nu, forfaller };
    const uppgift: OppenUppgift = { ...ny, paminnelse: nastaPaminnelse(ny, this.om) };
    this.set({ senasteUppgift: nr, uppgifter: [...this.lage.uppgifter, uppgift] });
    this.utskick.push({ slag: 'uppgift', nyckel: `uppgift-${nr}`, till: ansvarig(uppgift), uppgift: typ, forfaller });
  }

  /** Ends open tasks of some kinds. */
  end(
    som: 'klar' | 'bortfallen',
    typer: readonly Uppgiftstyp[],
    only: (uppgift: OppenUppgift) => boolean = () => true,
  ): void {
    const ended = this.lage.uppgifter.filter((uppgift) => typer.includes(uppgift.typ) && only(uppgift));
    this.avslutadeUppgifter.push(...ended.map(({ nr }) => ({ nr, som })));
    this.set({ uppgifter: this.lage.uppgifter.filter((uppgift) => !ended.includes(uppgift)) });
  }

  /** Ends every open task: what the case waited for is no longer waited for. */
  endAll(): void {
    this.end(
      'bortfallen',
      this.lage.uppgifter.map((uppgift) => uppgift.typ),
    );
  }

  /**
   * Lets the remittent know that something of hers was decided; what it was is read after login. Not written when it was
   * herself who decided.
   */
  tellRemittent(): void {
    this.utskick.push({ slag: 'besked', nyckel: 'besked', till: { roll: 'remittent' } });
  }

  plan(frist: Frist): void {
    this.set({ frister: [...this.lage.frister, frist] });
  }

  unplan(which: (frist: Frist) => boolean): void {
    this.set({ frister: this.lage.frister.filter((frist) => !which(frist)) });
  }

  /** Moves an open task's last day; its ladder begins anew, and who owes it is not told again. */
  moveDue(uppgift: OppenUppgift, forfaller: Dag): void {
    this.replace({ ...uppgift, forfaller, paminnelse: nastaPaminnelse({ ...uppgift, forfaller }, this.om) });
    this.flyttadeUppgifter.push({ nr: uppgift.nr, forfaller });
  }

  /** Gives an open task of a named person to another; its last day and its ladder stay. */
  reassign(uppgift: OppenUppgift, person: string): void {
    this.replace({ ...uppgift, person });
    this.overlamnadeUppgifter.push({ nr: uppgift.nr, person });
  }

  replace(uppgift: OppenUppgift): void {
    this.set({ uppgifter: this.lage.uppgifter.map((one) => (one.nr === uppgift.nr ? uppgift : one)) });
  }

  /** Closes the ärende: nothing is left to do or to wait for. */
  close(beslut: Beslutstyp, som: Stangning): void {
    const stangdFran = this.lage.fas;
    this.endAll();
    this.move(beslut, 'stangd');
    this.unset('paus');
    this.set({ frister: [], stangdSom: som, stangdFran });
  }
}

/** Who owes a task. */
export function ansvarig(uppgift: Pick<OppenUppgift, 'roll' | 'verksamhet' | 'person'>): Mottagare {
  if (uppgift.person !== undefined) return { person: uppgift.person };
  if (uppgift.verksamhet !== undefined) return { verksamhet: uppgift.verksamhet };
  switch (uppgift.roll) {
    case 'handlaggare':
      return { roll: 'remittent' };
    case 'koordinator':
    case 'sammankallande':
    case 'styrgrupp':
      return { roll: uppgift.roll };
    default:
      throw new Error(`A task cannot belong to the role ${uppgift.roll}`);
  }
}
