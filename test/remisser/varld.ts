import type { Remissinnehall } from '../../domain/remissinnehall.js';
import type { Prisma, PrismaClient } from '../../prisma/client.js';
import { readProfil } from '../../prisma/seed/profiler.js';

/** Subjects of the people below. */
export const HELGA = 'helga-handlaggare';
export const HERMAN = 'herman-handlaggare';
export const SVEN = 'sven-sammankallande';

/** The moment at which the tests take place: a Monday. */
export const NU = '2026-11-23T09:00:00.000Z';
export const IDAG = '2026-11-23';

/** A number of Skatteverket's test series. */
export const PERSONNUMMER = testPersonnummer('19850412', 0);

/** A personnummer of the test series 2380–2399 with its check digit. */
export function testPersonnummer(birth: string, nr: number): string {
  const digits = `${birth.slice(2)}${239 - (nr % 2)}`;
  for (let check = 0; ; check += 1) {
    const sum = `${digits}${check}`.split('').reduce((total, digit, index) => {
      const product = Number(digit) * (index % 2 === 0 ? 2 : 1);
      return total + (product > 9 ? product - 9 : product);
    }, 0);
    if (sum % 10 === 0) return `${birth.slice(0, 2)}${digits}${check}`;
  }
}

export interface Varld {
  helga: { id: string; verksamhetId: string };
  herman: { id: string; verksamhetId: string };
  sven: string;
  fk: string;
  af: string;
  region: string;
  iff: string;
}

/** One förbund: two insatser with their real profiles, four verksamheter, two handläggare and a sammankallande. */
export async function createVarld(prisma: PrismaClient): Promise<Varld> {
  const forbund = await prisma.forbund.create({ data: { kod: 'prov', namn: 'Provförbundet' } });
  const verksamhet = async (kod: string, part: string, namn: string) =>
    (await prisma.verksamhet.create({ data: { kod, part, namn, forbundId: forbund.id } })).id;
  const fk = await verksamhet('fk', 'fk', 'Försäkringskassan');
  const af = await verksamhet('af', 'af', 'Arbetsförmedlingen');
  const region = await verksamhet('region-vuxenpsykiatri', 'region', 'Region Prov, vuxenpsykiatrin');
  const iff = await verksamhet('nybro-iff', 'kommun', 'Nybro kommun, individ- och familjeförvaltningen');
  const person = async (sub: string, namn: string, verksamhetId: string) =>
    (await prisma.anvandare.create({ data: { sub, namn, epost: `${sub}@example.se`, verksamhetId } })).id;
  const helga = await person(HELGA, 'Helga Handläggarsson', fk);
  const herman = await person(HERMAN, 'Herman Handläggarsson', af);
  const sven = await person(SVEN, 'Sven Sammankallandesson', iff);
  await prisma.roll.createMany({
    data: [helga, herman].map((anvandareId) => ({ anvandareId, roll: 'handlaggare' })),
  });
  for (const [kod, prefix] of [
    ['samba_lis', 'SAMBA'],
    ['vagknuten', 'VAG'],
  ] as const) {
    const innehall = await readProfil(kod);
    const insats = await prisma.insats.create({
      data: {
        kod,
        namn: innehall.namn,
        nummerprefix: prefix,
        forbundId: forbund.id,
        huvudmanId: iff,
        profiler: { create: { version: 1, innehall: innehall as unknown as Prisma.InputJsonObject } },
        roller: { create: { anvandareId: sven, roll: 'sammankallande' } },
        team: { create: { kod: innehall.team[0].kod, namn: innehall.team[0].namn } },
      },
      include: { team: true },
    });
    const [team] = insats.team;
    if (!team) throw new Error('no team');
    const seats = [
      [helga, fk],
      [herman, af],
      [sven, iff],
    ] as const;
    await prisma.teammedlem.createMany({
      data: seats.map(([anvandareId, verksamhetId]) => ({ teamId: team.id, anvandareId, verksamhetId })),
    });
  }
  return {
    helga: { id: helga, verksamhetId: fk },
    herman: { id: herman, verksamhetId: af },
    sven,
    fk,
    af,
    region,
    iff,
  };
}

/** What Helga's remiss of an identified person holds. */
export const remissinnehall = ({ fk, iff }: Varld, personnummer = PERSONNUMMER): Remissinnehall => ({
  insats: 'samba_lis',
  syfte: 'inskrivning',
  person: {
    identifierad: true,
    personnummer,
    namn: 'Test Testsson',
    kon: 'man',
    kommun: '0881',
    tolk: false,
    skyddad: false,
  },
  samtycken: [fk, iff].map((verksamhet) => ({
    verksamhet,
    uppgiftsslag: ['sysselsattning', 'ekonomi'],
    giltigtFran: '2026-11-01',
    giltigtTill: '2027-11-01',
    form: 'skriftligt',
  })),
  problembild: 'Har varit sjukskriven länge.',
  forsorjning: [{ kod: 'sjukpenning', omfattning: 'hel' }],
  sysselsattning: ['ingen'],
  utbildning: 'gymnasium',
  tidIOffentligForsorjning: '1_till_3_ar',
  nollplacerad: false,
  fraga: 'Vad kan vi göra tillsammans?',
});
