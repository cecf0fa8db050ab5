import type { FaltFel } from '../../components/form/felsammanfattning.js';
import type { Sidkontext } from '../../remissformular/kontext.js';
import type { Svar } from '../../remissformular/steg.js';

/** What the fields of a page are drawn from. */
export interface SteginnehallProps {
  /** As typed. */
  readonly svar: Svar;
  readonly errors: FaltFel;
  readonly kontext: Sidkontext;
}
