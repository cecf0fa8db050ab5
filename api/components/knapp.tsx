import type { ComponentChildren, VNode } from 'preact';
import { SakerLank } from './saker-lank.js';

export type KnappVariant = 'primary' | 'secondary' | 'tertiary' | 'danger';

const CLASS: Record<KnappVariant, string> = {
  primary: 'button button--primary',
  secondary: 'button button--secondary',
  tertiary: 'button button--tertiary',
  danger: 'button button--secondary knapp--fara',
};

interface Shared {
  /** One primary per page; secondary by default. */
  variant?: KnappVariant;
  /** Lower, for rows and bars. */
  liten?: boolean;
  children: ComponentChildren;
}

export interface KnappProps extends Shared {
  type?: 'submit' | 'button';
  name?: string;
  value?: string;
  /** Sends the form to another address than the form's own. */
  formaction?: string;
  /** The id of the form that it sends, when it stands outside it. */
  form?: string;
  id?: string;
}

export interface LankknappProps extends Shared {
  href: string;
  id?: string;
}

function className(variant: KnappVariant, liten: boolean | undefined): string {
  return liten ? `${CLASS[variant]} knapp--liten` : CLASS[variant];
}

/** A button that sends its form. There is no disabled state: say why in the answer instead. */
export function Knapp({ variant = 'secondary', liten, type = 'submit', children, ...rest }: KnappProps): VNode {
  return (
    <button type={type} class={className(variant, liten)} {...rest}>
      {children}
    </button>
  );
}

/** A link that looks like a button: it leads somewhere and changes nothing. */
export function Lankknapp({ variant = 'secondary', liten, href, id, children }: LankknappProps): VNode {
  return (
    <SakerLank href={href} class={className(variant, liten)} {...(id === undefined ? {} : { id })}>
      {children}
    </SakerLank>
  );
}

/** Buttons side by side; one below the other on a narrow screen. */
export function Knapprad({ children }: { children: ComponentChildren }): VNode {
  return <div class="knapprad">{children}</div>;
}
