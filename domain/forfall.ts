import { Forandring, ansvarig, type Mottagare, type Omstandighet } from './forandring.js';
import { arbetsdagarFranIdag, followingPaminnelse, paminnelsemottagare } from './frister.js';
import type { Frist, Lage, OppenUppgift } from './lage.js';

/** What happens by itself when the time has come: reminders, tasks that open, an insatstid that has run out. */
export function fallDue(lage: Lage, om: Omstandighet): Forandring {
  const forandring = new Forandring(lage, om);
  for (const frist of lage.frister.filter(({ nar }) => nar <= om.nu)) fristDue(forandring, frist);
  for (const uppgift of lage.uppgifter.filter(({ paminnelse }) => paminnelse.nar <= om.nu)) remind(forandring, uppgift);
  return forandring;
}

function fristDue(forandring: Forandring, frist: Frist): void {
  forandring.unplan((one) => one === frist);
  if (frist.typ === 'uppgift_oppnas') {
    forandring.note('uppgift_oppnad', { uppgift: frist.uppgift, forfaller: frist.forfaller });
    forandring.open(frist.uppgift, frist.forfaller, frist.mal);
    return;
  }
  overInsatstiden(forandring);
}

/** Design 2.9: the case is marked, and sammankallande must decide; it neither closes by itself nor just stands. */
function overInsatstiden(forandring: Forandring): void {
  const { om, lage } = forandring;
  if (!lage.insatstid) return;
  const overTidenSedan = om.kalender.addDays(lage.insatstid.slut, 1);
  forandring.note('over_tiden', { sedan: overTidenSedan });
  forandring.set({ insatstid: { ...lage.insatstid, overTidenSedan } });
  forandring.end('bortfallen', ['insatstid']);
  if (!lage.forlangning)
    forandring.open('insatstid_slut', arbetsdagarFranIdag(om.profil.frister.insatstidSlutArbetsdagar, om));
}

function remind(forandring: Forandring, uppgift: OppenUppgift): void {
  const stillOpen = forandring.lage.uppgifter.some(({ nr }) => nr === uppgift.nr);
  if (!stillOpen) return;
  const { om } = forandring;
  const till = paminnelsemottagare(uppgift, om.profil);
  forandring.note('paminnelse', { uppgift: uppgift.typ, steg: uppgift.paminnelse.steg + 1, till });
  forandring.utskick.push({
    slag: 'paminnelse',
    nyckel: `paminnelse-${uppgift.nr}-${uppgift.paminnelse.steg}`,
    till: receiver(till, uppgift),
    uppgift: uppgift.typ,
    forfaller: uppgift.forfaller,
  });
  forandring.replace({ ...uppgift, paminnelse: followingPaminnelse(uppgift, om) });
}

const receiver = (till: ReturnType<typeof paminnelsemottagare>, uppgift: OppenUppgift): Mottagare =>
  till === 'ansvarig' ? ansvarig(uppgift) : till === 'ersattare' ? ersattare(uppgift) : { roll: till };

/** Who has no ersättare of her own is passed over: the next step up hears of it. */
const ersattare = ({ roll }: OppenUppgift): Mottagare =>
  roll === 'handlaggare' ? { ersattareFor: 'remittent' } : { ersattareFor: 'koordinator' };
