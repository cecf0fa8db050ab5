import { isValidOn } from '../domain/atkomst.js';
import { hinder } from '../domain/hinder.js';
import { svenskKalender } from '../domain/kalender/svensk.js';
import type { Dag, Instant } from '../domain/kalender/kalender.js';
import type { Syfte } from '../domain/koder.js';
import type { Beslut } from '../domain/beslutsunderlag.js';
import { asDag, type Transaction } from '../prisma/client.js';
import { createArende, readMottagare, type Mottagarinsats } from '../prisma/nytt-arende.js';
import { hinderFailure } from '../workflows/failures.js';
import type { Arenderad } from './transaktion.js';

export interface AnnanInsats {
  readonly rad: Arenderad;
  /** Code of the insats that the case goes on in. */
  readonly insats: string;
  readonly beslut: Pick<Beslut, 'id' | 'av'>;
  /** The moment of the transaction, ISO. */
  readonly nu: Instant;
}

/**
 * Sends a case on to another insats, in the transaction that closes it here (design 2.2): a linked ärende with its own
 * number and workflow, and of an identified person what a samtycke that names that insats covers.
 *
 * @returns the new ärende's id and number
 * @throws a failure of type `Hinder`, code `utan_samtycke` when no samtycke names that insats for the remittent's
 *   verksamhet and the new huvudman's, `insats_stangd` when it takes no remisser, `insats_saknas` when there is none
 */
export async function skapaIAnnanInsats(
  tx: Transaction,
  { rad, insats, beslut, nu }: AnnanInsats,
): Promise<{ arendeId: string; nummer: string }> {
  const { remiss, samtycken, ...arende } = await readAvsandare(tx, rad.id);
  if (!remiss) throw new Error(`The ärende ${rad.id} has no remiss`);
  const idag = svenskKalender.dayOf(nu);
  const mottagare = await readOppen(tx, insats, remiss.kommun, idag);
  const foljerMed = samtycken.filter((one) => one.insatser.includes(insats) && !isOver(one, idag));
  const opened = openedBy(foljerMed, idag);
  if (remiss.identifierad) requireSamtycke(opened, remiss.verksamhetId, mottagare);
  const nytt = await createArende(tx, {
    mottagare,
    individId: arende.individId,
    remittentId: remiss.remittentId,
    inkommen: {
      syfte: remiss.syfte as Syfte,
      identifierad: remiss.identifierad,
      samtycken: remiss.identifierad ? opened : mottagare.team.verksamheter,
      samtyckesperioder: foljerMed.map(({ verksamhetId, giltigtFran, giltigtTill }) => ({
        verksamhet: verksamhetId,
        fran: asDag(giltigtFran),
        ...(giltigtTill ? { till: asDag(giltigtTill) } : {}),
      })),
      remittentVerksamhet: remiss.verksamhetId,
      nollplacerad: remiss.nollplacerad,
      skyndsam: remiss.skyndsam,
      ...(arende.individ.skyddad ? { skyddad: true } : {}),
      // her own words stand as long as they did in the ärende that it comes from
      ...(arende.individ.skyddad && rad.lage.namngivna === undefined ? { skyddFranAnnat: true } : {}),
    },
    nu,
    upphov: { av: beslut.av, handling: 'annan_insats', grund: 'sammankallande' },
  });
  await copyInnehall(tx, { remiss, samtycken: foljerMed, ...arende }, nytt.arendeId, nu);
  await tx.arendelank.create({ data: { franId: rad.id, tillId: nytt.arendeId, slag: 'annan_insats', skapad: nu } });
  return nytt;
}

async function readOppen(tx: Transaction, kod: string, kommun: string, idag: Dag): Promise<Mottagarinsats> {
  if ((await tx.insats.count({ where: { kod } })) === 0)
    throw hinderFailure(hinder('insats_saknas', 'Insatsen finns inte. Välj en annan insats.'));
  const mottagare = await readMottagare(tx, kod, kommun);
  if (mottagare.stangd && asDag(mottagare.stangd) <= idag)
    throw hinderFailure(hinder('insats_stangd', 'Insatsen tar inte emot remisser. Välj en annan insats.'));
  return mottagare;
}

