import { koordning, nastaITur, type Kotur } from '../../domain/ko.js';
import type { Prov } from '../domain/prov.js';

interface Tur extends Kotur {
  readonly missad?: string | undefined;
}

/**
 * The places and the queue of an insats as a plain list beside the pure rules: who has a place, who is offered one, and
 * who waits. Moments are only compared, so the list counts them itself.
 */
export class Plan {
  readonly inne = new Set<string>();
  readonly erbjudna = new Set<string>();
  readonly over = new Set<string>();
  private readonly ko = new Map<string, Tur>();
  private senasteErbjudande: string | undefined;
  private nu = 0;

  constructor(
    private readonly platser: number,
    private readonly arenden: ReadonlyMap<string, Prov>,
  ) {}

  /** The order of the queue. */
  get turordning(): string[] {
    return [...this.ko.values()].toSorted(koordning).map(({ arendeId }) => arendeId);
  }

  /** What an inskrivning of a case would find. */
  for(id: string): { lediga: number; fore: number; regelpoang: number } {
    const egen = this.ko.get(id);
    const fore = [...this.ko.values()].filter((tur) => tur !== egen && (!egen || koordning(tur, egen) < 0)).length;
    return { lediga: this.lediga + (this.erbjudna.has(id) ? 1 : 0), fore, regelpoang: 0 };
  }

  /** Follows what a decision made of a case, and offers what became free. */
  follow(id: string, fanns: boolean): void {
    const { lage } = this.case(id);
    this.nu += 1;
    if (lage.fas === 'ko' && lage.ko) {
      const known = this.ko.get(id);
      const missad = this.erbjudna.has(id) && !lage.erbjudande ? this.moment : known?.missad;
      const { beslutsdatum, regelpoang, tur } = lage.ko;
      const koad = known?.koad ?? this.moment;
      this.ko.set(id, { arendeId: id, nummer: lage.nummer, beslutsdatum, koad, regelpoang, tur, missad });
    } else this.ko.delete(id);
    if (!lage.erbjudande) this.erbjudna.delete(id);
    const inne = lage.startdatum !== undefined && lage.avslutsdatum === undefined && lage.fas !== 'stangd';
    if (inne && !this.inne.has(id) && !fanns) this.over.add(id);
    if (inne) this.inne.add(id);
    else this.inne.delete(id);
    this.offer();
  }

  private offer(): void {
    while (this.lediga > 0) {
      const turer = [...this.ko.values()].filter(
        ({ arendeId }) => !this.erbjudna.has(arendeId) && !this.vilar(arendeId),
      );
      const next = nastaITur(turer, this.senasteErbjudande);
      if (!next) return;
      this.nu += 1;
      this.senasteErbjudande = this.moment;
      this.erbjudna.add(next.arendeId);
      this.case(next.arendeId).erbjuds('e');
    }
  }

  private vilar(id: string): boolean {
    return this.case(id).uppgifter.includes('koplats');
  }

  private get lediga(): number {
    return this.platser - this.inne.size - this.erbjudna.size;
  }

  private get moment(): string {
    return new Date(this.nu).toISOString();
  }

  private case(id: string): Prov {
    const own = this.arenden.get(id);
    if (!own) throw new Error(`The model has no case ${id}`);
    return own;
  }
}
