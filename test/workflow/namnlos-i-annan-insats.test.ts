import { readProfil } from '../../prisma/seed/profiler.js';
import { startInstallation, type Installation } from '../support/installation.js';
import { aRemiss } from '../support/remiss.js';
import { until } from '../support/until.js';

const ANNAN = 'samba_lis';

describe('An avidentifierad konsultation that is sent on to another insats', () => {
  let inst: Installation;
  beforeAll(async () => {
    inst = await startInstallation();
  });
  afterAll(() => inst.stop());

  it('gets its name there, and stays nameless where it was closed', async () => {
    const { prisma, grund } = inst;
    const profil = await readProfil(ANNAN);
    const { forbundId } = await prisma.insats.findUniqueOrThrow({ where: { id: grund.insats.id } });
    const annan = await prisma.insats.create({
      data: {
        kod: ANNAN,
        namn: profil.namn,
        nummerprefix: 'SAMBA',
        forbundId,
        huvudmanId: grund.verksamhet.kommun,
        profiler: { create: { version: 1, innehall: JSON.parse(JSON.stringify(profil)) as object } },
        team: { create: { kod: profil.team[0].kod, namn: profil.team[0].namn } },
      },
    });
    await prisma.roll.create({
      data: { anvandareId: grund.person.sammankallande, roll: 'sammankallande', insatsId: annan.id },
    });
    const idag = await inst.today();
    const { person } = aRemiss(grund, idag);
    if (!person.identifierad) throw new Error('named');
    const { personnummer, namn, kon, kommun } = person;
    const id = await inst.send({
      syfte: 'konsultation',
      person: { identifierad: false, fodelsear: 1980, kon, kommun },
      samtycken: [],
    });
    await inst.decide(
      id,
      'granskning',
      'sammankallande',
      { utfall: 'annan_insats', insats: ANNAN },
      { skal: 'Passar bättre.' },
    );
    const { tillId } = await prisma.arendelank.findFirstOrThrow({ where: { franId: id, slag: 'annan_insats' } });
    await until('its workflow', async () => (await prisma.motoruppdrag.count({ where: { slag: 'arende' } })) === 0);

    const samtycken = [grund.verksamhet.fk, grund.verksamhet.kommun];
    const taken = await inst.decide(
      tillId,
      'identifiering',
      'sammankallande',
      { samtycken: samtycken.map((verksamhet) => ({ verksamhet, fran: idag })) },
      {
        identitet: { idtyp: 'personnummer', personnummer, namn, kon, tolk: false, skyddad: false },
        samtycken: samtycken.map((verksamhet) => ({
          verksamhet,
          uppgiftsslag: ['halsa'],
          insatser: [],
          andamal: 'Att samordna stödet.',
          form: 'muntligt',
          lamnatAv: 'personen',
          tolk: false,
        })),
      },
    );
    expect(taken).toMatchObject({ slag: 'fattat' });
    const individ = async (arendeId: string) =>
      (await prisma.arende.findUniqueOrThrow({ where: { id: arendeId }, select: { individ: true } })).individ;
    expect(await individ(tillId)).toMatchObject({ personnummer, namn });
    expect(await individ(id)).toMatchObject({ personnummer: null, namn: null });
  });
});
