import { stallen, type Person } from '../../domain/atkomst.js';
import { dagarMellan, formatDatum, formatTidKvar } from '../../domain/datumord.js';
import { insatsrattTill } from '../../domain/insats/atkomst.js';
import { insatsuppgiftstyper, type Insatsuppgiftstyp } from '../../domain/insats/uppgifter.js';
import type { Dag } from '../../domain/kalender/kalender.js';
import { kallelseAv } from '../../domain/kallelse.js';
import { roller } from '../../domain/koder.js';
import { asDag, type Prisma, type PrismaClient } from '../../prisma/client.js';
import { readPerson } from '../../prisma/person-sql.js';
import { insatsuppgiftId } from '../insats/rad.js';
import type { Brev, SkrivetBrev } from './brev.js';
import { kallelsebrev } from './kallelsebrev.js';

const FIELDS = {
  id: true,
  slag: true,
  sekvens: true,
  nyckel: true,
  mottagare: { select: { id: true, epost: true, aktiv: true } },
  insats: { select: { id: true, kod: true, namn: true, team: { select: { id: true } } } },
} satisfies Prisma.UtskickSelect;

type Rad = Prisma.UtskickGetPayload<{ select: typeof FIELDS }>;
type Insats = NonNullable<Rad['insats']>;

/**
 * A mail about an insats itself, written from what is true today, or `undefined` when it has nothing to say any longer:
 * its task is ended, or its reader has left or lost her part in the insats.
 *
 * @param idag the Swedish day on which the mail goes
 */
export async function insatsbrev(prisma: PrismaClient, id: string, idag: Dag): Promise<SkrivetBrev | undefined> {
  const rad = await prisma.utskick.findUniqueOrThrow({ where: { id }, select: FIELDS });
  const { insats } = rad;
  if (!insats || !rad.mottagare.aktiv) return undefined;
  const person = await readPerson(prisma, rad.mottagare.id, idag);
  if (kallelseAv(rad.nyckel)) {
    // who has left the team is told that she need not come
    const kallelse = await kallelsebrev(prisma, { ...rad, person }, insats.namn, idag);
    return kallelse && { rad, om: insats.kod, ...kallelse };
  }
  if (!mayRead(person, insats)) return undefined;
  if (rad.slag === 'besked') return { rad, om: insats.kod, sida: `/insatser/${insats.kod}`, brev: besked(insats) };

  const nr = Number(/^[a-z]+-(\d+)/.exec(rad.nyckel)?.[1]);
  const uppgift = await prisma.insatsuppgift.findFirst({
    where: { id: insatsuppgiftId(insats.id, nr), avslutad: null },
    select: { typ: true, forfaller: true },
  });
  if (!uppgift) return undefined;
  const typ = uppgift.typ as Insatsuppgiftstyp;
  const sida = insatsuppgiftstyper[typ].roll === 'styrgrupp' ? '/styrgrupp' : `/insatser/${insats.kod}`;
  return {
    rad,
    om: insats.kod,
    sida: holdsRoll(person, insats, insatsuppgiftstyper[typ].roll) ? sida : `/insatser/${insats.kod}`,
    brev: uppgiftsbrev(insats, { typ, forfaller: asDag(uppgift.forfaller), slag: rad.slag, idag }),
  };
}

const mayRead = (person: Person, { id, team }: Insats): boolean =>
  insatsrattTill(person, 'las_insats', { insatsId: id, teamIds: team.map((one) => one.id) }) !== undefined;

const holdsRoll = (person: Person, { id }: Insats, roll: string): boolean =>
  stallen(person).some((stalle) =>
    stalle.roller.some((one) => one.roll === roll && (one.insatsId === undefined || one.insatsId === id)),
  );

/** What has happened is read after login. */
const besked = ({ namn }: Insats): Brev => ({
  amne: `${namn}: svar från styrgruppen`,
  rubrik: 'Styrgruppen har svarat',
  stycken: ['Styrgruppen har svarat på ett strukturellt hinder. Logga in för att läsa svaret.'],
  fakta: [{ term: 'Insats', varde: namn }],
  lanktext: 'Läs svaret',
  rad: { text: `${namn}: svar från styrgruppen` },
});

interface Uppgiftsunderlag {
  readonly typ: Insatsuppgiftstyp;
  readonly forfaller: Dag;
  readonly slag: string;
  readonly idag: Dag;
}

function uppgiftsbrev({ namn }: Insats, { typ, forfaller, slag, idag }: Uppgiftsunderlag): Brev {
  const { rubrik, varfor, roll } = insatsuppgiftstyper[typ];
  const kvar = formatTidKvar(forfaller, idag);
  const nar = dagarMellan(forfaller, idag) > 0 ? kvar : `senast ${formatDatum(forfaller)}`;
  const isReminder = slag === 'paminnelse';
  return {
    amne: `${namn}: ${isReminder ? 'påminnelse – ' : ''}${rubrik}, ${nar}`,
    rubrik: `${isReminder ? 'Påminnelse' : 'Ny uppgift'}: ${rubrik}`,
    stycken: [varfor, ...(isReminder ? [`Uppgiften är inte klar: ${nar}.`] : [])],
    fakta: [
      { term: 'Insats', varde: namn },
      { term: 'Uppgift', varde: rubrik },
      { term: 'Ligger hos', varde: roller[roll] },
      { term: 'Senast', varde: `${formatDatum(forfaller)} (${kvar})` },
    ],
    lanktext: 'Öppna uppgiften',
    rad: { text: `${namn}: ${rubrik}, ${nar}`, forfaller },
  };
}
