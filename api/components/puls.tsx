import type { VNode } from 'preact';
import type { Sidvisning } from '../../domain/oppen-sida.js';
import { adressMed } from '../http/adress.js';
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

/** What of an ärende, or of several, an open page shows. */
export interface Pulsvisning {
  readonly nummer: readonly string[];
  readonly visning: Sidvisning;
}

interface PulsProps {
  readonly olasta: number;
  readonly del: Pulsdel | undefined;
  readonly visar: Pulsvisning | undefined;
}

/**
 * Asks the server every twenty seconds, and when the window is looked at again, what is new for the person: the numbers of
 * menu and title, and where `del` is given that part of the page (public/app.js). Everything goes to `/puls`, marked as
 * asked for by the page and not by a person. A page of an ärende also asks whether it may still be shown; what may not is
 * taken away. Without scripts the next click tells the same.
 */
export function Puls({ olasta, del, visar }: PulsProps): VNode {
  const fraga = adressMed('/puls', visar ? { arende: visar.nummer.join(','), visar: visar.visning } : {});
  const byt =
    del === undefined
      ? { 'hx-swap': 'none' }
      : { 'hx-target': `#${del.del}`, 'hx-swap': 'innerMorph', 'hx-include': '#stampel', 'data-del': del.del };
  return (
    <div class="puls">
      <div
        id="puls"
        hx-get={del?.href ?? fraga}
        hx-trigger="every 20s, pulsera"
        data-olasta={olasta}
        {...byt}
        {...I_BAKGRUNDEN}
      />
      <output class="sr-only" id="puls-sagt" />
      <p class="puls__rad" id="puls-utloggad" hidden>
        Du är inte längre inloggad. Det du skriver finns kvar: när du skickar det får du logga in och fortsätta.
      </p>
      {visar && (
        <p class="puls__rad" id="puls-borta" hidden>
          Du har inte längre åtkomst till det som sidan visade. Därför har det tagits bort härifrån.{' '}
          <SakerLank href="/">Till startsidan</SakerLank>
        </p>
      )}
      {del && (
        <p class="puls__rad" id="puls-nytt" hidden>
          Listan har ändrats sedan du började. Det du har valt är kvar.{' '}
          <SakerLank href={del.sida}>Visa det nya</SakerLank>
        </p>
      )}
    </div>
  );
}
