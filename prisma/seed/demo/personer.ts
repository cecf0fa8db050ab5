import type { Part, Rollkod } from '../../../domain/koder.js';
import type { Profilkod } from '../profiler.js';

/** A verksamhet of the demo förbund. */
export interface Demoverksamhet {
  readonly namn: string;
  readonly part: Part;
  readonly kommun?: string;
}

export const verksamheter = {
  fk: { namn: 'Försäkringskassan', part: 'fk' },
  af: { namn: 'Arbetsförmedlingen', part: 'af' },
  psykiatri: { namn: 'Regionen, vuxenpsykiatrin', part: 'region' },
  primarvard: { namn: 'Regionen, primärvården', part: 'region' },
  nybro_iff: { namn: 'Nybro, individ- och familjeförvaltningen', part: 'kommun', kommun: '0881' },
  emmaboda_ifo: { namn: 'Emmaboda, individ- och familjeomsorgen', part: 'kommun', kommun: '0862' },
  oskarshamn_ame: { namn: 'Oskarshamn, arbetsmarknadsenheten', part: 'kommun', kommun: '0882' },
  hogsby_ifo: { namn: 'Högsby, individ- och familjeomsorgen', part: 'kommun', kommun: '0821' },
  monsteras_ifo: { namn: 'Mönsterås, individ- och familjeomsorgen', part: 'kommun', kommun: '0861' },
  kansli: { namn: 'Förbundets kansli', part: 'kommun' },
} as const satisfies Record<string, Demoverksamhet>;
export type Verksamhetskod = keyof typeof verksamheter;

/** Whose each insats is. */
export const huvudman: Readonly<Record<Profilkod, Verksamhetskod>> = {
  samba_lis: 'nybro_iff',
  samba_rehab: 'nybro_iff',
  vagknuten: 'oskarshamn_ame',
};

/** A person of the demo: invented, with a name that cannot be taken for anybody's. */
export interface Demoperson {
  readonly namn: string;
  readonly titel: string;
  readonly verksamhet: Verksamhetskod;
  readonly roller: readonly (readonly [roll: Rollkod, insats?: Profilkod])[];
  /** The insatser in whose team she has a seat for her verksamhet; `ersattare` when it is a substitute's. */
  readonly team?: readonly (readonly [insats: Profilkod, plats: 'ordinarie' | 'ersattare'])[];
}

const S = 'samba_lis';
const R = 'samba_rehab';
const V = 'vagknuten';

