import { motesdagSlut } from './dagordning.js';
import { Forandring, ansvarig, type Mottagare, type Omstandighet } from './forandring.js';
import { followingPaminnelse, paminnelsemottagare } from './frister.js';
import { overInsatstiden, planNastaVarning, varnaIgen } from './insatstid.js';
import type { Frist, Lage, OppenUppgift } from './lage.js';
import { resumeAfter, startPaus } from './paus.js';
import { oppnaSamtyckesvarning, samtyckeBorjar, samtyckeSlut } from './samtycken.js';

/** What happens by itself when the time has come: reminders, tasks that open, an insatstid or a pause that has run out. */
export function fallDue(lage: Lage, om: Omstandighet): Forandring {
  const forandring = new Forandring(lage, om);
  const due = lage.frister.filter(({ nar }) => nar <= om.nu).toSorted((a, b) => a.nar.localeCompare(b.nar));
  for (const frist of due) fristDue(forandring, frist);
  for (const uppgift of lage.uppgifter.filter(({ paminnelse }) => paminnelse.nar <= om.nu)) remind(forandring, uppgift);
  return forandring;
}

function fristDue(forandring: Forandring, frist: Frist): void {
  // what fell due a moment before may have taken it away: a pause that begins stops the insatstid
  if (!forandring.lage.frister.includes(frist)) return;
  forandring.unplan((one) => one === frist);
  switch (frist.typ) {
    case 'uppgift_oppnas':
      forandring.note('uppgift_oppnad', { uppgift: frist.uppgift, forfaller: frist.forfaller });
      if (frist.uppgift === 'samtycke_loper_ut') oppnaSamtyckesvarning(forandring, frist.forfaller);
      else forandring.open(frist.uppgift, frist.forfaller, frist.mal);
      if (frist.uppgift === 'insatstid') planNastaVarning(forandring);
      return;
    case 'insatstid_varning':
      return varnaIgen(forandring);
    case 'insatstid_slut':
      return overInsatstiden(forandring);
    case 'paus_borjar':
      forandring.note('paus_borjar', { till: forandring.lage.paus?.till ?? '' });
      return startPaus(forandring);
    case 'paus_slut':
      return resumeAfter(forandring, forandring.lage.paus?.till ?? forandring.idag);
    case 'motesdag_slut':
      return motesdagSlut(forandring);
    case 'samtycke_borjar':
      return samtyckeBorjar(forandring, frist.verksamhet);
    case 'samtycke_slut':
      return samtyckeSlut(forandring, frist.verksamhet);
  }
}

function remind(forandring: Forandring, uppgift: OppenUppgift): void {
  const { om } = forandring;
  const now = forandring.lage.uppgifter.find(({ nr }) => nr === uppgift.nr);
  // ended, or moved by a pause that began a moment before
  if (!now || now.paminnelse.nar > om.nu) return;
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
