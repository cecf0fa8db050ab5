import type { ComponentChildren, VNode } from 'preact';

export type MarkeTyp = 'neutral' | 'info' | 'success' | 'warning' | 'error';

const CLASS: Record<MarkeTyp, string> = {
  neutral: 'default',
  info: 'info',
  success: 'success',
  warning: 'warning',
  error: 'error',
};

/** A status in one or two words. The words carry the meaning, the colour only helps. */
export function Marke({ typ = 'neutral', children }: { typ?: MarkeTyp; children: ComponentChildren }): VNode {
  return <span class={`badge badge--${CLASS[typ]}-inverted marke`}>{children}</span>;
}
