import type { Rollkod } from '../../domain/koder.js';

/** Where somebody of the tests works, and what she has been given, in words of her own: nothing here is asked of the product. */
interface Beskrivning {
  readonly i: 'fk' | 'af' | 'psykiatri' | 'kommun';
  /** Roles, each in the insats of the tests, in another, in a part, or everywhere. */
  readonly roller?: readonly { readonly roll: Rollkod; readonly dar?: 'insatsen' | 'annan_insats'; part?: string }[];
  /** A seat in the team of the insats, for where she works. */
  readonly plats?: 'ordinarie' | 'ersattare';
}

/**
 * The kinds of people. Each is one person, whose key is what she logs in by; what makes her stand to an ärende (that she sent
 * it, carries it, has promised something in it) is written in varld.ts.
 */
export const folk = {
  /** sent the remiss */
  remittent: { i: 'fk', roller: [{ roll: 'handlaggare' }] },
  /** a handläggare at the verksamhet of who sent it */
  kollega: { i: 'fk', roller: [{ roll: 'handlaggare' }] },
  /** a handläggare of another verksamhet, with remisser of her own */
  annan_remittent: { i: 'af', roller: [{ roll: 'handlaggare' }] },
  /** named for an action, and nothing else */
  medhandlaggare: { i: 'psykiatri', roller: [{ roll: 'handlaggare' }] },
  /** of a verksamhet that samtycke names */
  teamrepresentant: {
    i: 'psykiatri',
    roller: [{ roll: 'teamrepresentant', dar: 'insatsen' }],
    plats: 'ordinarie',
  },
  teamersattare: { i: 'psykiatri', roller: [{ roll: 'teamrepresentant', dar: 'insatsen' }], plats: 'ersattare' },
  /** of a verksamhet that no samtycke names */
  representant_utan_samtycke: {
    i: 'af',
    roller: [{ roll: 'teamrepresentant', dar: 'insatsen' }],
    plats: 'ordinarie',
  },
  koordinator: { i: 'kommun', roller: [{ roll: 'koordinator', dar: 'insatsen' }] },
  /** koordinator in the insats of other ärenden */
  annan_koordinator: { i: 'kommun', roller: [{ roll: 'koordinator', dar: 'insatsen' }] },
  /** stands in for the koordinator, who is away, and has no role herself */
  vikarie: { i: 'kommun' },
  sammankallande: { i: 'kommun', roller: [{ roll: 'sammankallande', dar: 'insatsen' }] },
  annan_sammankallande: { i: 'fk', roller: [{ roll: 'sammankallande', dar: 'annan_insats' }] },
  styrgrupp: { i: 'kommun', roller: [{ roll: 'styrgrupp', dar: 'insatsen' }] },
  annan_styrgrupp: { i: 'fk', roller: [{ roll: 'styrgrupp', dar: 'annan_insats' }] },
  kansli: { i: 'kommun', roller: [{ roll: 'kansli' }] },
  granskare: { i: 'kommun', roller: [{ roll: 'granskare' }] },
  /** of the kommuner, as the huvudman is */
  forvaltare: { i: 'kommun', roller: [{ roll: 'forvaltare', part: 'kommun' }] },
  fks_forvaltare: { i: 'fk', roller: [{ roll: 'forvaltare', part: 'fk' }] },
  /** of the huvudman */
  arkivansvarig: { i: 'kommun', roller: [{ roll: 'arkivansvarig' }] },
  annan_arkivansvarig: { i: 'fk', roller: [{ roll: 'arkivansvarig' }] },
  /** may open an ärende in an emergency, and has opened none of these */
  nodatkomst: { i: 'kommun', roller: [{ roll: 'nodatkomst', part: 'kommun' }] },
  utan_roll: { i: 'kommun' },
} as const satisfies Record<string, Beskrivning>;

/** Somebody who is logged in. */
export type Person = keyof typeof folk;
/** Everybody, and who is nobody. */
export type Vem = Person | 'utloggad';

export const personer = Object.keys(folk) as Person[];
export const alla: readonly Vem[] = [...personer, 'utloggad'];

export const beskrivning = (person: Person): Beskrivning => folk[person];
