import { check, decide } from '../../domain/beslut/index.js';
import type { Beslutstyp } from '../../domain/faser.js';
import { fallDue } from '../../domain/forfall.js';
import { Forandring, type Omstandighet } from '../../domain/forandring.js';
import type { Hinder } from '../../domain/hinder.js';
import type { Insatsprofil } from '../../domain/insatsprofil.js';
import { svenskKalender as kalender } from '../../domain/kalender/svensk.js';
import { foljKoversyn, kanFoljaKoversyn, taEmotErbjudande } from '../../domain/ko.js';
import type { Beslut, Beslutsunderlag } from '../../domain/beslutsunderlag.js';
import { nextWake, type Lage } from '../../domain/lage.js';
import { receive, type Inkommen } from '../../domain/mottagning.js';
import type { Arendekrets } from '../../domain/mottagare.js';
import type { Dagordning } from '../../domain/motesplan.js';
import type { Platser } from '../../domain/platser.js';

/** Three verksamheter that samtycke opens the ärende to: as many as the quorum asks for. */
export const VERKSAMHETER = ['fk', 'af', 'ifo'];

/** Everybody around the case; `k` is its koordinator. */
const FOLK = [
  'remittent',
  'k',
  'sammankallande',
  'ordforande',
  'ledamot',
  'kansli',
  ...VERKSAMHETER.map((verksamhet) => `rep_${verksamhet}`),
];

/** A case that lives by the rules alone: decisions are taken and deadlines fall due on a clock that the test holds. */
export class Prov {
  lage: Lage;
  /** the latest change */
  senaste: Forandring;
  /** the places that an inskrivning finds; unless told there is no limit */
  platser: Platser | undefined;
  /** people around the case who differ from the usual ones */
  andrad: Partial<Arendekrets> = {};
  /** the team's calendar beside its cadence; unless told there is nothing beside, and every agenda is empty */
  dagordning: Dagordning | undefined;

  constructor(
    readonly profil: Insatsprofil,
    public nu = '2026-11-02T09:00:00.000Z',
    given: Partial<Inkommen> = {},
  ) {
    this.senaste = receive(
      {
        arendeId: 'a',
        nummer: 'PROV-2026-0001',
        insats: profil.kod,
        profilversion: 1,
        team: profil.team[0].kod,
        syfte: 'inskrivning',
        identifierad: true,
        samtycken: VERKSAMHETER,
        remittentVerksamhet: 'fk',
        huvudman: 'ifo',
        ...given,
      },
      this.om,
    );
    this.lage = this.senaste.lage;
  }

  /** The same case at the same moment, to live on apart from this one. */
  kopia(): Prov {
    const { nu, lage, senaste, platser, dagordning, andrad } = this;
    return Object.assign(new Prov(this.profil), { nu, lage, senaste, platser, dagordning, andrad });
  }

  get om(): Omstandighet {
    return {
      nu: this.nu,
      profil: this.profil,
      kalender,
      ...(this.platser ? { platser: this.platser } : {}),
      ...(this.dagordning ? { dagordning: this.dagordning } : {}),
    };
  }

  /** The people around the case: each is called what she is, and for each verksamhet one who sits in the team. */
  get krets(): Arendekrets {
    const { koordinator, samtycken } = this.lage;
    const plats = { ersattare: false, inkallad: false };
    const team = VERKSAMHETER.map((verksamhet) => ({ person: `rep_${verksamhet}`, verksamhet, ...plats }));
    return {
      folk: Object.fromEntries(FOLK.map((id) => [id, {}])),
      remittent: 'remittent',
      ...(koordinator === undefined ? {} : { koordinator }),
      sammankallande: ['sammankallande'],
      styrgrupp: ['ordforande', 'ledamot'],
      ordforande: ['ordforande'],
      kansli: ['kansli'],
      team,
      samtycken,
      tilldelade: {},
      ...this.andrad,
    };
  }

  get idag(): string {
    return kalender.dayOf(this.nu);
  }

  /** Who the latest change tells, and of what. */
  get told(): string[] {
    return this.senaste.utskick.map(({ slag, till }) => `${slag} ${Object.values(till).join()}`);
  }

