import fc from 'fast-check';
import { beslutstyper, check, checkOm, decide } from '../../../domain/beslut/index.js';
import { flyttaMote } from '../../../domain/dagordning.js';
import { isLegal, type Beslutstyp } from '../../../domain/faser.js';
import { fallDue } from '../../../domain/forfall.js';
import { Forandring, type Omstandighet } from '../../../domain/forandring.js';
import type { Frister } from '../../../domain/insatsprofil.js';
import { svenskKalender as kalender } from '../../../domain/kalender/svensk.js';
import { foljKoversyn, kanFoljaKoversyn, kanTaEmot, taEmotErbjudande } from '../../../domain/ko.js';
import type { Beslut } from '../../../domain/beslutsunderlag.js';
import { nextWake } from '../../../domain/lage.js';
import { uppgiftstyper } from '../../../domain/uppgifter.js';
import type { Prov } from '../prov.js';
import { anyBeslut, one, type Slump } from './nagot-beslut.js';
import { holds } from './regler.js';

/** One thing that happens to a case; the numbers choose among what is at hand then. */
export interface Steg extends Slump {
  /** 0–9, see `happen`. */
  readonly vad: number;
  readonly val: number;
}

/** Steps, without fast-check's bias towards small numbers: every kind of step is as likely. */
export const nagotSteg: fc.Arbitrary<Steg> = fc.noBias(
  fc.record<Steg>({
    vad: fc.nat({ max: 9 }),
    val: fc.nat({ max: 1_000 }),
    utfall: fc.nat({ max: 1_000 }),
    dagar: fc.integer({ min: -40, max: 120 }),
  }),
);

/** Who sees each decision that was taken: `own.senaste` is its change. */
export type Vittne = (own: Prov, orsak: Beslutstyp) => void;

/** A case on its way through whatever happens. */
export class Vandring {
  /** The verksamheter whose samtycke was taken back and not given anew. */
  private readonly aterkallade = new Set<string>();

  constructor(
    readonly own: Prov,
    private readonly sag: Vittne = () => undefined,
  ) {}

  /**
   * 0–2: what is owed is done; 3: something that the case has not seen; 4: something that does not end it; 5: anything
   * possible; 6: anything, also what is impossible; 7–8: time passes; 9: the insats moves.
   */
  happen(steg: Steg): void {
    if (steg.vad >= 9) return this.insatsen(steg);
    if (steg.vad >= 7) return this.wait(steg.dagar);
    const some = anyBeslut(this.own, steg);
    if (steg.vad === 6) return this.attempt(some(one(beslutstyper, steg.val)));
    const among = this.choices(steg.vad, some).find(({ length }) => length > 0);
    if (among) this.attempt(one(among, steg.val));
    else this.wait(steg.dagar);
  }

  /** What may be decided now: the narrowest choice first. */
  private choices(vad: number, some: (typ: Beslutstyp) => Beslut): Beslut[][] {
    const { lage } = this.own;
    const possible = beslutstyper.map(some).filter((beslut) => check(lage, beslut) === undefined);
    const going = possible.filter((beslut) => !endsSoon(beslut));
    const unseen = going.filter(({ typ }) => lage.senasteBeslut?.[typ] === undefined);
    const owed = new Set<Beslutstyp>(lage.uppgifter.flatMap(({ typ }) => uppgiftstyper[typ].beslut));
    const doing = going.filter(({ typ }) => owed.has(typ));
    return [vad < 3 ? doing : [], vad < 4 ? unseen : [], vad < 5 ? going : [], possible];
  }

  /** Takes a decision if nothing stands in its way; a refusal is a sentence, and changes nothing. */
  private attempt(beslut: Beslut): void {
    const { own } = this;
    const before = own.lage;
    const om = this.omFor(beslut);
    const hinder = check(before, beslut) ?? checkOm(before, beslut, om);
    if (hinder) {
      if (!/^[”A-ZÅÄÖ].+\.$/.test(hinder.mening)) throw new Error(`No sentence: ${hinder.mening}`);
      return;
    }
    const forandring = decide(before, beslut, om);
    holds(before, forandring, beslut.typ);
    if (!isLegal(beslut.typ, before.fas, forandring.lage.fas)) throw new Error(`No such way: ${beslut.typ}`);
    Object.assign(own, { lage: forandring.lage, senaste: forandring, profil: om.profil });
    this.noteSamtycke(beslut);
    this.sag(own, beslut.typ);
    this.settle();
  }

