import { svenskKalender as kalender } from '../../../domain/kalender/svensk.js';
import type { Forsorjning, Sysselsattning } from '../../../domain/koder.js';
import type { Remissinnehall } from '../../../domain/remissinnehall.js';
import type { Profilkod } from '../profiler.js';
import type { Demofall } from './arenden.js';
import { demoperson } from './organisation.js';
import { huvudman, verksamheter, type Demoverksamhet, type Verksamhetskod } from './personer.js';
import { testPersonnummer } from './personnummer.js';
import * as texter from './texter.js';

const { nasta } = texter;

const forsorjningar: readonly [Forsorjning, ...Forsorjning[]] = [
  'ekonomiskt_bistand',
  'sjukpenning',
  'aktivitetsersattning',
  'aktivitetsstod',
  'ingen_offentlig',
];
const sysselsattningar: readonly [Sysselsattning, ...Sysselsattning[]] = [
  'ingen',
  'arbetssokande',
  'fortsatt_rehabilitering',
];
const bostadsorter: Readonly<Record<Profilkod, readonly [string, ...string[]]>> = {
  samba_lis: ['0881', '0862'],
  samba_rehab: ['0881', '0862'],
  vagknuten: ['0882', '0821', '0861'],
};

const kommunOf = (kod: Verksamhetskod): string | undefined => {
  const verksamhet: Demoverksamhet = verksamheter[kod];
  return verksamhet.kommun;
};

/** The verksamheter that the person of a case has given samtycke to: the remittent's, the huvudman's and the others needed. */
export function samtyckta({ insats, remittent }: Demofall, nr: number): Verksamhetskod[] {
  const vard = nr % 2 === 0 ? 'psykiatri' : 'primarvard';
  return [...new Set<Verksamhetskod>([demoperson(remittent).verksamhet, huvudman[insats], 'fk', 'af', vard])];
}

/**
 * From when to when the samtycken of a remiss hold: three years, unless the case is one whose samtycke soon ends.
 *
 * @param sent the moment of sending
 * @param nu the demo's now
 */
export function samtyckestid({ samtyckeSlutarOm }: Demofall, sent: string, nu: string): { fran: string; till: string } {
  const fran = kalender.dayOf(sent);
  if (samtyckeSlutarOm !== undefined) return { fran, till: kalender.addDays(kalender.dayOf(nu), samtyckeSlutarOm) };
  return { fran, till: kalender.addMonths(fran, 36) };
}

/**
 * The remiss of a case.
 *
 * @param nr the case's running number; texts and person follow from it
 * @param when.sent the moment of sending
 * @param when.nu the demo's now
 */
export function remissOf(
  fall: Demofall,
  nr: number,
  { sent, nu }: { readonly sent: string; readonly nu: string },
  verksamhetId: (kod: Verksamhetskod) => string,
): Remissinnehall {
  const dag = kalender.dayOf(sent);
  const kon = nr % 2 === 0 ? 'kvinna' : 'man';
  const fodd = birthDay(dag, nr);
  const kommun = kommunOf(demoperson(fall.remittent).verksamhet) ?? nasta(bostadsorter[fall.insats], nr);
  return {
    insats: fall.insats,
    syfte: fall.avidentifierad ? 'konsultation' : 'inskrivning',
    person: fall.avidentifierad
      ? { identifierad: false, fodelsear: Number(fodd.slice(0, 4)), kon, kommun }
      : {
          identifierad: true,
          personnummer: testPersonnummer(fodd, kon),
          namn: `${texter.fornamn[kon][(nr >> 1) % 22] ?? 'Test'} ${nasta(texter.efternamn, nr)}`,
          kon,
          kommun,
          // Post- och telestyrelsen keeps 070-174 06 05 to 99 for invented people
          ...(fall.skyddad ? {} : { telefon: `070-174 06 ${String(5 + nr).padStart(2, '0')}` }),
          ...(fall.tolk ? { sprak: 'Somaliska' } : {}),
          tolk: fall.tolk ?? false,
          skyddad: fall.skyddad ?? false,
        },
    samtycken: fall.avidentifierad
      ? []
      : samtyckta(fall, nr).map((kod) => ({
          verksamhet: verksamhetId(kod),
          uppgiftsslag: ['sysselsattning', 'ekonomi', 'halsa', 'socialt'],
          giltigtFran: samtyckestid(fall, sent, nu).fran,
          giltigtTill: samtyckestid(fall, sent, nu).till,
          ...(fall.gallerOcksa ? { insatser: [fall.insats, fall.gallerOcksa] } : {}),
          form: nr % 3 === 0 ? 'digitalt' : 'skriftligt',
        })),
    problembild: nasta(texter.problembilder, nr),
    forsorjning: [{ kod: nasta(forsorjningar, nr), omfattning: nr % 4 === 0 ? 'del' : 'hel' }],
    sysselsattning: [nasta(sysselsattningar, nr)],
    utbildning: nr % 3 === 0 ? 'grundskola' : 'gymnasium',
    tidIOffentligForsorjning: nr % 2 === 0 ? '3_till_6_ar' : '1_till_3_ar',
    involverade: nasta(texter.involverade, nr),
    nollplacerad: fall.nollplacerad ?? false,
    ...(fall.skyndsam ? { skyndsamSkal: 'Ersättningen upphör vid månadsskiftet.' } : {}),
    fraga: nasta(texter.fragor, nr),
  };
}

/** Between 22 and 57 years old when the remiss is sent; no two cases have the same day. */
function birthDay(dag: string, nr: number): string {
  const year = Number(dag.slice(0, 4)) - 23 - ((nr * 7) % 35);
  return `${year}-${String(1 + (nr % 12)).padStart(2, '0')}-${String(1 + (nr % 28)).padStart(2, '0')}`;
}
