import { nextMote } from '../frister.js';
import type { Insatsprofil, Moteskadens, Teamprofil } from '../insatsprofil.js';
import { kommunNamn } from '../kommuner.js';
import {
  fel,
  isRepeated,
  KALENDERDAGAR_PER_ARBETSDAG,
  varning,
  type Anmarkning,
  type Kontrollunderlag,
} from './anmarkning.js';

/** The teams of a profile: whom they are for, their slots and who must be there. */
export function teamen({ team, kommuner, parter }: Insatsprofil, om: Kontrollunderlag): Anmarkning[] {
  const koder = team.map(({ kod }) => kod);
  const covered = team.flatMap((one) => one.kommuner ?? kommuner);
  const removed = (om.teamMedArenden ?? []).filter((kod) => !koder.includes(kod));
  return [
    ...removed.map((kod) =>
      fel('team', `Teamet ”${kod}” har öppna ärenden och kan inte tas bort. Behåll det tills ärendena är stängda.`),
    ),
    ...koder.filter(isRepeated).map((kod) => fel('team', `Två team har koden ”${kod}”. Ge det ena en annan kod.`)),
    ...team.flatMap((one) => ettTeam(one, kommuner, parter.length, om.verksamheterITeam?.[one.kod])),
    ...kommuner
      .filter((kod) => !covered.includes(kod))
      .map((kod) => fel('team', `Inget team tar emot dem som bor i ${kommunNamn(kod)}.`)),
  ];
}

function ettTeam(
  team: Teamprofil,
  kommuner: readonly string[],
  antalParter: number,
  sittande: number | undefined,
): Anmarkning[] {
  const { namn, platser, oronmarkta = 0, quorum } = team;
  return [
    ...(platser !== undefined && oronmarkta > platser
      ? [fel('team', `${namn}: fler platser är öronmärkta än dagordningen har.`)]
      : []),
    ...(platser !== undefined && oronmarkta === platser && platser > 0
      ? [varning('team', `${namn}: alla platser är öronmärkta för nollplacerade. Andra kommer bara upp skyndsamt.`)]
      : []),
    ...(platser === undefined && oronmarkta > 0
      ? [varning('team', `${namn}: öronmärkta platser betyder något först när dagordningen har ett antal platser.`)]
      : []),
    ...(sittande !== undefined && quorum > sittande
      ? [
          fel(
            'team',
            `${namn}: ${quorum} verksamheter ska vara med, men bara ${sittande} sitter i teamet. Sänk antalet.`,
          ),
        ]
      : []),
    ...(sittande === undefined && quorum > 2 * antalParter
      ? [
          varning(
            'team',
            `${namn}: ${quorum} verksamheter ska vara med, men bara ${antalParter} parter deltar. Kontrollera att så många sitter i teamet.`,
          ),
        ]
      : []),
    ...(team.kommuner ?? [])
      .filter((kod) => kommuner.length > 0 && !kommuner.includes(kod))
      .map((kod) => fel('team', `${namn}: ${kommunNamn(kod)} hör inte till insatsens kommuner.`)),
  ];
}

/** How far ahead a team must have a meeting that a new ärende can come up at. */
const MOTE_INOM_DAGAR = 366;

/** Whether the teams of a profile meet, and often enough. */
export function moten(profil: Insatsprofil, om: Kontrollunderlag): Anmarkning[] {
  return profil.team.flatMap(({ kod, namn, moten: kadens }) => [
    ...(moteInomEttAr(profil, kod, om)
      ? []
      : [
          fel(
            'team',
            `${namn} har inget möte inom ett år. Kontrollera första dagen, uppehållet och när dagordningen stänger.`,
          ),
        ]),
    ...(profil.frister.agendaStangerArbetsdagar * KALENDERDAGAR_PER_ARBETSDAG > 7 * kadens.veckor
      ? [
          varning(
            'team',
            `${namn}: dagordningen stänger före det föregående mötet. En remiss väntar alltid över minst ett möte.`,
          ),
        ]
      : []),
    ...(kadens.uppehall && isWholeYear(kadens.uppehall)
      ? [fel('team', `${namn}: uppehållet täcker hela året. Ange kortare uppehåll.`)]
      : []),
  ]);
}

const isWholeYear = ({ fran, till }: NonNullable<Moteskadens['uppehall']>): boolean =>
  fran <= '01-01' && till >= '12-31';

function moteInomEttAr(profil: Insatsprofil, team: string, { nu, kalender }: Kontrollunderlag): boolean {
  try {
    const { dag } = nextMote(team, { nu, profil, kalender });
    return kalender.daysBetween(kalender.dayOf(nu), dag) <= MOTE_INOM_DAGAR;
  } catch {
    return false;
  }
}
