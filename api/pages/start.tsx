import type { VNode } from 'preact';
import { SakerLank } from '../components/saker-lank.js';
import { Sida } from '../components/sida.js';
import { Sidhuvud } from '../components/sidhuvud.js';
import type { Sidram } from '../http/page-frame.js';
import type { InloggadAnvandare } from '../login/current-user.js';
import { meny } from './meny.js';

/** Where a person with no page of their own yet finds the pages they have. */
export function StartPage({ anvandare, ram }: { anvandare: InloggadAnvandare; ram: Sidram }): VNode {
  const pages = meny(anvandare).filter(({ href }) => href !== '/');
  return (
    <Sida {...ram} titel="Start" smal>
      <Sidhuvud rubrik={`Välkommen, ${anvandare.namn}`} ingress={anvandare.verksamhet.namn} />
      {pages.length === 0 ? (
        <p>Du har ingen roll i Remissflöde än. Kontakta förvaltaren i din organisation.</p>
      ) : (
        <ul>
          {pages.map(({ href, text }) => (
            <li key={href}>
              <SakerLank href={href}>{text}</SakerLank>
            </li>
          ))}
        </ul>
      )}
    </Sida>
  );
}
