import type { PrismaClient } from '../prisma/client.js';

/** The activities that send mail, as a mail's workflow sees them. */
export interface Utskicksaktiviteter {
  skickaUtskick(utskickId: string): Promise<void>;
}
