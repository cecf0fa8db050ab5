import { trappa, type Paminnelsemottagare } from '../insatsprofil.js';
import {
  iMening,
  mening,
  skrivRoll,
  styrgruppen,
  type Handelsetext,
  type Lasare,
  type Skrivsatt,
} from './skrivsatt.js';

type Ord = Pick<Skrivsatt, 'profil'>;

const isNiva = (kod: string): kod is Paminnelsemottagare => (trappa as readonly string[]).includes(kod);

/** Who leads the styrgrupp, inside a sentence; an insats's own word has no known genitive. */
const ordforanden = ({ profil }: Ord): string => {
  const eget = profil?.rollord?.styrgrupp;
  return eget === undefined ? 'styrgruppens ordförande' : `ordföranden i ${iMening(eget)}`;
};

/** To whom a reminder goes (domain/trappa.ts: Paminnelsetill), inside a sentence. A step's `styrgrupp` is who leads it; that it was all of it is told after. */
export function mottagarord(till: string, skriv: Ord): string {
  switch (till) {
    case 'ansvarig':
      return 'den som ansvarar';
    case 'ersattare':
      return 'ersättaren';
    case 'sammankallande':
      return iMening(skrivRoll('sammankallande', skriv));
    case 'chef':
      return 'närmaste chef';
    case 'ordforande':
      return ordforanden(skriv);
    case 'styrgrupp':
      return iMening(styrgruppen(skriv));
    default:
      return till;
  }
}

/** A level of the ladder as the profile and a plan name it, inside a sentence. */
export const nivaord = (niva: Paminnelsemottagare, skriv: Ord): string =>
  mottagarord(niva === 'styrgrupp' ? 'ordforande' : niva, skriv);

const stor = (text: string): string => text.charAt(0).toLocaleUpperCase('sv') + text.slice(1);
const och = new Intl.ListFormat('sv');

const nivaer = (data: Lasare, nyckel: string): Paminnelsemottagare[] => data.lista(nyckel).filter(isNiva);

/** Which levels a step passed on its way up, and why; nothing when it passed none. */
export function passerade(data: Lasare, skriv: Ord): string {
  const saknas = nivaer(data, 'saknas');
  const samma = nivaer(data, 'samma');
  const names = (levels: readonly Paminnelsemottagare[]) =>
    stor(och.format(levels.map((niva) => (niva === 'ersattare' ? 'ersättare' : nivaord(niva, skriv)))));
  const top = [...saknas, ...samma].includes('styrgrupp');
  return mening(
    saknas.length > 0 ? `${names(saknas)} saknas.` : '',
    samma.length > 0 ? `${names(samma)} är samma person som redan har påmints.` : '',
    top ? 'Ingen annan finns högre upp.' : '',
  );
}

/** Why a step that would go higher than it is for is left out. */
export const STOD_REDAN = 'Den som står över har redan fått veta.';

/** A reminder in the timeline: to whom it went, or why it went to nobody. @param rubrik what the task is called */
export function paminnelsetext(data: Lasare, rubrik: string, skriv: Ord): Handelsetext {
  const galler = `Gäller: ${rubrik}.`;
  const till = data.text('till');
  const kansli = data.ja('kansli') ? 'Kansliet fick också veta det.' : '';
  if (data.ja('vilar'))
    return { rubrik: 'En påminnelse hoppades över', text: mening(galler, 'Uppgiften är undanlagd.') };
  if (data.ja('stod'))
    return {
      rubrik: 'En påminnelse hoppades över',
      text: mening(galler, passerade(data, skriv), STOD_REDAN),
    };
  if (till === '')
    return data.text('avsedd') === ''
      ? { rubrik: 'Påminnelse', text: galler }
      : { rubrik: 'Ingen fanns att påminna', text: mening(galler, kansli) };
  return {
    rubrik: `Påminnelse till ${mottagarord(till, skriv)}`,
    text: mening(galler, passerade(data, skriv), kansli),
  };
}
