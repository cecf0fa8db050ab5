import { begarAterkoppling } from '../aterkopplingsfrist.js';
import { putOnAgenda } from '../dagordning.js';
import type { Forandring } from '../forandring.js';
import { arbetsdagarFranIdag } from '../frister.js';
import { hinder, type Hinder } from '../hinder.js';
import type { Beslutsunderlag } from '../beslutsunderlag.js';
import type { Lage } from '../lage.js';
import { startaKartlaggning } from '../plan.js';
import type { Beslutsregel } from './regel.js';

type Resultat = Beslutsunderlag['forgruppsresultat'];

/**
 * What came of the förgrupp (design 2.4). Before inskrivning a yes leads there, anything else to råd or back to the team;
 * after inskrivning the person goes on to the kartläggning in any case, and the koordinator is told.
 */
export const forgruppsresultat: Beslutsregel<'forgruppsresultat'> = {
  typ: 'forgruppsresultat',
  check(lage, { dag, data }) {
    if (data.datum > dag) return hinder('framtida_datum', 'Resultatet kan inte ligga i framtiden.');
    return checkDatum(lage, data) ?? checkWay(lage, data);
  },
  apply(forandring, { data }) {
    const { lage } = forandring;
    forandring.note('forgruppsresultat', {
      resultat: data.resultat,
      datum: data.datum,
      ...(data.sedan === undefined ? {} : { sedan: data.sedan }),
    });
    forandring.end('klar', ['forgrupp']);
    forandring.unset('forgrupp');
    if (lage.startdatum !== undefined) {
      forandring.move('forgruppsresultat', 'kartlaggning');
      // the weeks of the förgrupp are not taken from those of the kartläggning
      startaKartlaggning(forandring, data.datum);
      forandring.utskick.push({ slag: 'besked', nyckel: 'besked-koordinator', till: { roll: 'koordinator' } });
      return;
    }
    forandring.tellRemittent();
    if (data.resultat === 'ja') goOnToInskrivning(forandring);
    else if (data.sedan === 'rad') goToRad(forandring);
    else goBackToTeam(forandring);
  },
};

function checkDatum({ forgrupp, startdatum }: Lage, { resultat, datum }: Resultat): Hinder | undefined {
  if (!forgrupp) return undefined;
  if (forgrupp.startad === undefined && resultat !== 'nej')
    return hinder('inte_startad', 'Registrera först när personen började i förgruppen.');
  const forst = forgrupp.startad ?? startdatum ?? forgrupp.erbjuden;
  if (datum < forst)
    return forgrupp.startad === undefined
      ? hinder('fore_erbjudandet', `Resultatet kan inte ligga före erbjudandet eller startdatum, ${forst}.`)
      : hinder('fore_starten', `Resultatet kan inte ligga före starten, ${forst}.`);
  return undefined;
}

function checkWay(lage: Lage, { resultat, sedan }: Resultat): Hinder | undefined {
  if (resultat === 'ja') {
    if (lage.identifierad) return undefined;
    return hinder(
      'avidentifierad',
      'En avidentifierad person kan inte skrivas in. Registrera nej och gå tillbaka till teamet, så kan identitet och samtycke läggas till.',
    );
  }
  if (lage.startdatum === undefined && sedan === undefined)
    return hinder('utan_vag', 'Välj om ärendet går till råd eller tillbaka till teamet.');
  if (lage.startdatum !== undefined && sedan !== undefined)
    return hinder(
      'redan_inskriven',
      'Personen är inskriven och går vidare till kartläggning. Välj inte råd eller teamet.',
    );
  return undefined;
}

function goOnToInskrivning(forandring: Forandring): void {
  forandring.move('forgruppsresultat', 'inskrivning');
  forandring.open('personens_svar', arbetsdagarFranIdag(forandring.om.profil.frister.svarArbetsdagar, forandring.om));
}

function goToRad(forandring: Forandring): void {
  forandring.move('forgruppsresultat', 'rad');
  begarAterkoppling(forandring);
}

function goBackToTeam(forandring: Forandring): void {
  forandring.move('forgruppsresultat', 'konsultation');
  putOnAgenda(forandring, forandring.lage.mote?.borjar);
}
