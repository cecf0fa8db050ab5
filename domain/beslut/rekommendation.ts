import { hinder } from '../hinder.js';
import { arbetsdagarFranIdag, morgon, sistaDagAterkoppling } from '../frister.js';
import type { Forandring } from '../forandring.js';
import { putOnAgenda } from '../dagordning.js';
import type { Rekommendationskod } from '../koder.js';
import type { Beslutsregel } from './regel.js';

/** The team's recommendation, recorded from the day of the meeting (design 2.3). */
export const rekommendation: Beslutsregel<'rekommendation'> = {
  typ: 'rekommendation',
  check(lage, { dag, data }) {
    if (!lage.mote || dag < lage.mote.dag)
      return hinder(
        'fore_motet',
        `Rekommendationen kan registreras först på mötesdagen, ${lage.mote?.dag ?? 'som saknas'}.`,
      );
    if (data.utfall !== 'bordlagd' && new Set(data.narvarande).size < lage.mote.quorum)
      return hinder(
        'inte_beslutsfort',
        `Minst ${lage.mote.quorum} verksamheter behöver vara med för en rekommendation. Välj Bordlagd eller komplettera närvaron.`,
      );
    if (data.utfall === 'inskrivning' && !lage.identifierad)
      return hinder(
        'avidentifierad',
        'En avidentifierad konsultation kan inte leda till inskrivning. Identitet och samtycke behövs först.',
      );
    return undefined;
  },
  apply(forandring, { data }) {
    const { lage } = forandring;
    const svarande = lage.yttranden ?? [];
    forandring.note('rekommendation', {
      utfall: data.utfall,
      narvarande: data.narvarande,
      inget_svar: lage.samtycken.filter((verksamhet) => !svarande.includes(verksamhet)),
    });
    forandring.end('klar', ['rekommendation']);
    forandring.end('bortfallen', ['yttrande']);
    forandring.utskick.push({ slag: 'rekommendation', nyckel: 'rekommendation', till: { roll: 'remittent' } });
    follow[data.utfall](forandring);
  },
};

const follow: Record<Rekommendationskod, (forandring: Forandring) => void> = {
  forgrupp() {},
  komplettering() {},
  annan_insats() {},
  styrgrupp() {},
  bordlagd(forandring: Forandring) {
    forandring.move('rekommendation', 'konsultation');
    putOnAgenda(forandring, forandring.lage.mote?.borjar);
  },
  inte_aktuell(forandring: Forandring) {
    forandring.close('rekommendation', 'inte_aktuell');
  },
  inskrivning(forandring: Forandring) {
    forandring.move('rekommendation', 'inskrivning');
    forandring.open('personens_svar', arbetsdagarFranIdag(forandring.om.profil.frister.svarArbetsdagar, forandring.om));
  },
  rad(forandring: Forandring) {
    const { om } = forandring;
    forandring.move('rekommendation', 'rad');
    const forfaller = sistaDagAterkoppling(om);
    forandring.open('aterkoppling', forfaller);
    const uteblir = om.kalender.addArbetsdagar(forfaller, om.profil.frister.utebliveAterkopplingArbetsdagar);
    forandring.plan({
      typ: 'uppgift_oppnas',
      nar: morgon(uteblir, om),
      uppgift: 'utebliven_aterkoppling',
      forfaller: om.kalender.addArbetsdagar(uteblir, om.profil.frister.granskningArbetsdagar),
    });
  },
};
