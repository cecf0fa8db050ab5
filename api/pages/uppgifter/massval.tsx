import type { VNode } from 'preact';
import { Knapp } from '../../components/knapp.js';
import { fragetext } from '../../uppgifter/fraga.js';
import type { Uppgiftslista } from '../../uppgifter/lista.js';

/** The form that the boxes of the rows belong to, wherever they stand on the page. */
export const MASSVAL = 'massval';

/**
 * What can be done with the chosen rows; the next page tells what it would come to. It stands outside the part that is
 * replaced, and is not shown while that holds no rows.
 */
export function Massval({ lista: { fraga }, csrf }: { lista: Uppgiftslista; csrf: string }): VNode {
  return (
    <form id={MASSVAL} class="massval" method="post" action="/uppgifter/fordela" novalidate>
      <input type="hidden" name="_csrf" value={csrf} />
      <input type="hidden" name="fraga" value={fragetext(fraga)} />
      <p class="massval__rubrik">Valda uppgifter</p>
      <div class="knapprad">
        <Knapp liten name="slag" value="ge">
          Ge till någon
        </Knapp>
        <Knapp liten name="slag" value="ta">
          Ta
        </Knapp>
        <Knapp liten name="slag" value="lamna">
          Lämna tillbaka
        </Knapp>
        {fraga.lage === 'vilar' ? (
          <Knapp liten name="slag" value="ta_fram">
            Ta fram
          </Knapp>
        ) : (
          <Knapp liten name="slag" value="vila">
            Lägg åt sidan
          </Knapp>
        )}
      </div>
    </form>
  );
}

/** Chooses also what stands on other pages; nothing when there is no other page. */
export function ValjAlla({ lista: { fraga, urval, antalSidor } }: { lista: Uppgiftslista }): VNode | null {
  if (antalSidor < 2) return null;
  return (
    <label class="valj-alla">
      <input type="checkbox" name="alla" value="ja" form={MASSVAL} id="valj-alla" />
      Välj alla {urval.funna[fraga.lage]} i urvalet, också på andra sidor
    </label>
  );
}
