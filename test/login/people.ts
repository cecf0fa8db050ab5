import type { PrismaClient } from '../../prisma/client.js';

/** Subjects of the people below. */
export const HANNA = 'hanna-handlaggare';
export const KARIN = 'karin-kansli';
export const OLLE = 'olle-utan-roll';

/** Three people: one with two roles and a team seat, one at the kansli, one without a role. */
export async function createPeople(prisma: PrismaClient): Promise<void> {
  const forbund = await prisma.forbund.create({ data: { kod: 'prov', namn: 'Provförbundet' } });
  const fk = await prisma.verksamhet.create({
    data: { kod: 'fk', part: 'fk', namn: 'Försäkringskassan', forbundId: forbund.id },
  });
  const iff = await prisma.verksamhet.create({
    data: { kod: 'nybro-iff', part: 'kommun', namn: 'Nybro IFF', forbundId: forbund.id },
  });
  const samba = await prisma.insats.create({
    data: { kod: 'samba', namn: 'SAMBA', nummerprefix: 'SAMBA', forbundId: forbund.id, huvudmanId: iff.id },
  });
  const team = await prisma.team.create({ data: { insatsId: samba.id, kod: 'nybro', namn: 'Team Nybro' } });
  await prisma.anvandare.create({
    data: {
      sub: HANNA,
      namn: 'Hanna Handläggarsson',
      epost: 'hanna@example.se',
      titel: 'Personlig handläggare',
      verksamhetId: fk.id,
      roller: { create: [{ roll: 'handlaggare' }, { roll: 'teamrepresentant', insatsId: samba.id }] },
      teammedlemskap: { create: { teamId: team.id, verksamhetId: fk.id, ersattare: true } },
    },
  });
  await prisma.anvandare.create({
    data: {
      sub: KARIN,
      namn: 'Karin Kanslisson',
      epost: 'karin@example.se',
      verksamhetId: iff.id,
      roller: { create: { roll: 'kansli' } },
    },
  });
  await prisma.anvandare.create({
    data: { sub: OLLE, namn: 'Olle <b>Rollös</b>', epost: 'olle@example.se', verksamhetId: iff.id },
  });
}
