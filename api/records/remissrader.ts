import { isValidOn } from '../../domain/atkomst.js';
import type { Dag } from '../../domain/kalender/kalender.js';
import type { Remissinnehall } from '../../domain/remissinnehall.js';
import type { Transaction } from '../../prisma/client.js';
import { writeSamtycken } from '../../prisma/samtycke.js';

/**
 * The verksamheter that may take part in an ärende: those whose samtycke is valid on the day. Nobody's secrecy is
 * touched by an avidentifierad konsultation, so it is open to every verksamhet of the team.
 */
export function openedTo(innehall: Remissinnehall, teamets: readonly string[], idag: Dag): string[] {
  if (!innehall.person.identifierad) return [...teamets];
  return innehall.samtycken
    .filter((one) => isValidOn({ ...one, verksamhetId: one.verksamhet, aterkallat: false }, idag))
    .map(({ verksamhet }) => verksamhet);
}

export interface Remissunderlag {
  readonly arendeId: string;
  readonly remittent: { readonly id: string; readonly verksamhetId: string };
  readonly innehall: Remissinnehall;
  readonly nu: string;
}

/** Writes what was sent beside the ärende's row: the remiss, its samtycken, who raised the person, and its coded answers. */
export async function writeRemiss(tx: Transaction, underlag: Remissunderlag): Promise<void> {
  await tx.remiss.create({ data: remissColumns(underlag), select: { arendeId: true } });
  await writeSamtycken(tx, underlag.arendeId, underlag.innehall.samtycken, underlag.nu);
  await writeAktualiserande(tx, underlag);
  await writeKodsvar(tx, underlag);
}

function remissColumns({ arendeId, remittent, innehall, nu }: Remissunderlag) {
  const { person } = innehall;
  return {
    arendeId,
    remittentId: remittent.id,
    verksamhetId: remittent.verksamhetId,
    inskickad: nu,
    syfte: innehall.syfte,
    identifierad: person.identifierad,
    kon: person.kon,
    kommun: person.kommun,
    ...(person.identifierad
      ? {
          namn: person.namn,
          telefon: person.telefon ?? null,
          epost: person.epost ?? null,
          sprak: person.sprak ?? null,
          tolk: person.tolk,
        }
      : {}),
    problembild: innehall.problembild,
    utbildning: innehall.utbildning ?? null,
    tidIOffentligForsorjning: innehall.tidIOffentligForsorjning ?? null,
    involverade: innehall.involverade ?? null,
    nollplacerad: innehall.nollplacerad,
    skyndsam: innehall.skyndsamSkal !== undefined,
    skyndsamSkal: innehall.skyndsamSkal ?? null,
    behorighetSkal: innehall.behorighetSkal ?? null,
    uteslutningar: [...(innehall.uteslutningar ?? [])],
    kalla: innehall.kalla ?? null,
    statistiksamtycke: innehall.statistiksamtycke ?? null,
    fraga: innehall.fraga,
  };
}

async function writeAktualiserande(tx: Transaction, { arendeId, innehall }: Remissunderlag): Promise<void> {
  const rows = (innehall.aktualiserande ?? []).map((one) => ({
    arendeId,
    ...('verksamhet' in one ? { verksamhetId: one.verksamhet } : { namn: one.namn }),
  }));
  if (rows.length > 0) await tx.aktualiserandeVerksamhet.createMany({ data: rows });
}

async function writeKodsvar(tx: Transaction, { arendeId, innehall }: Remissunderlag): Promise<void> {
  const rows = [
    ...innehall.forsorjning.map(({ kod, omfattning }) => ({ slag: 'forsorjning', kod, omfattning })),
    ...innehall.sysselsattning.map((kod) => ({ slag: 'sysselsattning', kod, omfattning: null })),
  ];
  if (rows.length > 0) await tx.kodsvar.createMany({ data: rows.map((row) => ({ arendeId, vid: 'remiss', ...row })) });
}
