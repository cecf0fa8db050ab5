import type { Insatsprofil } from '../../../domain/insatsprofil.js';
import type { Prisma, Transaction } from '../../client.js';
import { parter, type Rollkod } from '../../../domain/koder.js';
import { asProfil } from '../../profil.js';
import { demoinsatser, profilkoder, readProfilfil, type Profilfil, type Profilkod } from '../profiler.js';
import {
  epost,
  huvudman,
  personer,
  verksamheter,
  type Demoperson,
  type Demosub,
  type Verksamhetskod,
} from './personer.js';

/** The demo förbund as it was written: ids by code. */
export interface Organisation {
  readonly verksamhet: ReadonlyMap<Verksamhetskod, string>;
  readonly person: ReadonlyMap<Demosub, string>;
  readonly profil: ReadonlyMap<Profilkod, Insatsprofil>;
}

export const demosubs = Object.keys(personer) as Demosub[];
export const demoperson = (sub: Demosub): Demoperson => personer[sub];

const need = <K, V>(map: ReadonlyMap<K, V>, key: K): V => {
  const value = map.get(key);
  if (value === undefined) throw new Error(`The demo has no ${String(key)}`);
  return value;
};

/** The id of a verksamhet or person, or the profile of an insats. */
export { need as demoId };

/**
 * Writes the förbund of the demo: its verksamheter, insatser with profile and team, and its people with their roles.
 *
 * @param nu the moment, ISO, at which everything is new
 */
export async function writeOrganisation(tx: Transaction, nu: string): Promise<Organisation> {
  const forbund = await tx.forbund.create({ data: { kod: 'exempel', namn: 'Samordningsförbundet Exempel' } });
  await writeParter(tx, forbund.id);
  const verksamhet = new Map<Verksamhetskod, string>();
  for (const [kod, { namn, part, ...rest }] of Object.entries(verksamheter)) {
    const kommun = 'kommun' in rest ? rest.kommun : null;
    const { id } = await tx.verksamhet.create({ data: { kod, namn, part, kommun, forbundId: forbund.id } });
    verksamhet.set(kod as Verksamhetskod, id);
  }
  const person = new Map<Demosub, string>();
  for (const sub of demosubs) {
    const { namn, titel, verksamhet: kod } = demoperson(sub);
    const { id } = await tx.anvandare.create({
      data: { sub, namn, titel, epost: epost(sub), verksamhetId: need(verksamhet, kod), skapad: nu },
    });
    person.set(sub, id);
  }
  const profil = new Map<Profilkod, Insatsprofil>();
  for (const kod of demoinsatser)
    profil.set(kod, await writeInsats(tx, kod, { forbundId: forbund.id, verksamhet, person, nu }));
  for (const fil of describedOnly()) await writeDescribed(tx, fil, forbund.id, nu);
  return { verksamhet, person, profil };
}

interface Grund {
  readonly forbundId: string;
  readonly verksamhet: ReadonlyMap<Verksamhetskod, string>;
  readonly person: ReadonlyMap<Demosub, string>;
  readonly nu: string;
}

/** The insatser that nobody in the demo works in: they can be read, and get their people later. */
const describedOnly = (): Profilfil[] =>
  profilkoder()
    .filter((kod) => !demoinsatser.some((one) => one === kod))
    .map(readProfilfil);

async function writeParter(tx: Transaction, forbundId: string): Promise<void> {
  const own = describedOnly().flatMap(({ insats }) => insats.parter ?? []);
  const all = [...Object.entries(parter).map(([kod, namn]) => ({ kod, namn })), ...own];
  await tx.part.createMany({ data: all.map((part, ordning) => ({ ...part, ordning, forbundId })) });
}

async function writeDescribed(
  tx: Transaction,
  { insats, profil }: Profilfil,
  forbundId: string,
  nu: string,
): Promise<void> {
  for (const { kommun = null, ...enhet } of [insats.huvudman, ...(insats.verksamheter ?? [])])
    await tx.verksamhet.upsert({
      where: { kod: enhet.kod },
      create: { ...enhet, kommun, forbundId },
      update: {},
    });
  const agare = await tx.verksamhet.findUniqueOrThrow({ where: { kod: insats.huvudman.kod } });
  await createInsats(tx, { profil, nummerprefix: insats.nummerprefix, forbundId, huvudmanId: agare.id, nu });
}

const createInsats = (
  tx: Transaction,
  given: {
    profil: Profilfil['profil'];
    nummerprefix: string;
    forbundId: string;
    huvudmanId: string;
    nu: string;
  },
) => {
  // whole, so that a later release's standard values reach no version that is saved already
  const profil = asProfil(given.profil);
  return tx.insats.create({
    data: {
      kod: profil.kod,
      namn: profil.namn,
      nummerprefix: given.nummerprefix,
      forbundId: given.forbundId,
      huvudmanId: given.huvudmanId,
      profiler: { create: { version: 1, innehall: profil as unknown as Prisma.InputJsonObject, skapad: given.nu } },
      team: { create: profil.team.map((team) => ({ kod: team.kod, namn: team.namn })) },
    },
    include: { team: true },
  });
};

async function writeInsats(tx: Transaction, kod: Profilkod, grund: Grund): Promise<Insatsprofil> {
  const fil = readProfilfil(kod);
  const profil = asProfil(fil.profil);
  const insats = await createInsats(tx, {
    profil: fil.profil,
    nummerprefix: fil.insats.nummerprefix,
    forbundId: grund.forbundId,
    huvudmanId: need(grund.verksamhet, huvudman[kod]),
    nu: grund.nu,
  });
  const [team] = insats.team;
  if (!team) throw new Error(`The profile ${kod} has no team`);
  await tx.teammedlem.createMany({
    data: platser(kod).map(({ sub, ersattare }) => ({
      teamId: team.id,
      anvandareId: need(grund.person, sub),
      verksamhetId: need(grund.verksamhet, demoperson(sub).verksamhet),
      ersattare,
    })),
  });
  await tx.roll.createMany({
    data: demosubs.flatMap((sub) =>
      demoperson(sub)
        .roller.filter(([, inom]) => inom === kod || (inom === undefined && kod === demoinsatser[0]))
        .map(([roll, inom]) => ({
          anvandareId: need(grund.person, sub),
          roll,
          insatsId: inom === undefined ? null : insats.id,
          part: FOR_EN_PART.includes(roll) ? partOf(sub) : null,
          // each styrgrupp of the demo has one who leads it: the first, where there are several
          ordforande: roll === 'styrgrupp' && ordforandeFor(kod) === sub,
        })),
    ),
  });
  return profil;
}

/** Roles that somebody has for her part. */
const FOR_EN_PART: readonly Rollkod[] = ['forvaltare', 'nodatkomst'];

const partOf = (sub: Demosub): string => verksamheter[demoperson(sub).verksamhet].part;

const ordforandeFor = (insats: Profilkod): Demosub | undefined =>
  demosubs.find((sub) => demoperson(sub).roller.some(([roll, inom]) => roll === 'styrgrupp' && inom === insats));

/** The seats of an insats's team. */
export const platser = (insats: Profilkod): { sub: Demosub; ersattare: boolean }[] =>
  demosubs.flatMap((sub) =>
    (demoperson(sub).team ?? []).flatMap(([kod, plats]) =>
      kod === insats ? [{ sub, ersattare: plats === 'ersattare' }] : [],
    ),
  );
