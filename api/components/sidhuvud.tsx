import type { ComponentChildren, VNode } from 'preact';

export interface SidhuvudProps {
  rubrik: string;
  /** Small line above the heading, the ärende's number for example. */
  overrubrik?: string;
  /** One or two sentences on what the page is for. */
  ingress?: ComponentChildren;
  /** Status badges beside the heading. */
  marken?: ComponentChildren;
  /** Buttons at the right end; below the heading on a narrow screen. */
  atgarder?: ComponentChildren;
}

/** The page's only h1 with what belongs to it. */
export function Sidhuvud({ rubrik, overrubrik, ingress, marken, atgarder }: SidhuvudProps): VNode {
  return (
    <div class="sidhuvud">
      <div class="sidhuvud__text">
        {overrubrik && <p class="sidhuvud__over">{overrubrik}</p>}
        <div class="sidhuvud__rad">
          <h1>{rubrik}</h1>
          {marken && <div class="sidhuvud__marken">{marken}</div>}
        </div>
        {ingress && <p class="ingress">{ingress}</p>}
      </div>
      {atgarder && <div class="sidhuvud__atgarder">{atgarder}</div>}
    </div>
  );
}
