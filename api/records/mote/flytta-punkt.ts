import { hinder } from '../../../domain/hinder.js';
import { omordnad, ordningshinder } from '../../../domain/mote.js';
import type { PrismaClient } from '../../../prisma/client.js';
import { skrivSpar } from '../../../prisma/spar/skriv.js';
import { lockMote, type Motesarbete, type Motesutgang } from './protokoll.js';

/** Where an ärende goes: a place from 1, or one step. */
export type Flytt = { readonly plats: number } | { readonly steg: -1 | 1 };

/**
 * Moves an ärende on the agenda of a meeting; the others keep their order (design 2.3). Traced with the place before and
 * after. Decides nothing on the ärende.
 */
export const flyttaPunkt = (
  prisma: PrismaClient,
  { moteId, av, nu, istalletFor }: Motesarbete,
  arendeId: string,
  flytt: Flytt,
): Motesutgang =>
  prisma.$transaction(async (tx) => {
    // the ärende before the meeting, as its decisions do: the trace refers to it
    await tx.$queryRaw`SELECT 1 FROM arende WHERE id = ${arendeId}::uuid FOR KEY SHARE`;
    const mote = await lockMote(tx, moteId);
    const ordning = mote.punkter.map((punkt) => punkt.arendeId);
    const from = ordning.indexOf(arendeId) + 1;
    if (from === 0) return hinder('inte_pa_dagordningen', 'Ärendet står inte längre på mötets dagordning.');
    const refused = ordningshinder(mote);
    if (refused) return refused;
    const after = omordnad(ordning, arendeId, 'plats' in flytt ? flytt.plats : from + flytt.steg);
    const to = after.indexOf(arendeId) + 1;
    if (to === from) return undefined;
    for (const [index, id] of after.entries())
      await tx.motespunkt.update({
        where: { moteId_arendeId: { moteId, arendeId: id } },
        data: { ordning: index + 1 },
      });
    await skrivSpar(tx, {
      nar: nu,
      av,
      handling: 'motesordning',
      arendeId,
      grund: 'sammankallande',
      istalletFor,
      andrat: { plats: [from, to] },
      data: { mote: moteId },
    });
    return undefined;
  });
