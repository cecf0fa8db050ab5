import { asDate, type Prisma, type PrismaClient } from '../../prisma/client.js';

/** What must never stand in a mail: unmistakable, so that a search for it in the raw mail is a proof. */
export const HEMLIGT = {
  personnummer: '239001012384',
  namn: 'Kvistrun Testpersson',
  problembild: 'Xylofonhemligheten',
  fraga: 'Zeppelinfrågan',
  telefon: '0700000999',
  epost: 'kvistrun@exempel.se',
  handlaggare: 'Remilda Testsson',
  verksamhet: 'Vuxenpsykiatrin Hemliga Gatan',
  insats: 'Insatsen Som Inte Nämns',
  kommun: '0881',
} as const;

/** Whom the mails of the seeded ärende go to, and who is around it. */
export interface Fall {
  arendeId: string;
  nummer: string;
  remittent: string;
  koordinator: string;
  sammankallande: string;
  styrgrupp: string;
  representant: string;
  verksamhetId: string;
}

/** Writes one ärende with its people, on the agenda of its team. Addresses are `<role>@example.se`. */
export async function seedFall(prisma: PrismaClient): Promise<Fall> {
  const forbund = await prisma.forbund.create({ data: { kod: 'f', namn: 'Förbundet' } });
  const verksamhet = await prisma.verksamhet.create({
    data: { kod: 'v', part: 'region', namn: HEMLIGT.verksamhet, forbundId: forbund.id },
  });
  const insats = await prisma.insats.create({
    data: { kod: 'i', namn: HEMLIGT.insats, nummerprefix: 'PROV', forbundId: forbund.id, huvudmanId: verksamhet.id },
  });
  const team = await prisma.team.create({ data: { insatsId: insats.id, kod: 't', namn: 'Teamet' } });
  const person = async (roll: string, insatsId?: string): Promise<string> => {
    const { id } = await prisma.anvandare.create({
      data: {
        sub: roll,
        namn: roll === 'handlaggare' ? HEMLIGT.handlaggare : `${roll} Testsson`,
        epost: `${roll}@example.se`,
        verksamhetId: verksamhet.id,
        roller: { create: { roll, insatsId: insatsId ?? null } },
      },
    });
    return id;
  };
  const remittent = await person('handlaggare');
  const koordinator = await person('koordinator', insats.id);
  const sammankallande = await person('sammankallande', insats.id);
  const styrgrupp = await person('styrgrupp', insats.id);
  const representant = await person('teamrepresentant');
  await prisma.teammedlem.create({
    data: { teamId: team.id, anvandareId: representant, verksamhetId: verksamhet.id },
  });
  const individ = await prisma.individ.create({
    data: { personnummer: HEMLIGT.personnummer, namn: HEMLIGT.namn, fodelsear: 2390, kon: 'kvinna' },
  });
  const nu = new Date('2026-11-23T08:00:00Z');
  const arende = await prisma.arende.create({
    data: {
      nummer: 'PROV-2026-0042',
      insatsId: insats.id,
      profilversion: 1,
      teamId: team.id,
      individId: individ.id,
      koordinatorId: koordinator,
      version: 1,
      lage: {},
      fas: 'konsultation',
      fasSedan: nu,
      skapad: nu,
      remiss: {
        create: {
          remittentId: remittent,
          verksamhetId: verksamhet.id,
          inskickad: nu,
          syfte: 'konsultation',
          identifierad: true,
          kommun: HEMLIGT.kommun,
          telefon: HEMLIGT.telefon,
          epost: HEMLIGT.epost,
          problembild: HEMLIGT.problembild,
          fraga: HEMLIGT.fraga,
        },
      },
      samtycken: {
        create: {
          verksamhetId: verksamhet.id,
          uppgiftsslag: ['halsa'],
          giltigtFran: asDate('2026-11-01'),
          giltigtTill: asDate('2027-01-31'),
          form: 'skriftligt',
          noterat: nu,
        },
      },
    },
  });
  const mote = await prisma.mote.create({ data: { teamId: team.id, borjar: new Date('2026-12-08T08:00:00Z') } });
  await prisma.motespunkt.create({ data: { moteId: mote.id, arendeId: arende.id, ordning: 1 } });
  return {
    arendeId: arende.id,
    nummer: arende.nummer,
    remittent,
    koordinator,
    sammankallande,
    styrgrupp,
    representant,
    verksamhetId: verksamhet.id,
  };
}

/** Writes an open task of the ärende; gives its number. */
export async function openUppgift(
  prisma: PrismaClient,
  { arendeId }: Fall,
  uppgift: { nr: number; typ: string; roll: string; forfaller: string; verksamhetId?: string },
): Promise<number> {
  const { nr, typ, roll, forfaller, verksamhetId = null } = uppgift;
  const oppnad = new Date('2026-11-23T08:00:00Z');
  await prisma.uppgift.create({
    data: { id: `${arendeId}/${nr}`, arendeId, typ, roll, verksamhetId, oppnad, forfaller: asDate(forfaller) },
  });
  return nr;
}

/** Writes a mail that waits to be sent; gives its id. */
export async function skrivUtskick(
  prisma: PrismaClient,
  { arendeId }: Fall,
  utskick: Pick<Prisma.UtskickUncheckedCreateInput, 'slag' | 'nyckel' | 'mottagareId'>,
): Promise<string> {
  const { id } = await prisma.utskick.create({
    data: { ...utskick, arendeId, sekvens: 3, skapat: new Date('2026-11-23T08:00:00Z') },
  });
  return id;
}
