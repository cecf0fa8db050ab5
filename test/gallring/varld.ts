import { startVarld, NU, type Varld } from '../anteckningar/varld.js';
import type { WebClient } from '../support/web-client.js';

/** Two people of the huvudman who are arkivansvariga, one of another verksamhet, and a case that was closed long ago. */
export interface Gallringsvarld extends Varld {
  readonly forsta: WebClient;
  readonly andra: WebClient;
  readonly annans: WebClient;
  readonly id: { readonly forsta: string; readonly andra: string };
  /** Closes an ärende so many months ago. */
  close(arendeId: string, manader: number): Promise<void>;
}

export async function startGallringsvarld(): Promise<Gallringsvarld> {
  const varld = await startVarld();
  const { prisma } = varld.web;
  const make = async (sub: string, verksamhet: 'kommun' | 'fk') => {
    const { id } = await prisma.anvandare.create({
      data: {
        sub,
        namn: `Test ${sub}`,
        epost: `${sub}@exempel.se`,
        verksamhetId: varld.grund.verksamhet[verksamhet],
        roller: { create: { roll: 'arkivansvarig' } },
      },
    });
    return id;
  };
  const id = { forsta: await make('arkiv_ett', 'kommun'), andra: await make('arkiv_tva', 'kommun') };
  await make('arkiv_fk', 'fk');
  return {
    ...varld,
    id,
    forsta: await varld.as('arkiv_ett'),
    andra: await varld.as('arkiv_tva'),
    annans: await varld.as('arkiv_fk'),
    async close(arendeId, manader) {
      const stangd = new Date(NU);
      stangd.setUTCMonth(stangd.getUTCMonth() - manader);
      await prisma.arende.update({
        where: { id: arendeId },
        data: { fas: 'stangd', stangd, stangdSom: 'rad_genomfort', nastaUppgift: null },
      });
    },
  };
}
