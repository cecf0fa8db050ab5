import { hinder, type Hinder } from './hinder.js';
import type { Insatsprofil } from './insatsprofil.js';

/**
 * What keeps somebody from deciding on a proposal that she made herself: only where the profile says so may she (design
 * 2, lyft).
 *
 * @param foreslogs who proposed it; missing in states from before this was kept
 */
export const hindrasAvEgetForslag = (
  foreslogs: string | undefined,
  av: string,
  { egetForslag }: Pick<Insatsprofil, 'egetForslag'>,
): Hinder | undefined =>
  foreslogs === av && !egetForslag
    ? hinder('eget_forslag', 'Du har själv lämnat förslaget. Någon annan i samma roll behöver besluta om det.')
    : undefined;
