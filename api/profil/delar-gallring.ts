import { handlingsslag, KORTAST_MANADER } from '../../domain/gallring.js';
import { koder } from '../../domain/koder.js';
import type { Profilsektion } from './falt.js';

/** When what is stored of closed ärenden is destroyed (design 2.12). */
export const gallringen: Profilsektion = {
  del: 'gallring',
  ingress:
    'Månader från att ärendet stängdes, eller ordet bevaras. Reglerna i den senaste versionen gäller alla insatsens ärenden, också stängda. Tomt: standarden.',
  falt: [
    ...koder(handlingsslag).map((slag) => ({
      slag: 'gallras' as const,
      vag: `gallring.handlingar.${slag}`,
      label: handlingsslag[slag],
      hint: `Antal månader, minst ${KORTAST_MANADER}, eller bevaras.`,
      frivillig: true,
    })),
    {
      slag: 'val',
      vag: 'gallring.statistik',
      label: 'Statistik utan koppling till personen',
      frivillig: true,
      options: [
        { value: 'bevaras', label: 'Bevaras' },
        { value: 'gallras', label: 'Gallras med ärendet' },
      ],
    },
  ],
  rader: [],
};
