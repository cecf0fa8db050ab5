import type { Dag } from './kalender/kalender.js';
import type { Lage } from './lage.js';

/** The follow-up's task opens by itself on day 76 (design 2.11). */
export const isUppfoljningOpen = (lage: Lage): boolean => lage.uppgifter.some(({ typ }) => typ === 'uppfoljning');

/** The samtycken that end before the follow-up's last day, which are flagged when the avslut is completed (design 2.11). */
export const kortaSamtycken = ({
  samtyckenTill = {},
  samtycken,
  uppfoljning,
}: Lage): { verksamhet: string; till: Dag }[] =>
  Object.entries(samtyckenTill)
    .filter(
      ([verksamhet, till]) => samtycken.includes(verksamhet) && uppfoljning !== undefined && till < uppfoljning.senast,
    )
    .map(([verksamhet, till]) => ({ verksamhet, till }));
