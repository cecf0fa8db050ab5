import { detaljerIOrd, grundIOrd, handlingIOrd, type Sparnamn } from '../../domain/spar/ord.js';
import { formatTidpunkt } from '../components/format.js';
import type { Registerutdrag } from '../queries/registerutdrag.js';
import type { Sparrad } from '../queries/spar.js';
import type { Tabelldokument } from './dokument.js';

const KOLUMNER = [
  { rubrik: 'När', andel: 0.14 },
  { rubrik: 'Vem', andel: 0.24 },
  { rubrik: 'Vad', andel: 0.32 },
  { rubrik: 'Ärende', andel: 0.14 },
  { rubrik: 'Med rätt som', andel: 0.16 },
] as const;

/**
 * The extract in words. The person is not named in it: it is handed out by whoever knows whom the number is about.
 *
 * @param helt whether the reader's reach is everything; otherwise the extract says that it is a part
 */
export const registerutdrag = (
  { arenden, spar }: Registerutdrag,
  { skapad, helt }: { readonly skapad: Date; readonly helt: boolean },
): Tabelldokument => ({
  titel: 'Registerutdrag ur loggen',
  stycken: [
    `Utdraget visar vem som har läst och gjort vad i personens ärenden i Remissflöde, när och med vilken rätt. Det gäller ${arenden
      .map(({ nummer, insats }) => `${nummer} (${insats})`)
      .join(', ')}.`,
    helt
      ? `Alla rader är med till och med ${formatTidpunkt(skapad)}.`
      : `Utdraget är en del: det har de rader som den som hämtade det får granska, till och med ${formatTidpunkt(skapad)}.`,
  ],
  kolumner: KOLUMNER,
  rader: spar.rader.map((rad) => radIOrd(rad, spar.namn, arenden)),
  sidfot: `Registerutdrag, hämtat ${formatTidpunkt(skapad)}.`,
  skapad,
});

/** A list that showed several ärenden tells of the person's alone, and never of how many others were in it. */
function radIOrd(rad: Sparrad, namn: Sparnamn, arenden: Registerutdrag['arenden']): readonly string[] {
  const vem = rad.av === null ? 'Systemet' : [rad.av, rad.verksamhet].filter(Boolean).join(', ');
  const ratt = rad.grund === null ? '–' : grundIOrd(rad.grund);
  const own = rad.nummer !== null && arenden.some(({ nummer }) => nummer === rad.nummer);
  return [
    formatTidpunkt(rad.nar),
    vem,
    [handlingIOrd(rad), ...(own ? detaljerIOrd(rad, namn) : [])].join('\n'),
    own ? (rad.nummer ?? '') : 'i en lista',
    rad.istalletFor === null ? ratt : `${ratt} i stället för ${rad.istalletFor}`,
  ];
}