  /** A move of the profile leads to a version with other deadlines. */
  private omFor({ typ }: Beslut): Omstandighet {
    const { om } = this.own;
    if (typ !== 'profilbyte') return om;
    const longer = Object.entries(om.profil.frister).map(([namn, antal]) => [namn, antal + (antal % 2 === 0 ? 1 : -1)]);
    const profil = { ...om.profil, frister: Object.fromEntries(longer) as unknown as Frister };
    return { ...om, profil, franProfil: om.profil };
  }

  private noteSamtycke({ typ, data }: Beslut): void {
    if (typ === 'samtyckesaterkallelse' && 'verksamheter' in data)
      for (const verksamhet of data.verksamheter) this.aterkallade.add(verksamhet);
    if (typ === 'samtycke' && 'verksamheter' in data)
      for (const verksamhet of data.verksamheter) this.aterkallade.delete(verksamhet);
    if (typ === 'identifiering') this.aterkallade.clear();
    const back = this.own.lage.samtycken.filter((verksamhet) => this.aterkallade.has(verksamhet));
    if (back.length > 0) throw new Error(`Let in again without a samtycke: ${back.join(', ')}, by ${typ}`);
  }

  /** What the insats does: a place is there or not, offered to who waits for one; the queue is looked over; a meeting is moved. */
  private insatsen({ val, dagar }: Steg): void {
    const { own } = this;
    own.platser = one(
      [undefined, { lediga: 0, fore: 0, regelpoang: val % 3 }, { lediga: 1, fore: val % 2, regelpoang: 0 }],
      val,
    );
    const forandring = new Forandring(own.lage, own.om);
    if (kanFoljaKoversyn(own.lage, own.nu, own.om)) foljKoversyn(forandring, own.nu);
    else if (kanTaEmot(own.lage) && this.mayBeOffered()) taEmotErbjudande(forandring, { id: `e${own.lage.version}` });
    else if (!this.moveMote(forandring, dagar)) return;
    holds(own.lage, forandring, 'insatsen');
    own.lage = forandring.lage;
    this.settle();
  }

  /** No place is offered while sammankallande has to decide first, as the insats sees to. */
  private mayBeOffered(): boolean {
    return !this.own.lage.uppgifter.some(({ typ }) => typ === 'koplats');
  }

  private moveMote(forandring: Forandring, dagar: number): boolean {
    const { lage, nu, idag } = this.own;
    const coming = lage.teamlyft?.mote ?? lage.mote?.borjar;
    if (coming === undefined || coming <= nu) return false;
    const later = kalender.instantAt(kalender.arbetsdagFrom(kalender.addDays(idag, 1 + Math.abs(dagar))), '09:00');
    return flyttaMote(forandring, dagar < 0 ? undefined : later);
  }

  /** Time passes; everything falls due at its moment. */
  private wait(dagar: number): void {
    const { own } = this;
    const till = kalender.instantAt(kalender.addDays(own.idag, Math.max(dagar, 1)), '12:00');
    for (let wake = nextWake(own.lage); wake !== undefined && wake <= till; wake = nextWake(own.lage)) {
      if (wake > own.nu) own.nu = wake;
      this.settle();
    }
    own.nu = till;
  }

  /** Does what is due now, until nothing is. */
  private settle(): void {
    const { own } = this;
    for (let rounds = 0; (nextWake(own.lage) ?? '9999') <= own.nu; rounds += 1) {
      const before = own.lage;
      const forandring = fallDue(before, own.om, own.krets);
      holds(before, forandring, 'tiden');
      if (forandring.lage.fas !== before.fas) throw new Error(`Time alone moved the case to ${forandring.lage.fas}`);
      const back = forandring.lage.samtycken.filter((verksamhet) => this.aterkallade.has(verksamhet));
      if (back.length > 0) throw new Error(`Let in again by itself: ${back.join(', ')}`);
      own.lage = forandring.lage;
      if (rounds === 5) throw new Error('What is due never ends');
    }
  }
}

const SLUT: readonly Beslutstyp[] = ['avslut', 'ej_aktuell', 'atertagande', 'felregistrering'];

/** Ways out end most cases before they have lived; these are taken only now and then. */
function endsSoon({ typ, data }: Beslut): boolean {
  if (SLUT.includes(typ)) return true;
  if ('utfall' in data)
    return ['inte_aktuell', 'annan_insats', 'stangs', 'genomfort', 'personen_vill_inte'].includes(data.utfall);
  if ('orsak' in data) return data.orsak === 'avliden' || data.orsak === 'felregistrering';
  return 'svar' in data && data.svar === 'nej';
}
