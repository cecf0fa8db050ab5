import { kon, omfattningar, syften, type Kodlista } from '../../../domain/koder.js';
import { kommunNamn } from '../../../domain/kommuner.js';
import { formatPersonnummer } from '../../../domain/personnummer.js';
import { koderVidRemiss } from '../../../domain/profilkoder.js';
import type { SkickatInnehall } from '../../queries/remiss.js';
import type { Svarsrad } from './sammanfattning.js';

const ord = (lista: Kodlista, kod: string): string => (Object.hasOwn(lista, kod) ? (lista[kod] ?? kod) : kod);

/** What was sent, in words; what was left out is not mentioned. */
export function skickatRader(skickat: SkickatInnehall): Svarsrad[] {
  const { personnummer } = skickat;
  const { forsorjningar, sysselsattningar } = koderVidRemiss(skickat.profil);
  const rader: [string, string | undefined][] = [
    ['Syfte', ord(syften, skickat.syfte)],
    ['Namn', skickat.namn],
    ['Personnummer', personnummer && formatPersonnummer(personnummer)],
    ['Födelseår', personnummer ? undefined : String(skickat.fodelsear)],
    ['Kön', skickat.kon && ord(kon, skickat.kon)],
    ['Kommun', skickat.kommun && kommunNamn(skickat.kommun)],
    ['Aktualiserad också av', skickat.aktualiserande.join('\n')],
    ['Vem som har bett om remissen', skickat.kalla],
    ['Samtycke', skickat.samtycken.map(samtycke).join('\n')],
    ['Får räknas i statistik', statistik(skickat)],
    ['Personens situation', skickat.problembild],
    ['Försörjning', kodsvar(skickat, 'forsorjning', forsorjningar)],
    ['Sysselsättning', kodsvar(skickat, 'sysselsattning', sysselsattningar)],
    ['Redan inblandade', skickat.involverade],
    ['Varför remissen är skyndsam', skickat.skyndsamSkal],
    ['Varför personen ändå bör prövas', skickat.behorighetSkal],
    ['Fråga till teamet', skickat.fraga],
  ];
  return rader.flatMap(([term, varde]) => (varde ? [{ term, varde }] : []));
}

const statistik = ({ statistiksamtycke: svar }: SkickatInnehall): string | undefined =>
  svar === undefined ? undefined : svar ? 'Ja' : 'Nej';

const samtycke = ({ verksamhet, fran, till, aterkallat }: SkickatInnehall['samtycken'][number]): string =>
  `${verksamhet}: från ${fran}${till === undefined ? '' : ` till ${till}`}${aterkallat ? ', återkallat' : ''}`;

const kodsvar = ({ kodsvar: alla }: SkickatInnehall, slag: string, lista: Kodlista): string =>
  alla
    .filter((one) => one.slag === slag)
    .map(({ kod, omfattning }) =>
      omfattning === null || kod === 'ingen_offentlig'
        ? ord(lista, kod)
        : `${ord(lista, kod)} (${ord(omfattningar, omfattning).toLocaleLowerCase('sv')})`,
    )
    .join('\n');
