import type { ComponentChildren, VNode } from 'preact';
import type { IkonNamn } from './ikon.js';
import { Ikon } from './ikon.js';

export type MeddelandeTyp = 'info' | 'success' | 'warning' | 'error';

const ICON: Record<MeddelandeTyp, IkonNamn> = { info: 'info', success: 'klart', warning: 'varning', error: 'fel' };
const WORD: Record<MeddelandeTyp, string> = {
  info: 'Information: ',
  success: 'Klart: ',
  warning: 'Varning: ',
  error: 'Fel: ',
};

export interface MeddelandeProps {
  typ?: MeddelandeTyp;
  rubrik?: string;
  /** Level of the heading in the page's outline. */
  niva?: 2 | 3;
  /** True for what just happened: read out by a screen reader when the page arrives. */
  nytt?: boolean;
  children?: ComponentChildren;
}

/** A box with something to know. Kind is told by icon, colour and hidden word alike. */
export function Meddelande({ typ = 'info', rubrik, niva = 2, nytt, children }: MeddelandeProps): VNode {
  const Heading = niva === 2 ? 'h2' : 'h3';
  const role = nytt ? (typ === 'error' ? 'alert' : 'status') : undefined;
  return (
    <div class={`meddelande meddelande--${typ}`} role={role}>
      <Ikon namn={ICON[typ]} class="meddelande__ikon" />
      <div class="meddelande__text">
        {rubrik ? (
          <Heading class="meddelande__rubrik">
            <span class="sr-only">{WORD[typ]}</span>
            {rubrik}
          </Heading>
        ) : (
          <span class="sr-only">{WORD[typ]}</span>
        )}
        {children}
      </div>
    </div>
  );
}
