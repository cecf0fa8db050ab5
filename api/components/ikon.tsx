import type { VNode } from 'preact';

/** Drawn in a 24×24 box with the text's own colour, so that high contrast and print follow along. */
const SHAPES = {
  fel: 'M12 3 2 21h20L12 3Zm0 7v5m0 2.5v.5',
  varning: 'M12 3 2 21h20L12 3Zm0 7v5m0 2.5v.5',
  info: 'M12 2a10 10 0 1 0 0 20 10 10 0 0 0 0-20Zm0 9v6m0-10v.5',
  klart: 'M12 2a10 10 0 1 0 0 20 10 10 0 0 0 0-20ZM7.5 12.5l3 3 6-6.5',
  bock: 'M4 12.5l5.5 5.5L20 7',
  bakat: 'M15 4l-8 8 8 8',
  framat: 'M9 4l8 8-8 8',
  nedat: 'M5 9l7 7 7-7',
  tom: 'M3 13l3-8h12l3 8v6H3v-6Zm0 0h5l1.5 3h5L16 13h5',
  klocka: 'M12 2a10 10 0 1 0 0 20 10 10 0 0 0 0-20Zm0 5v5.5l3.5 2',
  person: 'M12 3.5a4 4 0 1 0 0 8 4 4 0 0 0 0-8ZM4 21c0-4 3.5-6 8-6s8 2 8 6',
} as const;

export type IkonNamn = keyof typeof SHAPES;

/** A small picture beside a text that says the same: always hidden from screen readers. */
export function Ikon({ namn, class: className = '' }: { namn: IkonNamn; class?: string }): VNode {
  return (
    <svg
      class={`ikon ${className}`.trim()}
      viewBox="0 0 24 24"
      width="20"
      height="20"
      aria-hidden="true"
      focusable="false"
    >
      <path
        d={SHAPES[namn]}
        fill="none"
        stroke="currentColor"
        stroke-width="2"
        stroke-linecap="round"
        stroke-linejoin="round"
      />
    </svg>
  );
}
