import type { VNode } from 'preact';
import { Brodsmulor } from '../../components/brodsmulor.js';
import { Datum } from '../../components/datum.js';
import { Formular } from '../../components/form/formular.js';
import { Knapp, Knapprad } from '../../components/knapp.js';
import { Meddelande } from '../../components/meddelande.js';
import { Sida } from '../../components/sida.js';
import { Sidhuvud } from '../../components/sidhuvud.js';
import type { Sidram } from '../../http/page-frame.js';

/** Where one makes, replaces and takes back the address of one's own calendar. */
export const EGEN_KALENDER = '/mig/kalender';
export const ATERKALLA_KALENDER = `${EGEN_KALENDER}/aterkalla`;

export interface EgenKalenderPageProps {
  readonly ram: Sidram;
  /** Of the form that makes a new address. */
  readonly id: string;
  /** When the calendar got the address that it has; missing when it has none. */
  readonly skapad?: Date | undefined;
  /** The address itself, shown this once. */
  readonly adress?: string | undefined;
}

/** `/mig/kalender`: my meetings and last days in the calendar that I use. */
export function EgenKalenderPage({ ram, id, skapad, adress }: EgenKalenderPageProps): VNode {
  return (
    <Sida
      {...ram}
      titel="Min kalender"
      smal
      brodsmulor={<Brodsmulor lankar={[{ href: '/mig', text: 'Min profil' }]} har="Min kalender" />}
    >
      <Sidhuvud
        rubrik="Min kalender"
        ingress="Se dina möten och sista dagar i Outlook eller i telefonen. De hämtas från Remissflöde av sig själva."
      />
      {adress !== undefined && <Adress adress={adress} />}
      <p>
        Kalendern visar teammöten som du deltar i eller leder, och sista dagen för det du ska göra: ärendets nummer, vad
        du ska göra och en länk. Namn och andra personuppgifter finns aldrig med. Ärenden med skyddade personuppgifter
        visas inte alls.
      </p>
      <p>
        <strong>Den som har adressen kan läsa kalendern, utan att logga in.</strong> Skicka den inte vidare. Ta bort den
        om någon annan kan ha sett den.
      </p>
      {skapad === undefined ? (
        <p>Din kalender har ingen adress.</p>
      ) : (
        <p>
          Din kalender har en adress sedan <Datum varde={skapad} format="tid" />. Vi sparar den inte i läsbar form, så
          den kan inte visas igen. Har du tappat bort den kan du byta.
        </p>
      )}
      <Formular action={EGEN_KALENDER} csrf={ram.csrf} beslutId={id}>
        {skapad !== undefined && <p>När du byter slutar den gamla adressen att fungera direkt.</p>}
        <Knapprad>
          <Knapp variant={skapad === undefined ? 'primary' : 'secondary'}>
            {skapad === undefined ? 'Skapa adress' : 'Byt adress'}
          </Knapp>
        </Knapprad>
      </Formular>
      {skapad !== undefined && (
        <Formular action={ATERKALLA_KALENDER} csrf={ram.csrf}>
          <Knapprad>
            <Knapp variant="danger">Ta bort adressen</Knapp>
          </Knapprad>
        </Formular>
      )}
      <Prenumerera />
    </Sida>
  );
}

const Adress = ({ adress }: { adress: string }): VNode => (
  <Meddelande typ="success" rubrik="Kopiera adressen nu" nytt>
    <p>Den visas bara den här gången.</p>
    <p>
      <code class="kalenderadress" id="kalenderadress">
        {adress}
      </code>
    </p>
    <Knapprad>
      <button type="button" class="button button--secondary knapp--liten" data-kopiera="kalenderadress" hidden>
        Kopiera
      </button>
    </Knapprad>
  </Meddelande>
);

const Prenumerera = (): VNode => (
  <>
    <h2>Lägg in adressen i din kalender</h2>
    <h3>Outlook</h3>
    <ol>
      <li>Öppna kalendern och välj Lägg till kalender.</li>
      <li>Välj Prenumerera från webben. I Outlook för dator heter det Från internet.</li>
      <li>Klistra in adressen och välj Importera eller OK.</li>
    </ol>
    <h3>iPhone</h3>
    <ol>
      <li>Öppna Kalender och välj Kalendrar längst ner.</li>
      <li>Välj Lägg till kalender och sedan Lägg till kalenderprenumeration.</li>
      <li>Klistra in adressen och välj Prenumerera.</li>
    </ol>
    <h3>Android</h3>
    <ol>
      <li>Öppna Google Kalender i en webbläsare på datorn.</li>
      <li>Välj plustecknet vid Andra kalendrar och sedan Från webbadress.</li>
      <li>Klistra in adressen. Kalendern visas sedan också i telefonen.</li>
    </ol>
    <p>
      Kalenderprogrammet bestämmer hur ofta det hämtar nytt. Det kan ta några timmar. Är det bråttom ser du alltid det
      senaste här i Remissflöde.
    </p>
  </>
);
