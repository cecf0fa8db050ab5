import type { ComponentChildren, VNode } from 'preact';

/** A part that opens on demand, for what few need at once. Works without scripts. */
export function Utfallbar({
  rubrik,
  oppen,
  children,
}: {
  rubrik: string;
  oppen?: boolean;
  children: ComponentChildren;
}): VNode {
  return (
    <details class="utfallbar" open={oppen}>
      <summary>{rubrik}</summary>
      <div class="utfallbar__innehall">{children}</div>
    </details>
  );
}