/** Everyone, by the subject that the identity provider gives. */
export const personer = {
  'fia-exempelsson': {
    namn: 'Fia Exempelsson',
    titel: 'Personlig handläggare',
    verksamhet: 'fk',
    roller: [['handlaggare']],
  },
  'eskil-inhopparsson': {
    namn: 'Eskil Inhopparsson',
    titel: 'Samverkansansvarig',
    verksamhet: 'fk',
    roller: [
      ['teamrepresentant', S],
      ['teamrepresentant', R],
    ],
    team: [
      [S, 'ersattare'],
      [R, 'ersattare'],
    ],
  },
  'frans-provman': {
    namn: 'Frans Provman',
    titel: 'Samverkansansvarig',
    verksamhet: 'fk',
    roller: [
      ['teamrepresentant', S],
      ['teamrepresentant', V],
      ['teamrepresentant', R],
    ],
    team: [
      [S, 'ordinarie'],
      [V, 'ordinarie'],
      [R, 'ordinarie'],
    ],
  },
  'alva-provberg': {
    namn: 'Alva Provberg',
    titel: 'Arbetsförmedlare',
    verksamhet: 'af',
    roller: [['handlaggare']],
    team: [[V, 'ersattare']],
  },
  'arvid-latsaslund': {
    namn: 'Arvid Låtsaslund',
    titel: 'Arbetsförmedlare, rehabilitering',
    verksamhet: 'af',
    roller: [['handlaggare'], ['teamrepresentant', S], ['teamrepresentant', R]],
    team: [
      [S, 'ordinarie'],
      [R, 'ordinarie'],
    ],
  },
  'agnes-pahittsson': {
    namn: 'Agnes Påhittsson',
    titel: 'Arbetsförmedlare',
    verksamhet: 'af',
    roller: [['teamrepresentant', V], ['handlaggare']],
    team: [
      [V, 'ordinarie'],
      [S, 'ersattare'],
    ],
  },
  'petra-monsterprov': {
    namn: 'Petra Mönsterprov',
    titel: 'Kurator',
    verksamhet: 'psykiatri',
    roller: [['handlaggare'], ['teamrepresentant', S], ['teamrepresentant', V], ['teamrepresentant', R]],
    team: [
      [S, 'ordinarie'],
      [V, 'ordinarie'],
      [R, 'ordinarie'],
    ],
  },
  'pelle-provgren': {
    namn: 'Pelle Provgren',
    titel: 'Arbetsterapeut',
    verksamhet: 'psykiatri',
    roller: [['handlaggare']],
    team: [
      [S, 'ersattare'],
      [V, 'ersattare'],
    ],
  },
  'vera-exempelgren': {
    namn: 'Vera Exempelgren',
    titel: 'Rehabkoordinator',
    verksamhet: 'primarvard',
    roller: [['handlaggare'], ['teamrepresentant', S], ['teamrepresentant', V], ['teamrepresentant', R]],
    team: [
      [S, 'ordinarie'],
      [V, 'ordinarie'],
      [R, 'ordinarie'],
    ],
  },
  'ivar-demolund': {
    namn: 'Ivar Demolund',
    titel: 'Socialsekreterare',
    verksamhet: 'nybro_iff',
    roller: [['handlaggare'], ['teamrepresentant', S], ['teamrepresentant', R]],
    team: [
      [S, 'ordinarie'],
      [R, 'ordinarie'],
    ],
  },
  'ines-demostrom': {
    namn: 'Ines Demoström',
    titel: 'Socialsekreterare',
    verksamhet: 'emmaboda_ifo',
    roller: [['handlaggare'], ['teamrepresentant', S], ['teamrepresentant', R]],
    team: [
      [S, 'ordinarie'],
      [R, 'ordinarie'],
    ],
  },
  'siv-samordnarsson': {
    namn: 'Siv Samordnarsson',
    titel: 'Samverkansansvarig, SAMBA',
    verksamhet: 'nybro_iff',
    roller: [
      ['sammankallande', S],
      ['sammankallande', R],
    ],
    team: [
      [S, 'ersattare'],
      [R, 'ersattare'],
    ],
  },
  'kajsa-koordinatorsson': {
    namn: 'Kajsa Koordinatorsson',
    titel: 'Samverkansledare',
    verksamhet: 'nybro_iff',
    roller: [
      ['koordinator', S],
      ['koordinator', R],
    ],
  },
  'kim-ledsagarsson': {
    namn: 'Kim Ledsagarsson',
    titel: 'Samverkansledare',
    verksamhet: 'emmaboda_ifo',
    roller: [['koordinator', S], ['sammankallande', S], ['handlaggare'], ['koordinator', R]],
    team: [[S, 'ersattare']],
  },
  'viggo-vagledarsson': {
    namn: 'Viggo Vägledarsson',
    titel: 'Vägledare, slutar vid årsskiftet',
    verksamhet: 'oskarshamn_ame',
    roller: [['koordinator', V]],
  },
  'vilma-stegprov': {
    namn: 'Vilma Stegprov',
    titel: 'Vägledare',
    verksamhet: 'oskarshamn_ame',
    roller: [['koordinator', V]],
  },
  'olga-projektledarsson': {
    namn: 'Olga Projektledarsson',
    titel: 'Projektledare, Vägknuten',
    verksamhet: 'oskarshamn_ame',
    roller: [
      ['sammankallande', V],
      ['koordinator', V],
    ],
  },
  'oskar-arbetsmarksson': {
    namn: 'Oskar Arbetsmarksson',
    titel: 'Arbetsmarknadskonsulent',
    verksamhet: 'oskarshamn_ame',
    roller: [['handlaggare'], ['teamrepresentant', V]],
    team: [[V, 'ordinarie']],
  },
  'hedda-hittepasson': {
    namn: 'Hedda Hittepåsson',
    titel: 'Socialsekreterare',
    verksamhet: 'hogsby_ifo',
    roller: [['handlaggare'], ['teamrepresentant', V]],
    team: [[V, 'ordinarie']],
  },
  'moa-mallsson': {
    namn: 'Moa Mallsson',
    titel: 'Socialsekreterare',
    verksamhet: 'monsteras_ifo',
    roller: [['handlaggare'], ['teamrepresentant', V]],
    team: [[V, 'ordinarie']],
  },
  'greta-styrgruppsson': {
    namn: 'Greta Styrgruppsson',
    titel: 'Verksamhetschef',
    verksamhet: 'nybro_iff',
    roller: [['styrgrupp', S], ['styrgrupp', R], ['nodatkomst']],
  },
  'gustav-ordforandesson': {
    namn: 'Gustav Ordförandesson',
    titel: 'Enhetschef',
    verksamhet: 'oskarshamn_ame',
    roller: [['styrgrupp', V]],
  },
  'karin-kanslisson': {
    namn: 'Karin Kanslisson',
    titel: 'Förbundsadministratör',
    verksamhet: 'kansli',
    roller: [['kansli']],
  },
  'folke-forbundschefsson': {
    namn: 'Folke Förbundschefsson',
    titel: 'Förbundschef',
    verksamhet: 'kansli',
    roller: [['kansli'], ['granskare']],
  },
  'fredrika-forvaltarsson': {
    namn: 'Fredrika Förvaltarsson',
    titel: 'Systemförvaltare',
    verksamhet: 'nybro_iff',
    roller: [['forvaltare'], ['arkivansvarig']],
  },
  'agda-arkivsson': {
    namn: 'Agda Arkivsson',
    titel: 'Arkivarie',
    verksamhet: 'nybro_iff',
    roller: [['arkivansvarig']],
  },
} as const satisfies Record<string, Demoperson>;
export type Demosub = keyof typeof personer;

/** An address that no mail can reach. */
export const epost = (sub: Demosub): string => `${sub.replace('-', '.')}@exempel.se`;
