import type { VNode } from 'preact';
import { Ikon } from './ikon.js';
import { SakerLank } from './saker-lank.js';

export interface PagineringProps {
  /** The page shown, from 1. */
  sida: number;
  antalSidor: number;
  href: (sida: number) => string;
  /** Tells the lists of a page apart when several have pages. */
  etikett?: string;
}

const NEIGHBOURS = 1;

/** First, last, the page shown and its neighbours; `undefined` stands for a gap. */
function pagesToShow(sida: number, antalSidor: number): (number | undefined)[] {
  const near = Array.from({ length: antalSidor }, (_, index) => index + 1).filter(
    (page) => page === 1 || page === antalSidor || Math.abs(page - sida) <= NEIGHBOURS,
  );
  return near.flatMap((page, index) => (index > 0 && page - (near[index - 1] ?? 0) > 1 ? [undefined, page] : [page]));
}

/** Links between the pages of a long list; nothing at all when there is only one. */
export function Paginering({ sida, antalSidor, href, etikett = 'Sidor' }: PagineringProps): VNode | null {
  if (antalSidor < 2) return null;
  return (
    <nav class="paginering" aria-label={etikett}>
      {sida > 1 && (
        <SakerLank href={href(sida - 1)} class="paginering__steg">
          <Ikon namn="bakat" /> Föregående
        </SakerLank>
      )}
      <p class="paginering__text">
        Sida {sida} av {antalSidor}
      </p>
      <ul>
        {pagesToShow(sida, antalSidor).map((page, index) =>
          page === undefined ? (
            <li key={`gap-${index}`} aria-hidden="true">
              …
            </li>
          ) : (
            <li key={page}>
              <SakerLank href={href(page)} class="paginering__sida" current={page === sida ? 'page' : undefined}>
                <span class="sr-only">Sida </span>
                {page}
              </SakerLank>
            </li>
          ),
        )}
      </ul>
      {sida < antalSidor && (
        <SakerLank href={href(sida + 1)} class="paginering__steg">
          Nästa <Ikon namn="framat" />
        </SakerLank>
      )}
    </nav>
  );
}
