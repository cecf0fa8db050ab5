import { motesdagSlut } from './dagordning.js';
import { Forandring, type Omstandighet } from './forandring.js';
import { overInsatstiden, planNastaVarning, varnaIgen } from './insatstid.js';
import type { Frist, Lage, OppenUppgift } from './lage.js';
import { paminnelsefolk, vilar, type Arendekrets } from './mottagare.js';
import { givPaminnelse } from './paminn.js';
import { resumeAfter, startPaus } from './paus.js';
import { oppnaSamtyckesvarning, samtyckeBorjar, samtyckeSlut } from './samtycken.js';

/**
 * What happens by itself when the time has come: reminders, tasks that open, an insatstid or a pause that has run out.
 *
 * @param krets the people around the case today, whom reminders go to
 */
export function fallDue(lage: Lage, om: Omstandighet, krets: Arendekrets): Forandring {
  const forandring = new Forandring(lage, om);
  const due = lage.frister.filter(({ nar }) => nar <= om.nu).toSorted((a, b) => a.nar.localeCompare(b.nar));
  for (const frist of due) fristDue(forandring, frist, krets);
  for (const uppgift of lage.uppgifter.filter(({ paminnelse }) => paminnelse.nar <= om.nu))
    remind(forandring, uppgift, krets);
  return forandring;
}

function fristDue(forandring: Forandring, frist: Frist, krets: Arendekrets): void {
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
      return varnaIgen(forandring, krets);
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

function remind(forandring: Forandring, { nr }: OppenUppgift, krets: Arendekrets): void {
  const { om, idag } = forandring;
  const uppgift = forandring.lage.uppgifter.find((one) => one.nr === nr);
  // ended, or moved by a pause that began a moment before
  if (!uppgift || uppgift.paminnelse.nar > om.nu) return;
  const given = givPaminnelse(uppgift, paminnelsefolk(uppgift, krets), om, vilar(uppgift, krets, idag));
  forandring.note('paminnelse', given.data);
  forandring.utskick.push(...given.utskick);
  forandring.replace({ ...uppgift, paminnelse: given.paminnelse });
}