  /** The kinds of the open tasks, in the order in which they were opened. */
  get uppgifter(): string[] {
    return this.lage.uppgifter.map(({ typ, verksamhet }) => (verksamhet === undefined ? typ : `${typ} ${verksamhet}`));
  }

  beslut<T extends Beslutstyp>(typ: T, data: Beslutsunderlag[T]): Beslut<T> {
    return { id: `b${this.lage.version}`, typ, av: 'p', dag: this.idag, data };
  }

  /** What stands in the way of a decision today. */
  hindret<T extends Beslutstyp>(typ: T, data: Beslutsunderlag[T]): Hinder | undefined {
    return check(this.lage, this.beslut(typ, data));
  }

  /** Takes a decision; a rule that refuses it fails the test. */
  ta<T extends Beslutstyp>(typ: T, data: Beslutsunderlag[T]): this {
    const beslut = this.beslut(typ, data);
    const hinder = check(this.lage, beslut);
    if (hinder) throw new Error(`${typ} on ${this.idag}: ${hinder.kod}, ${hinder.mening}`);
    this.senaste = decide(this.lage, beslut, this.om);
    this.lage = this.senaste.lage;
    return this;
  }

  /** Lives on until noon of a day; everything falls due at its moment. */
  till(dag: string): this {
    const noon = kalender.instantAt(dag, '12:00');
    for (let wake = nextWake(this.lage); wake !== undefined && wake <= noon; wake = nextWake(this.lage)) {
      if (wake > this.nu) this.nu = wake;
      this.forfall();
    }
    this.nu = noon;
    return this;
  }

  /** Does what is due now. */
  forfall(): this {
    this.senaste = fallDue(this.lage, this.om, this.krets);
    this.lage = this.senaste.lage;
    return this;
  }

  /** Lives on a number of days. */
  dagar(antal: number): this {
    return this.till(kalender.addDays(this.idag, antal));
  }

  tillMotet(): this {
    return this.till(this.lage.mote?.dag ?? '');
  }

  // The ordinary way, as far as a test wants to have it behind.

  konsultation(): this {
    return this.ta('granskning', { utfall: 'accepterad' });
  }

  rekommenderad(utfall: Beslutsunderlag['rekommendation']['utfall']): this {
    return this.konsultation().tillMotet().ta('rekommendation', { utfall, narvarande: VERKSAMHETER });
  }

  medJa(): this {
    this.rekommenderad('inskrivning');
    return this.ta('personens_svar', { svar: 'ja', datum: this.idag });
  }

  skrivIn(overinskrivning = false): this {
    const { idag } = this;
    return this.ta('inskrivning', { beslutsdatum: idag, startdatum: idag, koordinator: 'k', overinskrivning });
  }

  inskriven(): this {
    return this.medJa().skrivIn();
  }

  /** In the queue of an insats whose places are all taken. */
  iKo(): this {
    this.medJa();
    this.platser = { lediga: 0, fore: 0, regelpoang: 0 };
    return this.skrivIn();
  }

  /** The case takes over an offer of a place. */
  erbjuds(id: string): this {
    this.senaste = new Forandring(this.lage, this.om);
    taEmotErbjudande(this.senaste, { id });
    this.lage = this.senaste.lage;
    return this;
  }

  /** The case takes over a look at the whole queue. */
  foljer(sedd: string): this {
    if (!kanFoljaKoversyn(this.lage, sedd, this.om))
      throw new Error(`${sedd} is no look that the case has to take over`);
    this.senaste = new Forandring(this.lage, this.om);
    foljKoversyn(this.senaste, sedd);
    this.lage = this.senaste.lage;
    return this;
  }

  /** With a plan in force and a first rating, so that neither is asked for. */
  medPlan(): this {
    const plan = { datum: this.idag, lage: 'gallande', installning: 'godkanner', kopiaLamnad: true } as const;
    return this.ta('genomforandeplan', plan).ta('skattning', { datum: this.idag, steg: 1 });
  }

  iProcess(): this {
    this.inskriven().dagar(30);
    return this.ta('kartlaggning', { klar: this.idag, spar: 'langre_insats' });
  }

  avslutad(): this {
    this.iProcess().dagar(60);
    return this.ta('avslut', { avslutsdatum: this.idag });
  }

  iUppfoljning(): this {
    return this.avslutad().ta('avslutsuppgifter', { orsak: 'flytt' });
  }
}
