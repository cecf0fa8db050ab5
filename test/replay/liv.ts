import type { Beslutstyp } from '../../domain/faser.js';
import type { Formular } from '../../domain/formular.js';
import { svenskKalender as kalender } from '../../domain/kalender/svensk.js';
import type { Beslutsunderlag } from '../../domain/beslutsunderlag.js';
import type { Lage } from '../../domain/lage.js';
import type { Remissinnehall } from '../../domain/remissinnehall.js';
import type { Personkod } from '../support/grund.js';
import type { Installation } from '../support/installation.js';

/** Waits until an instant has come and everything that falls due before it has been done. */
export type Vantan = (instant: string) => Promise<void>;

/** One case that lives on a running installation. A decision that is not taken fails the test and says why. */
export class Liv {
  private constructor(
    readonly inst: Installation,
    readonly id: string,
    private readonly vanta: Vantan,
  ) {}

  /** A remiss is sent. */
  static async borja(inst: Installation, vanta: Vantan, remiss: Partial<Remissinnehall> = {}): Promise<Liv> {
    return new Liv(inst, await inst.send(remiss), vanta);
  }

  lage(): Promise<Lage> {
    return this.inst.lage(this.id);
  }

  idag(): Promise<string> {
    return this.inst.today();
  }

  async ta<T extends Beslutstyp>(
    typ: T,
    av: Personkod,
    data: Beslutsunderlag[T],
    formular: Formular<T>,
  ): Promise<void> {
    const besked = await this.inst.decide(this.id, typ, av, data, formular);
    if (besked.slag !== 'fattat') throw new Error(`${typ} by ${av} on ${await this.idag()}: ${JSON.stringify(besked)}`);
  }

  till(instant: string | undefined): Promise<void> {
    if (instant === undefined) throw new Error('There is nothing to wait for');
    return this.vanta(instant);
  }

  /** Until ten o'clock of a day. */
  tillDag(dag: string): Promise<void> {
    return this.vanta(kalender.instantAt(dag, '10:00'));
  }

  async dagar(antal: number): Promise<void> {
    return this.tillDag(kalender.addDays(await this.idag(), antal));
  }

  async tillMotet(): Promise<void> {
    return this.till((await this.lage()).mote?.borjar);
  }

  /** Until a task opens by itself. */
  async tillUppgiften(uppgift: string): Promise<void> {
    const { frister } = await this.lage();
    await this.till(frister.find((one) => one.typ === 'uppgift_oppnas' && one.uppgift === uppgift)?.nar);
  }

  // The ordinary way.

  async tasEmot(): Promise<void> {
    await this.ta('granskning', 'sammankallande', { utfall: 'accepterad' }, {});
  }

  async rekommenderas(
    data: Omit<Beslutsunderlag['rekommendation'], 'narvarande'>,
    texter: Partial<Formular<'rekommendation'>> = {},
  ): Promise<void> {
    await this.tillMotet();
    const { samtycken } = await this.lage();
    const formular = { motivering: 'Behöver stöd från flera.', atgarder: [], ...texter };
    await this.ta('rekommendation', 'sammankallande', { narvarande: [...samtycken], ...data }, formular);
  }

  async sagerJa(): Promise<void> {
    const svar = { svar: 'ja', datum: await this.idag() } as const;
    await this.ta('personens_svar', 'remittent', svar, { till: 'Test Testsson', satt: 'mote' });
  }

  async skrivsIn(overinskrivning = false): Promise<void> {
    const idag = await this.idag();
    const { koordinator } = this.inst.grund.person;
    const data = { beslutsdatum: idag, startdatum: idag, koordinator, overinskrivning };
    await this.ta('inskrivning', 'sammankallande', data, overinskrivning ? { overinskrivningSkal: 'Akut behov.' } : {});
  }

  /** From the review to the participation. */
  async blirInskriven(): Promise<void> {
    await this.tasEmot();
    await this.rekommenderas({ utfall: 'inskrivning' });
    await this.sagerJa();
    await this.skrivsIn();
  }

  async kartlaggs(av: Personkod = 'koordinator'): Promise<void> {
    const data = { klar: await this.idag(), spar: 'langre_insats' } as const;
    const kartlagd = { instrument: 'Tuba', utfordAv: 'Test Testsson', certifierad: true };
    await this.ta('kartlaggning', av, data, { ...kartlagd, sammanfattning: 'Kan mer än vad som syns.' });
  }

  async avslutas(av: Personkod = 'koordinator'): Promise<void> {
    await this.ta('avslut', av, { avslutsdatum: await this.idag() }, { analys: 'Arbetar halvtid sedan i våras.' });
    const efter = {
      sysselsattning: [{ kod: 'arbete', omfattning: 'del' }],
      forsorjning: [{ kod: 'lon', omfattning: 'del' }],
    } satisfies Partial<Formular<'avslutsuppgifter'>>;
    const orsak = { orsak: 'arbete_studier_arbetssokande' };
    await this.ta('avslutsuppgifter', av, orsak, { ...efter, farKontaktas: true, steg: 5 });
  }

  /** Ends at once, with nothing to follow up. */
  async tarSlut(av: Personkod = 'koordinator'): Promise<void> {
    await this.ta('avslut', av, { avslutsdatum: await this.idag() }, { analys: 'Har avlidit.' });
    const inget = { sysselsattning: [], forsorjning: [], farKontaktas: false };
    await this.ta('avslutsuppgifter', av, { orsak: 'avliden' }, inget);
  }

  async foljsUpp(): Promise<void> {
    const { avslutsdatum = '' } = await this.lage();
    await this.tillDag(kalender.addDays(avslutsdatum, 80));
    await this.ta('kontaktforsok', 'koordinator', { datum: await this.idag(), naddes: true }, { satt: 'telefon' });
    await this.tillDag(kalender.addDays(avslutsdatum, 92));
    const data = { resultat: 'nadd', datum: await this.idag() } as const;
    await this.ta('uppfoljning', 'koordinator', data, {
      sysselsattning: [{ kod: 'arbete', omfattning: 'del' }],
      forsorjning: [{ kod: 'lon', omfattning: 'del' }],
    });
  }
}
