import { rattsgrund, type Arenderelation, type Person, type Rattsgrund } from './atkomst.js';
import type { Beslut, Beslutsunderlag } from './beslutsunderlag.js';
import type { Dag } from './kalender/kalender.js';
import type { Lage } from './lage.js';

type OmVad = Pick<Beslut, 'typ' | 'data'>;

/** The ärende as far as it concerns what one decision is about: a verksamhet's yttrande, an action, a proposal. */
function gallande({ typ, data }: OmVad, { uppgifter, medel = [] }: Lage, arende: Arenderelation): Arenderelation {
  switch (typ) {
    case 'yttrande': {
      const { verksamhet } = data as Beslutsunderlag['yttrande'];
      return { ...arende, samtycken: arende.samtycken.filter(({ verksamhetId }) => verksamhetId === verksamhet) };
    }
    case 'atgardsrapport': {
      const { atgard } = data as Beslutsunderlag['atgardsrapport'];
      return {
        ...arende,
        medhandlaggare: uppgifter.flatMap(({ ref, verksamhet, person }) =>
          ref === atgard && verksamhet !== undefined ? [{ personId: person ?? null, verksamhetId: verksamhet }] : [],
        ),
      };
    }
    case 'medelbeslut': {
      const { forslag } = data as Beslutsunderlag['medelbeslut'];
      return { ...arende, medelHos: medel.flatMap(({ id, beslutas }) => (id === forslag ? [beslutas] : [])) };
    }
    default:
      return arende;
  }
}

/**
 * The right by which a person takes one decision, and in whose place. Who has several rights to decisions of a kind takes
 * each by the one that what it is about gives her: a yttrande as the representative of her own verksamhet, and as
 * sammankallande for another.
 *
 * @returns undefined when she may not take it
 */
export const beslutsgrund = (
  person: Person,
  beslut: OmVad,
  lage: Lage,
  arende: Arenderelation,
  idag: Dag,
): Rattsgrund | undefined => rattsgrund(person, beslut.typ, gallande(beslut, lage, arende), idag);
