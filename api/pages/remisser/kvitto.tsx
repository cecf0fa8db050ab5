import type { VNode } from 'preact';
import { Datum } from '../../components/datum.js';
import { Lankknapp, Knapprad } from '../../components/knapp.js';
import { Meddelande } from '../../components/meddelande.js';
import { Sida } from '../../components/sida.js';
import { Sidhuvud } from '../../components/sidhuvud.js';
import type { Sidram } from '../../http/page-frame.js';
import type { Kvitto } from '../../queries/remissformular.js';

/** After sending: the number, and what happens next. */
export function Kvittosida({ kvitto, ram }: { kvitto: Kvitto; ram: Sidram }): VNode {
  const { nummer, insats, granskasSenast } = kvitto;
  return (
    <Sida {...ram} titel={`Remissen är skickad: ${nummer}`} smal>
      <Sidhuvud rubrik="Remissen är skickad" />
      <Meddelande typ="success" rubrik={`Ärendets nummer är ${nummer}`}>
        <p>Du får ett mejl som kvitto. Varken mejlet eller numret säger vem remissen gäller.</p>
      </Meddelande>
      <h2>Vad som händer nu</h2>
      <ol>
        <li>
          Sammankallande för {insats} granskar remissen
          {granskasSenast !== undefined && (
            <>
              {' '}
              senast <Datum varde={granskasSenast} />
            </>
          )}
          .
        </li>
        <li>Tas remissen emot kommer ärendet upp på teamets nästa möte, och du ser dagen på remissens sida.</li>
        <li>Efter mötet får du teamets rekommendation, och ett mejl om att den finns.</li>
      </ol>
      <Knapprad>
        <Lankknapp variant="primary" href={`/remisser/${nummer}`}>
          Se remissen
        </Lankknapp>
        <Lankknapp href="/remisser">Till mina remisser</Lankknapp>
      </Knapprad>
    </Sida>
  );
}
