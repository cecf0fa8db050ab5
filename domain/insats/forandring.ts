import type { Hoppskal } from '../aviseringsval.js';
import type { Mottagare, NyHandelse } from '../forandring.js';
import type { Insatsprofil } from '../insatsprofil.js';
import type { Dag, Instant, Kalender } from '../kalender/kalender.js';
import type { Motesandringar } from '../motesplan.js';
import { nastaPaminnelse } from '../paminnelser.js';
import type { Insatsfrist, Insatslage, OppenInsatsuppgift } from './lage.js';
import { insatsuppgiftstyper, type Insatsuppgiftstyp } from './uppgifter.js';

/** What the rules may look at besides the insats itself. */
export interface Insatsomstandighet {
  readonly nu: Instant;
  /** The newest version. */
  readonly profil: Insatsprofil;
  readonly kalender: Kalender;
  /** What each team's calendar has beside its cadence, by the team's code. */
  readonly andringar: Readonly<Record<string, Motesandringar>>;
  /** How many wait in the queue. */
  readonly koande: number;
  /** The next day on which a place becomes free, when one is to be offered then. */
  readonly nastaPlats?: Dag;
}

/** Who a mail of the insats goes to. */
export type Insatsmottagare =
  | { readonly roll: 'sammankallande' | 'styrgrupp' }
  | { readonly team: string }
  | Extract<Mottagare, { readonly personer: readonly string[] }>;

/** A mail that a change of the insats causes. */
export interface NyttInsatsutskick {
  readonly slag: 'uppgift' | 'paminnelse' | 'kannedom' | 'besked';
  readonly nyckel: string;
  readonly till: Insatsmottagare;
  /** Why it is not told, when it only is to stand on the insats. */
  readonly skal?: Hoppskal;
  readonly uppgift?: Insatsuppgiftstyp;
  readonly forfaller?: Dag;
}

/** A change of an insats while it is being worked out; the insats's counterpart of an ärende's `Forandring`. */
export class Insatsforandring {
  lage: Insatslage;
  readonly handelser: NyHandelse[] = [];
  readonly utskick: NyttInsatsutskick[] = [];
  readonly avslutadeUppgifter: { nr: number; som: 'klar' | 'bortfallen' }[] = [];

  constructor(
    private readonly before: Insatslage,
    readonly om: Insatsomstandighet,
  ) {
    this.lage = before;
  }

  get idag(): Dag {
    return this.om.kalender.dayOf(this.om.nu);
  }

  /** The state after the change: a version later, or the very same when nothing has changed. */
  get efter(): Insatslage {
    return this.lage === this.before ? this.before : { ...this.lage, version: this.before.version + 1 };
  }

  set(values: Partial<Insatslage>): void {
    this.lage = { ...this.lage, ...values };
  }

  note(typ: string, data: NyHandelse['data'] = {}): void {
    this.handelser.push({ typ, data });
  }

  open(typ: Insatsuppgiftstyp, forfaller: Dag, ref?: string): void {
    const nr = this.lage.senasteUppgift + 1;
    const uppgift: OppenInsatsuppgift = {
      nr,
      typ,
      ...(ref === undefined ? {} : { ref }),
      oppnad: this.om.nu,
      forfaller,
      paminnelse: nastaPaminnelse({ typ, roll: insatsuppgiftstyper[typ].roll, forfaller }, this.om),
    };
    this.set({ senasteUppgift: nr, uppgifter: [...this.lage.uppgifter, uppgift] });
    const till = { roll: insatsuppgiftstyper[typ].roll };
    this.utskick.push({ slag: 'uppgift', nyckel: `uppgift-${nr}`, till, uppgift: typ, forfaller });
  }

  end(som: 'klar' | 'bortfallen', which: (uppgift: OppenInsatsuppgift) => boolean): void {
    const ended = this.lage.uppgifter.filter(which);
    if (ended.length === 0) return;
    this.avslutadeUppgifter.push(...ended.map(({ nr }) => ({ nr, som })));
    this.set({ uppgifter: this.lage.uppgifter.filter((uppgift) => !ended.includes(uppgift)) });
  }

  replace(uppgift: OppenInsatsuppgift): void {
    this.set({ uppgifter: this.lage.uppgifter.map((one) => (one.nr === uppgift.nr ? uppgift : one)) });
  }

  /** Plans the one deadline of a kind anew, or takes it away; what stands already is left alone. */
  plan(typ: Insatsfrist['typ'], nar: Instant | undefined): void {
    const planned = this.lage.frister.find((frist) => frist.typ === typ)?.nar;
    if (planned === nar) return;
    const others = this.lage.frister.filter((frist) => frist.typ !== typ);
    this.set({ frister: nar === undefined ? others : [...others, { typ, nar }] });
  }
}
