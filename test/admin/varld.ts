import { startVarld, type Varld } from '../anteckningar/varld.js';
import type { WebClient } from '../support/web-client.js';

/** Somebody of the fixture who administers the kommun, and somebody who administers Försäkringskassan. */
export interface Adminvarld extends Varld {
  readonly kommunens: WebClient;
  readonly fks: WebClient;
  readonly id: { readonly kommunens: string; readonly fks: string };
}

/** One case on the web without an engine, and a förvaltare of each of two parter. */
export async function startAdminvarld(): Promise<Adminvarld> {
  const varld = await startVarld();
  const { prisma } = varld.web;
  const { id: forbundId } = await prisma.forbund.findFirstOrThrow();
  const parter = { fk: 'Försäkringskassan', af: 'Arbetsförmedlingen', region: 'Regionen', kommun: 'Kommunen' };
  await prisma.part.createMany({ data: Object.entries(parter).map(([kod, namn]) => ({ kod, namn, forbundId })) });
  const make = async (sub: string, verksamhet: 'kommun' | 'fk', part: string | null) => {
    const { id } = await prisma.anvandare.create({
      data: {
        sub,
        namn: `Test ${sub}`,
        epost: `${sub}@exempel.se`,
        verksamhetId: varld.grund.verksamhet[verksamhet],
        roller: { create: { roll: 'forvaltare', part } },
      },
    });
    return id;
  };
  // one names her part, the other is for that of her own verksamhet
  const id = { kommunens: await make('forvaltare', 'kommun', 'kommun'), fks: await make('fks_forvaltare', 'fk', null) };
  return { ...varld, id, kommunens: await varld.as('forvaltare'), fks: await varld.as('fks_forvaltare') };
}
