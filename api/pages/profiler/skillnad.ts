import type { Lageskillnad } from '../../../domain/profilskillnad.js';
import { formatDatum, formatTidpunkt } from '../../components/format.js';
import { uppgiftsrubrik } from '../uppgifter/ord.js';

const dag = (value: string | undefined): string => (value === undefined ? 'ingen' : formatDatum(value));

/** One thing that a move would change, as a sentence. */
export function skillnadIOrd(skillnad: Lageskillnad): string {
  switch (skillnad.slag) {
    case 'insatstid': {
      const { fran, till, hard } = skillnad;
      if (till === undefined) return `Insatstiden får inget slut (nu ${dag(fran)}).`;
      return `Insatstidens slut: ${dag(fran)} → ${dag(till)}${hard ? ', får inte passeras' : ''}.`;
    }
    case 'uppgift':
      return `${uppgiftsrubrik(skillnad.uppgift)}, sista dag: ${dag(skillnad.fran)} → ${dag(skillnad.till)}.`;
    case 'paminnelse':
      return `${uppgiftsrubrik(skillnad.uppgift)}, nästa påminnelse: ${formatTidpunkt(skillnad.fran)} → ${formatTidpunkt(skillnad.till)}.`;
    case 'uppgift_bort':
      return `Uppgiften ”${uppgiftsrubrik(skillnad.uppgift)}” faller bort.`;
    case 'uppgift_ny':
      return `Ny uppgift: ${uppgiftsrubrik(skillnad.uppgift)}, senast ${dag(skillnad.forfaller)}.`;
    case 'planerad':
      return skillnad.till === undefined
        ? `Planerat ”${uppgiftsrubrik(skillnad.uppgift)}” faller bort.`
        : `Planerat ”${uppgiftsrubrik(skillnad.uppgift)}”, sista dag: ${dag(skillnad.fran)} → ${dag(skillnad.till)}.`;
    case 'kontaktforsok':
      return `Kontaktförsök vid uppföljningen: ${skillnad.fran} → ${skillnad.till}.`;
    case 'narvarokrav':
      return `Verksamheter som behöver vara med på mötet: ${skillnad.fran} → ${skillnad.till}.`;
  }
}
