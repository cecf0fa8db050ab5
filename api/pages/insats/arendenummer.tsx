import type { VNode } from 'preact';
import { SakerLank } from '../../components/saker-lank.js';

export interface ArendenummerProps {
  readonly nummer: string;
  /** The ärenden that the reader may open; a koordinator of the insats sees the numbers of the others'. */
  readonly lasbara: ReadonlySet<string>;
}

/** An ärende's number: a link for who may open it. */
export const Arendenummer = ({ nummer, lasbara }: ArendenummerProps): VNode =>
  lasbara.has(nummer) ? <SakerLank href={`/arenden/${nummer}`}>{nummer}</SakerLank> : <>{nummer}</>;
