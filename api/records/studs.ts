import type { PrismaClient } from '../../prisma/client.js';

/** What stands as given to the server, or is just being given to it. */
const UTE = { in: ['vantar', 'pagar', 'skickat'] };

/**
 * Marks the mail that came back: the row of a mail of its own, or a morning's mail and everything that it told of. The same
 * report again changes nothing.
 *
 * @param status the enhanced status code, `5.1.1`
 * @returns how many mails were marked
 */
export async function markeraStuds(
  prisma: PrismaClient,
  { messageIds, status }: { readonly messageIds: readonly string[]; readonly status: string },
): Promise<number> {
  const bar = { messageId: { in: [...messageIds] }, status: UTE };
  const marking = { status: 'studsat', fel: status };
  return prisma.$transaction(async (tx) => {
    const egna = await tx.utskick.updateMany({ where: bar, data: marking });
    const morgnar = await tx.sammanstallning.findMany({ where: bar, select: { id: true } });
    const ids = morgnar.map(({ id }) => id);
    await tx.utskick.updateMany({ where: { sammanstallningId: { in: ids }, status: UTE }, data: marking });
    await tx.sammanstallning.updateMany({ where: { id: { in: ids } }, data: marking });
    return egna.count + morgnar.length;
  });
}
