import type { VNode } from 'preact';
import { SakerLank } from '../../components/saker-lank.js';
import { Sida } from '../../components/sida.js';
import { Sidhuvud } from '../../components/sidhuvud.js';
import { TomtLage } from '../../components/tomt-lage.js';
import type { Sidram } from '../../http/page-frame.js';

export interface InsatserPageProps {
  readonly ram: Sidram;
  readonly insatser: readonly { readonly kod: string; readonly namn: string }[];
}

/** `/insatser`: the insatser that a person works in. */
export function InsatserPage({ ram, insatser }: InsatserPageProps): VNode {
  return (
    <Sida {...ram} titel="Insatser" smal>
      <Sidhuvud rubrik="Insatser" />
      {insatser.length === 0 && (
        <TomtLage rubrik="Du arbetar inte i någon insats">Din förvaltare kan lägga till dig i ett team.</TomtLage>
      )}
      <ul>
        {insatser.map(({ kod, namn }) => (
          <li key={kod}>
            <SakerLank href={`/insatser/${kod}`}>{namn}</SakerLank>
          </li>
        ))}
      </ul>
    </Sida>
  );
}
