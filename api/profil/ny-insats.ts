import { ett, type Svar } from '../beslut/formular.js';
import type { FaltFel } from '../components/form/felsammanfattning.js';
import { kommunerOf } from './svar.js';
import { readProfilfil, type Profilfel, type Profilfil } from './schema.js';

/** A verksamhet that a new insats's huvudman can be. */
interface Verksamhetsval {
  readonly kod: string;
  readonly namn: string;
  readonly part: string;
  readonly kommun: string | null;
}

const text = (svar: Svar, name: string): string => ett(svar, name).trim();
const tal = (svar: Svar, name: string): unknown => {
  const typed = text(svar, name);
  return typed === '' ? undefined : /^\d{1,4}$/.test(typed) ? Number(typed) : typed;
};

/** Lines of `kod = namn`; a line without a name is named by its code. */
const parterOf = (svar: Svar): { kod: string; namn: string }[] =>
  ett(svar, 'parter')
    .split('\n')
    .map((line) => line.split('=').map((part) => part.trim()))
    .flatMap(([kod = '', namn = '']) => (kod === '' ? [] : [{ kod, namn: namn || kod }]));

/** Where the faults of a file stand in the form. */
const FIELDS: readonly (readonly [path: string, field: string])[] = [
  ['insats.nummerprefix', 'nummerprefix'],
  ['insats.forbund.kod', 'forbundskod'],
  ['insats.forbund.namn', 'forbundsnamn'],
  ['insats.huvudman.namn', 'huvudmannanamn'],
  ['insats.huvudman.part', 'huvudmannapart'],
  ['insats.huvudman', 'huvudmannakod'],
  ['insats.parter', 'parter'],
  ['profil.parter', 'parter'],
  ['profil.kommuner', 'kommuner'],
  ['profil.kod', 'kod'],
  ['profil.namn', 'namn'],
  ['profil.beskrivning', 'beskrivning'],
  ['profil.team.0.namn', 'teamnamn'],
  ['profil.team.0.moten.forsta', 'forsta'],
  ['profil.team.0.moten.veckor', 'veckor'],
  ['profil.team.0.moten.klockslag', 'klockslag'],
  ['profil.team.0.quorum', 'quorum'],
];

const fieldOf = ({ path }: Profilfel): string =>
  FIELDS.find(([start]) => path === start || path.startsWith(`${start}.`))?.[1] ?? 'mall';

/** What to do where nothing was filled in, in the order of the form. */
const TOMT: Readonly<Record<string, string>> = {
  namn: 'Skriv insatsens namn.',
  kod: 'Skriv en kod för insatsen.',
  nummerprefix: 'Skriv vad ärendenumren ska börja med.',
  beskrivning: 'Beskriv insatsen.',
  mall: 'Välj något annat att börja från.',
  forbundskod: 'Skriv en kod för det nya förbundet, eller välj ett förbund.',
  forbundsnamn: 'Skriv det nya förbundets namn, eller välj ett förbund.',
  huvudman: 'Välj huvudman.',
  huvudmannakod: 'Skriv en kod för den nya huvudmannen, eller välj en verksamhet.',
  huvudmannanamn: 'Skriv den nya huvudmannens namn, eller välj en verksamhet.',
  huvudmannapart: 'Skriv den nya huvudmannens part, eller välj en verksamhet.',
  parter: 'Skriv vilka parter som deltar.',
  kommuner: 'Skriv vilka kommuner insatsen är för.',
  teamnamn: 'Skriv teamets namn.',
  forsta: 'Skriv datum för teamets första möte.',
  veckor: 'Skriv hur många veckor det är mellan mötena.',
  klockslag: 'Skriv när mötena börjar.',
  quorum: 'Skriv hur många verksamheter som behöver vara med.',
};

const errorsOf = (fel: readonly Profilfel[], svar: Svar): FaltFel => {
  const found = new Map<string, string>();
  for (const one of fel) {
    const field = fieldOf(one);
    if (!found.has(field)) found.set(field, (text(svar, field) === '' ? TOMT[field] : undefined) ?? one.mening);
  }
  const inOrder = Object.keys(TOMT).filter((field) => found.has(field));
  return Object.fromEntries(inOrder.map((field) => [field, [found.get(field) ?? '']]));
};

/**
 * Reads the form of a new insats into what a profile's file would hold, by the same schema.
 *
 * @param mall the profile that it begins from, without what every insats has of its own
 */
export function readNyInsats(
  svar: Svar,
  verksamheter: readonly Verksamhetsval[],
  mall: Readonly<Record<string, unknown>>,
): { readonly ok: true; readonly fil: Profilfil } | { readonly ok: false; readonly errors: FaltFel } {
  const parter = parterOf(svar);
  const known = verksamheter.find(({ kod }) => kod === text(svar, 'huvudman'));
  const kommuner = kommunerOf(ett(svar, 'kommuner'));
  const read = readProfilfil({
    insats: {
      nummerprefix: text(svar, 'nummerprefix'),
      ...(text(svar, 'forbund') === ''
        ? { forbund: { kod: text(svar, 'forbundskod'), namn: text(svar, 'forbundsnamn') } }
        : {}),
      ...(parter.length > 0 ? { parter } : {}),
      huvudman: known
        ? { kod: known.kod, namn: known.namn, part: known.part, ...(known.kommun ? { kommun: known.kommun } : {}) }
        : { kod: text(svar, 'huvudmannakod'), namn: text(svar, 'huvudmannanamn'), part: text(svar, 'huvudmannapart') },
    },
    profil: {
      ...mall,
      kod: text(svar, 'kod'),
      namn: text(svar, 'namn'),
      beskrivning: text(svar, 'beskrivning'),
      ...(kommuner.length > 0 ? { kommuner } : {}),
      ...(parter.length > 0 ? { parter: parter.map(({ kod }) => kod) } : {}),
      team: [
        {
          kod: 'team',
          namn: text(svar, 'teamnamn'),
          moten: {
            forsta: text(svar, 'forsta'),
            veckor: tal(svar, 'veckor'),
            klockslag: text(svar, 'klockslag'),
            minuterPerArende: 20,
          },
          quorum: tal(svar, 'quorum'),
        },
      ],
    },
  });
  return read.ok ? { ok: true, fil: read.varde } : { ok: false, errors: errorsOf(read.fel, svar) };
}
