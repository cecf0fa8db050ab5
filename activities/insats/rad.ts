import type { Insatsforandring, Insatsomstandighet } from '../../domain/insats/forandring.js';
import { nyttInsatslage, type Insatslage, type OppenInsatsuppgift } from '../../domain/insats/lage.js';
import { insatsuppgiftstyper } from '../../domain/insats/uppgifter.js';
import type { Insatsprofil } from '../../domain/insatsprofil.js';
import type { Dag, Instant } from '../../domain/kalender/kalender.js';
import { svenskKalender } from '../../domain/kalender/svensk.js';
import { insatspersonerFor } from '../../domain/mottagare.js';
import type { Motesandringar } from '../../domain/motesplan.js';
import { asDate, type Prisma, type Transaction } from '../../prisma/client.js';
import { readNewestProfil } from '../../prisma/profil.js';
import { readTeamkalender } from '../../prisma/teamkalender.js';
import { readInsatskrets } from '../../prisma/mottagare.js';
import { skrivSpar } from '../../prisma/spar/skriv.js';
import type { Upphov } from '../../prisma/skriv-forandring.js';
import { writeUtskick, type Utskicksrad } from '../../prisma/skriv-utskick.js';

/** The insats's row as a transaction finds it, held until the transaction ends. */
export interface Insatsrad {
  readonly id: string;
  readonly version: number;
  readonly lage: Insatslage;
  /** The newest version. */
  readonly profil: Insatsprofil;
  readonly team: readonly { readonly id: string; readonly kod: string }[];
}

/** The id of a task's row. */
export const insatsuppgiftId = (insatsId: string, nr: number): string => `${insatsId}/${nr}`;

/** Reads the insats and holds its row. The state is the first one when nothing has happened in the insats yet. */
export async function lockInsats(tx: Transaction, insatsId: string): Promise<Insatsrad> {
  // no key of the row is changed, so a remiss that arrives need not wait
  await tx.$queryRaw`SELECT 1 FROM insats WHERE id = ${insatsId}::uuid FOR NO KEY UPDATE`;
  const rad = await tx.insats.findUniqueOrThrow({
    where: { id: insatsId },
    select: {
      id: true,
      kod: true,
      version: true,
      lage: true,
      team: { select: { id: true, kod: true }, orderBy: { kod: 'asc' } },
    },
  });
  // after the teams and not beside them: one connection answers one question at a time
  const { profil } = await readNewestProfil(tx, insatsId);
  const { id, kod, version, team } = rad;
  const lage = (rad.lage as Insatslage | null) ?? { ...nyttInsatslage(id, kod), version };
  return { id, version, team, lage, profil };
}

/**
 * What the rules may look at beside the insats: the calendars of its teams and its queue.
 *
 * @param nu the workflow's moment
 */
export async function readInsatsomstandighet(
  tx: Transaction,
  rad: Insatsrad,
  nu: Instant,
  nastaPlats?: Dag,
): Promise<Insatsomstandighet> {
  const andringar: Record<string, Motesandringar> = {};
  for (const { id, kod } of rad.team) andringar[kod] = (await readTeamkalender(tx, id, nu)).andringar;
  const koande = await tx.koplats.count({ where: { insatsId: rad.id, lamnad: null } });
  return { nu, profil: rad.profil, kalender: svenskKalender, andringar, koande, ...(nastaPlats ? { nastaPlats } : {}) };
}

/** Writes a change of a locked insats: its row, and events, tasks, mails and trace beside it. */
export async function writeInsats(
  tx: Transaction,
  rad: Insatsrad,
  forandring: Insatsforandring,
  upphov: Upphov,
): Promise<Insatslage> {
  const lage = forandring.efter;
  if (lage === rad.lage) return lage;
  const { nu } = forandring.om;
  await tx.insats.update({
    where: { id: rad.id, version: rad.version },
    data: { version: lage.version, lage: lage as unknown as Prisma.InputJsonValue },
  });
  await tx.insatshandelse.createMany({
    data: forandring.handelser.map(({ typ, data }, ordning) => ({
      insatsId: rad.id,
      version: lage.version,
      ordning,
      typ,
      nar: nu,
      avId: upphov.av ?? null,
      beslutId: upphov.beslutId ?? null,
      data,
    })),
  });
  await writeUppgifter(tx, rad, lage, forandring);
  await tell(tx, rad, lage, forandring);
  await skrivSpar(tx, {
    nar: nu,
    av: upphov.av,
    handling: upphov.handling,
    grund: upphov.grund,
    istalletFor: upphov.istalletForId,
    data: { insats: lage.kod, version: lage.version, ...(upphov.beslutId ? { beslut: upphov.beslutId } : {}) },
  });
  return lage;
}

async function writeUppgifter(
  tx: Transaction,
  rad: Insatsrad,
  lage: Insatslage,
  { om, avslutadeUppgifter }: Insatsforandring,
): Promise<void> {
  const isNew = ({ nr }: OppenInsatsuppgift) => nr > rad.lage.senasteUppgift;
  await tx.insatsuppgift.createMany({
    data: lage.uppgifter.filter(isNew).map(({ nr, typ, ref, oppnad, forfaller }) => ({
      id: insatsuppgiftId(rad.id, nr),
      insatsId: rad.id,
      typ,
      roll: insatsuppgiftstyper[typ].roll,
      ref: ref ?? null,
      oppnad,
      forfaller: asDate(forfaller),
    })),
  });
  for (const { nr, som } of avslutadeUppgifter)
    await tx.insatsuppgift.updateMany({
      where: { id: insatsuppgiftId(rad.id, nr) },
      data: { avslutad: om.nu, avslutadSom: som },
    });
}

async function tell(
  tx: Transaction,
  rad: Insatsrad,
  lage: Insatslage,
  { om, utskick }: Insatsforandring,
): Promise<void> {
  if (utskick.length === 0) return;
  const krets = await readInsatskrets(tx, rad.id, om.kalender.dayOf(om.nu));
  const rader = utskick.flatMap(({ till, ...ett }) =>
    insatspersonerFor(till, krets).map((mottagareId): Utskicksrad => ({
      om: { insatsId: rad.id },
      ...ett,
      sekvens: lage.version,
      mottagareId,
    })),
  );
  await writeUtskick(tx, rader, { nu: om.nu });
}
