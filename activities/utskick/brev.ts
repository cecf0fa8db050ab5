import type { NyttUtskick } from '../../domain/forandring.js';
import type { Dag } from '../../domain/kalender/kalender.js';
import { besked } from './mallar/besked.js';
import { kannedom } from './mallar/kannedom.js';
import { kvitto } from './mallar/kvitto.js';
import { nodatkomst } from './mallar/nodatkomst.js';
import { paminnelse } from './mallar/paminnelse.js';
import { rekommendation } from './mallar/rekommendation.js';
import { uppgift } from './mallar/uppgift.js';
import type { Brevunderlag } from './underlag.js';

/** A mail's words, before they become a text part and an HTML part. */
export interface Brev {
  readonly amne: string;
  readonly rubrik: string;
  readonly stycken: readonly string[];
  /** Several things, each with the page that it leads to (from the root, beginning with a slash). */
  readonly listor?: readonly {
    readonly rubrik: string;
    readonly rader: readonly { readonly text: string; readonly sida: string }[];
  }[];
  readonly fakta: readonly { readonly term: string; readonly varde: string }[];
  /** What the link is called that leads on. */
  readonly lanktext: string;
  /** The mail as one line among others of a morning. */
  readonly rad: Brevrad;
}

/** What a mail says in one line. */
export interface Brevrad {
  readonly text: string;
  /** The last day of the task that it is about. */
  readonly forfaller?: Dag;
}

/** Whole addresses, of pages: their root, where the mail leads, and where its reader chooses what she is told of. */
export interface Brevadresser {
  readonly bas: string;
  readonly lank: string;
  readonly installningar: string;
}

/** What a mail tells the reader's calendar. */
export interface Kalenderdel {
  readonly moteId: string;
  readonly sekvens: number;
  readonly borjar: Date;
  readonly slutar: Date;
  readonly installd: boolean;
  readonly rubrik: string;
}

/** A mail that is ready to go: its words, the page that it leads to, and what its headers are made of. */
export interface SkrivetBrev {
  readonly brev: Brev;
  /** From the root of the pages, beginning with a slash. */
  readonly sida: string;
  /** What the mails of one thread are about: the ärende's number, the insats's code. */
  readonly om: string;
  readonly kalender?: Kalenderdel;
  readonly rad: {
    readonly slag: string;
    readonly sekvens: number;
    readonly nyckel: string;
    readonly mottagare: { readonly id: string; readonly epost: string };
  };
}

/** Writes the words of one kind of mail. */
export type Brevmall = (underlag: Brevunderlag) => Brev;

const mallar: { readonly [S in NyttUtskick['slag']]: Brevmall } = {
  kvitto,
  uppgift,
  paminnelse,
  rekommendation,
  besked,
  kannedom,
  nodatkomst,
};

/**
 * The words of a mail.
 * @throws when the kind of mail is unknown
 */
export function writeBrev(slag: string, underlag: Brevunderlag): Brev {
  if (!Object.hasOwn(mallar, slag)) throw new Error(`An unknown kind of mail: ${slag}`);
  return mallar[slag as NyttUtskick['slag']](underlag);
}
