import { isKod } from '../../domain/koder.js';
import { profildelar } from '../../domain/profilkontroll.js';
import { malen } from './delar-mal.js';
import { gallringen } from './delar-gallring.js';
import { faserna, fristerna, kapaciteten, orden, paminnelserna, pengarna } from './delar-process.js';
import { behorighet, grund, team, type Part } from './delar-vem.js';
import type { Profilsektion } from './falt.js';

/** The pages of a profile's form, in their order. */
export const sektioner = (parter: readonly Part[]): readonly Profilsektion[] => [
  grund(parter),
  behorighet,
  faserna,
  fristerna,
  kapaciteten,
  team,
  malen,
  pengarna,
  gallringen,
  orden,
  paminnelserna,
];

/** One page of a profile's form, by the last part of its address. */
export const sektionFor = (del: string, parter: readonly Part[]): Profilsektion | undefined =>
  isKod(profildelar, del) ? sektioner(parter).find((one) => one.del === del) : undefined;
