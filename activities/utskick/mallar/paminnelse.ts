import type { Brevmall } from '../brev.js';
import { uppgiftsord, type Uppgiftsord } from './uppgiftsfakta.js';

/** A reminder to the one who owes a task, or word of it to the one it was lifted to. */
export const paminnelse: Brevmall = (underlag) => {
  const ord = uppgiftsord(underlag);
  return {
    amne: `${ord.amne}: påminnelse – ${ord.rubrik}, ${ord.nar}`,
    rubrik: `Påminnelse: ${ord.rubrik}`,
    stycken: [ord.varfor, laget(ord)],
    fakta: ord.fakta,
    lanktext: ord.egen ? 'Öppna uppgiften' : 'Läs mer',
    rad: ord.rad,
  };
};

function laget({ egen, ersattare, sen, nar }: Uppgiftsord): string {
  if (!egen && ersattare)
    return `Du är ersättare för den som ansvarar, och uppgiften är inte klar: ${nar}. Hör efter om din kollega hinner. Är kollegan borta behöver frånvaron registreras: då kan du göra uppgiften.`;
  if (!egen)
    return `Uppgiften ligger hos någon annan och är inte klar: ${nar}. Du får veta det för att ärendet inte ska bli stående.`;
  return sen ? `Uppgiften är inte klar: ${nar}.` : `Uppgiften ska vara klar ${nar}.`;
}
