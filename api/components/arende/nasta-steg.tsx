import type { ComponentChildren, VNode } from 'preact';
import { Datum } from '../datum.js';
import { dagarMellan, formatTidKvar } from '../format.js';
import { Knapprad } from '../knapp.js';

export interface NastaStegProps {
  /** What is to be done: "Planuppföljning". */
  uppgift: string;
  /** Who does it: "du", a name or a role. */
  agare: string;
  /** Last day, `ÅÅÅÅ-MM-DD` or an instant. */
  senast?: string | Date;
  /** Today by the application's clock. */
  idag: string | Date;
  /** A sentence on why or how. */
  text?: ComponentChildren;
  /** Buttons, the primary one first. */
  children?: ComponentChildren;
}

/** The one thing that the case waits for now, who owes it and until when. */
export function NastaSteg({ uppgift, agare, senast, idag, text, children }: NastaStegProps): VNode {
  const late = senast !== undefined && dagarMellan(idag, senast) < 0;
  return (
    <section class={`nasta-steg${late ? ' nasta-steg--forsenad' : ''}`} aria-labelledby="nasta-steg-rubrik">
      <h2 class="nasta-steg__rubrik" id="nasta-steg-rubrik">
        Nästa steg
      </h2>
      <p class="nasta-steg__uppgift">{uppgift}</p>
      <p class="nasta-steg__fakta">
        <span>
          Ansvarig: <strong>{agare}</strong>
        </span>
        {senast !== undefined && (
          <span>
            Senast <Datum varde={senast} />{' '}
            <strong class={late ? 'nasta-steg__sen' : undefined}>({formatTidKvar(senast, idag)})</strong>
          </span>
        )}
      </p>
      {text && <div class="nasta-steg__text">{text}</div>}
      {children && <Knapprad>{children}</Knapprad>}
    </section>
  );
}
