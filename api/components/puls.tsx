import type { VNode } from 'preact';
import { I_BAKGRUNDEN } from '../login/sessions.js';
import { SakerLank } from './saker-lank.js';

/** A part of a page that is replaced when it has changed, and the address that tells whether it has. */
export interface Pulsdel {
  /** `/puls` with what is to be looked at. */
  readonly href: string;
  /** The id of the part. */
  readonly del: string;
  /** The address of the page itself, for who has begun something in it and wants the news all the same. */
  readonly sida: string;
}

/**
 * Asks the server every twenty seconds, and when the window is looked at again, what is new for the person: the numbers of
 * menu and title, and where `del` is given that part of the page (public/app.js). Everything goes to `/puls`, marked as
 * asked for by the page and not by a person. Without scripts the next click tells the same.
 */
export function Puls({ olasta, del }: { olasta: number; del: Pulsdel | undefined }): VNode {
  const byt =
    del === undefined
      ? { 'hx-swap': 'none' }
      : { 'hx-target': `#${del.del}`, 'hx-swap': 'innerMorph', 'hx-include': '#stampel', 'data-del': del.del };
  return (
    <div class="puls">
      <div
        id="puls"
        hx-get={del?.href ?? '/puls'}
        hx-trigger="every 20s, pulsera"
        data-olasta={olasta}
        {...byt}
        {...I_BAKGRUNDEN}
      />
      <output class="sr-only" id="puls-sagt" />
      <p class="puls__rad" id="puls-utloggad" hidden>
        Du är inte längre inloggad. Det du skriver finns kvar: när du skickar det får du logga in och fortsätta.
      </p>
      {del && (
        <p class="puls__rad" id="puls-nytt" hidden>
          Listan har ändrats sedan du började. Det du har valt är kvar.{' '}
          <SakerLank href={del.sida}>Visa det nya</SakerLank>
        </p>
      )}
    </div>
  );
}
