import type pg from 'pg';
import { hashAfter, sparrader, type Sparrad } from './rader.js';

/** What is wrong with the trace, and where: a chain, or no chain when it is about the whole. */
export interface Sparfel {
  readonly kedja?: string;
  /** A Swedish clause that goes after the chain's name. */
  readonly fel: string;
}

const rader = (fran: number, till: number): string => (fran === till ? `rad ${fran}` : `raderna ${fran}–${till}`);

/** Walks through one chain; told of its rows in order. */
class Kedjekontroll {
  readonly fel: string[] = [];
  #forvantad = 1;
  #fore: string | undefined = '';
  #brutna = 0;

  constructor(readonly kedja: string) {}

  /** The number of the last row that was seen. */
  get sista(): number {
    return this.#forvantad - 1;
  }

  see(rad: Sparrad): void {
    if (rad.lopnr < this.#forvantad) {
      this.fel.push(`rad ${rad.lopnr} är inskjuten`);
      return;
    }
    if (rad.lopnr > this.#forvantad) {
      this.fel.push(`${rader(this.#forvantad, rad.lopnr - 1)} saknas`);
      // what the row was linked to is gone, so its own link cannot be judged
      this.#fore = undefined;
    }
    this.#judge(rad);
    this.#fore = rad.hash;
    this.#forvantad = rad.lopnr + 1;
  }

  #judge({ lopnr, hash, innehall, kedja, hemma, forseglad, sigill }: Sparrad): void {
    const linked = this.#fore === undefined || hash === hashAfter(this.#fore, innehall);
    if (!linked || kedja !== hemma) {
      this.#brutna += 1;
      if (this.#brutna === 1) this.fel.push(`rad ${lopnr} är ändrad eller inskjuten`);
    }
    if (forseglad !== null && forseglad !== hash)
      this.fel.push(`rad ${lopnr} är en annan än den som sigill ${sigill} gäller`);
  }

  /** @param ande the chain's end as it was noted, when there is one */
  end(ande: Kedjeande | undefined): readonly string[] {
    if (this.#brutna > 1) this.fel.push(`${this.#brutna - 1} rader till efter den första ändrade stämmer inte heller`);
    if (ande === undefined) return [...this.fel, 'kedjans slut är inte antecknat'];
    if (ande.lopnr > this.sista) return [...this.fel, `${rader(this.sista + 1, ande.lopnr)}, de sista, saknas`];
    if (ande.lopnr < this.sista)
      return [...this.fel, `${rader(ande.lopnr + 1, this.sista)} ligger efter kedjans antecknade slut`];
    if (this.fel.length === 0 && ande.hash !== this.#fore) return ['kedjans antecknade slut är ett annat'];
    return this.fel;
  }
}

interface Kedjeande {
  readonly kedja: string;
  readonly lopnr: number;
  readonly hash: string;
}

/** Checks every chain of the trace: each row against its hash and the row before, its end, and the seals that hold it. */
export async function kontrolleraKedjor(client: pg.Client): Promise<{ fel: Sparfel[]; antal: number; kedjor: number }> {
  const andar = await readAndar(client);
  const fel: Sparfel[] = [];
  let antal = 0;
  let kedjor = 0;
  let nu: Kedjekontroll | undefined;
  const finish = () => {
    if (!nu) return;
    const { kedja } = nu;
    fel.push(...nu.end(andar.get(kedja)).map((one) => ({ kedja, fel: one })));
    andar.delete(kedja);
    kedjor += 1;
  };
  for await (const rad of sparrader(client)) {
    if (rad.kedja !== nu?.kedja) {
      finish();
      nu = new Kedjekontroll(rad.kedja);
    }
    nu.see(rad);
    antal += 1;
  }
  finish();
  // what is left is the end of a chain that has no row
  for (const { kedja, lopnr } of andar.values()) fel.push({ kedja, fel: `hela kedjan saknas, ${lopnr} rader` });
  return { fel, antal, kedjor };
}

/** The noted ends of the chains; of a chain without one, the last that a seal holds. */
async function readAndar(client: pg.Client): Promise<Map<string, Kedjeande>> {
  const { rows } = await client.query<Kedjeande>(`
    SELECT kedja, lopnr, hash FROM loggkedja WHERE lopnr > 0
    UNION ALL
    SELECT DISTINCT ON (kedja) kedja, lopnr, hash FROM loggsigillande a
    WHERE NOT EXISTS (SELECT 1 FROM loggkedja k WHERE k.kedja = a.kedja)
    ORDER BY kedja, lopnr DESC`);
  return new Map(rows.map((row) => [row.kedja, row]));
}
