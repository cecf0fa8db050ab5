import type { VNode } from 'preact';
import { Demorad } from '../../components/demorad.js';
import { formatTidpunkt } from '../../components/format.js';
import { Knapp } from '../../components/knapp.js';
import { koder } from '../../../domain/koder.js';
import { hopp } from '../../tidmaskin/hopp.js';

export interface TidmaskinradProps {
  /** The installation's now. */
  nu: Date;
  /** Where to come back to: the page that is being read. */
  sida: string;
  /** Absent for a visitor who is not logged in: time is moved by people. */
  csrf?: string | undefined;
}

/** The bar of a demo whose time can be moved. */
export function Tidmaskinrad({ nu, sida, csrf }: TidmaskinradProps): VNode {
  return (
    <Demorad datum={formatTidpunkt(nu)}>
      {csrf !== undefined && (
        <form class="demorad__knappar" method="post" action="/tidmaskin">
          <input type="hidden" name="_csrf" value={csrf} />
          <input type="hidden" name="sida" value={sida} />
          {koder(hopp).map((kod) => (
            <Knapp liten name="hopp" value={kod} key={kod}>
              {hopp[kod]}
            </Knapp>
          ))}
        </form>
      )}
    </Demorad>
  );
}