/** Reads what goes along, one statement after the other: a connection answers one question at a time. */
async function readAvsandare(tx: Transaction, id: string) {
  const hers = { where: { arendeId: id } } as const;
  const arende = await tx.arende.findUniqueOrThrow({
    where: { id },
    select: { individId: true, individ: { select: { skyddad: true } } },
  });
  const remiss = await tx.remiss.findUnique(hers);
  const samtycken = await tx.samtycke.findMany({ where: { ...hers.where, aterkallat: null } });
  const kodsvar = await tx.kodsvar.findMany({ where: { ...hers.where, vid: 'remiss' } });
  const aktualiserande = await tx.aktualiserandeVerksamhet.findMany(hers);
  const bilagor = await tx.bilaga.findMany({ where: { ...hers.where, slag: { in: ['remiss', 'samtycke'] } } });
  return { ...arende, remiss, samtycken, kodsvar, aktualiserande, bilagor };
}

type Avsandare = Awaited<ReturnType<typeof readAvsandare>>;
type Samtyckesrad = Avsandare['samtycken'][number];

const isOver = ({ giltigtTill }: Samtyckesrad, idag: Dag): boolean => giltigtTill !== null && asDag(giltigtTill) < idag;

const openedBy = (samtycken: readonly Samtyckesrad[], idag: Dag): string[] => [
  ...new Set(
    samtycken
      .filter(({ verksamhetId, giltigtFran, giltigtTill }) =>
        isValidOn(
          {
            verksamhetId,
            giltigtFran: asDag(giltigtFran),
            ...(giltigtTill ? { giltigtTill: asDag(giltigtTill) } : {}),
            aterkallat: false,
          },
          idag,
        ),
      )
      .map(({ verksamhetId }) => verksamhetId),
  ),
];

function requireSamtycke(opened: readonly string[], remittentens: string, mottagare: Mottagarinsats): void {
  if (opened.includes(remittentens) && opened.includes(mottagare.huvudmanId)) return;
  throw hinderFailure(
    hinder(
      'utan_samtycke',
      `Samtycket omfattar inte ${mottagare.profil.namn}. Registrera först ett samtycke som nämner den insatsen, för remittentens verksamhet och för insatsens huvudman.`,
    ),
  );
}

/** What was sent goes along as it was sent; the files are copies, so that each ärende is sorted out by its own rules. */
async function copyInnehall(
  tx: Transaction,
  { remiss, samtycken, kodsvar, aktualiserande, bilagor }: Omit<Avsandare, 'individId' | 'individ'>,
  arendeId: string,
  nu: Instant,
): Promise<void> {
  if (!remiss) return;
  await tx.remiss.create({ data: { ...remiss, arendeId, inskickad: nu }, select: { arendeId: true } });
  await tx.kodsvar.createMany({ data: kodsvar.map((one) => ({ ...one, arendeId })) });
  await tx.aktualiserandeVerksamhet.createMany({
    data: aktualiserande.map(({ verksamhetId, namn }) => ({ arendeId, verksamhetId, namn })),
  });
  const kopior = new Map(bilagor.map(({ id }) => [id, crypto.randomUUID()]));
  const scans = new Set(samtycken.map(({ bilagaId }) => bilagaId));
  // the scan of a samtycke that stays behind is none of the other insats's concern
  const med = bilagor.filter(({ id, slag }) => slag !== 'samtycke' || scans.has(id));
  await tx.bilaga.createMany({
    data: med.map((one) => ({ ...one, id: kopior.get(one.id) ?? one.id, arendeId, utkastId: null })),
  });
  await tx.samtycke.createMany({
    data: samtycken.map(({ id: _id, bilagaId, ...one }) => ({
      ...one,
      arendeId,
      bilagaId: bilagaId === null ? null : (kopior.get(bilagaId) ?? null),
    })),
  });
}
