import type { VNode } from 'preact';
import { formatTal } from '../../components/format.js';
import { Meddelande } from '../../components/meddelande.js';
import { tagnaIOrd } from '../../components/platsord.js';
import type { Platsfoljd } from '../../queries/insatsplatser.js';

/** What a publication changes in the same moment, for running ärenden too. */
export interface Genast {
  /** Missing: the places stay as they are. */
  readonly platser?: Platsfoljd | undefined;
  readonly moten: boolean;
}

function erbjudsIOrd({ iKo, erbjuds }: Platsfoljd): string {
  if (iKo === 0) return 'Ingen står i kö.';
  if (erbjuds === 0) return 'Ingen i kön erbjuds plats av ändringen.';
  const vilka = erbjuds === 1 ? 'Den som står på tur' : `De ${formatTal(erbjuds)} som står på tur`;
  return `${vilka} i kön erbjuds plats genast: koordinatorn får uppgiften att kontakta personen.`;
}

/** What holds at once: places, queue and meetings are the insats's, whatever version an ärende follows. */
export function GenastVy({ platser, moten }: Genast): VNode | null {
  if (!platser && !moten) return null;
  return (
    <Meddelande typ="info" rubrik="Det här gäller genast, också för pågående ärenden">
      <ul>
        {platser && (
          <li>
            Platserna: i dag {tagnaIOrd(platser.fore)} upptagna eller erbjudna, efter publiceringen{' '}
            {tagnaIOrd(platser.efter)}. {erbjudsIOrd(platser)} Den som har en plats behåller den.
          </li>
        )}
        {moten && (
          <li>
            Teamets möten: nästa ärende som sätts upp följer de nya mötesdagarna och platserna på dagordningen. De som
            redan står på en dagordning blir kvar där.
          </li>
        )}
      </ul>
    </Meddelande>
  );
}
