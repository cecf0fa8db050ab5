import type { Insatsprofil } from '../../domain/insatsprofil.js';
import { readProfil } from '../../prisma/seed/profiler.js';
import { insatsWorkflowId } from '../../workflows/messages.js';
import { startInstallation, type Installation } from '../support/installation.js';
import { levSamtidigt } from './gemensam-klocka.js';
import { recordHistory, recordRun } from './record.js';
import { deltagandet } from './slag/deltagandet.js';
import { fram } from './slag/fram-till-teamet.js';
import { harda, iKo } from './slag/ko-och-forgrupp.js';
import { ANNAN_INSATS } from './slag/slag.js';

const withRoom = (profil: Insatsprofil): Insatsprofil => ({ ...profil, team: [{ ...profil.team[0], platser: 40 }] });

describe.each([
  [
    'whose time is soft',
    { ...fram, ...deltagandet },
    (profil: Insatsprofil): Insatsprofil => ({
      ...withRoom(profil),
      insatstid: { slag: 'mjuk', manader: 4, varningDagarFore: [30, 7] },
    }),
  ],
  [
    'with one place and a förgrupp before it',
    iKo,
    (profil: Insatsprofil): Insatsprofil => ({
      ...withRoom(profil),
      forgrupp: 'fore',
      kapacitet: { ...profil.kapacitet, samtidigt: 1 },
    }),
  ],
  [
    'with a hard maximum and a förgrupp after inskrivning',
    harda,
    (profil: Insatsprofil): Insatsprofil => ({
      ...withRoom(profil),
      forgrupp: 'efter',
      insatstid: { slag: 'hard', manader: 3, varningDagarFore: [30, 7] },
    }),
  ],
])('Every kind of case of an insats %s', (_, alla, shape) => {
  let inst: Installation;
  beforeAll(async () => {
    inst = await startInstallation({ shape });
    await createAnnanInsats(inst);
  });
  afterAll(() => inst.stop());

  it(`lives to where it ends: ${Object.keys(alla).join(', ')}`, async () => {
    const forstaKorning = await insatsRun(inst);
    const slutade: Record<string, unknown> = {};
    await levSamtidigt(
      (nar) => inst.moveTo(nar),
      Object.entries(alla).map(([namn, { lev }]) => async (vanta) => {
        const liv = await lev(inst, vanta);
        const { fas, stangdSom } = await liv.lage();
        slutade[namn] = { fas, ...(stangdSom === undefined ? {} : { stangdSom }) };
        await recordHistory(inst, liv.id, namn);
      }),
    );
    expect(slutade).toEqual(Object.fromEntries(Object.entries(alla).map(([namn, { slutar }]) => [namn, slutar])));
    const senaste = await insatsRun(inst);
    expect(senaste).not.toBe(forstaKorning);
    if (alla !== iKo) return;
    await recordRun(inst, { workflowId: insatsWorkflowId(inst.grund.insats.id), runId: forstaKorning }, 'insats');
    await recordRun(inst, { workflowId: insatsWorkflowId(inst.grund.insats.id), runId: senaste }, 'insats-efter-mote');
  });
});

/** The run of the insats's workflow that goes on now. */
async function insatsRun(inst: Installation): Promise<string> {
  await inst.insatslage();
  return (await inst.client.workflow.getHandle(insatsWorkflowId(inst.grund.insats.id)).describe()).runId;
}

/** Another insats of the same förbund, to send cases on to. */
async function createAnnanInsats({ prisma, grund }: Installation): Promise<void> {
  const profil = await readProfil(ANNAN_INSATS);
  const { forbundId, huvudmanId } = await prisma.insats.findUniqueOrThrow({ where: { id: grund.insats.id } });
  await prisma.insats.create({
    data: {
      kod: ANNAN_INSATS,
      namn: profil.namn,
      nummerprefix: 'SAMBA',
      forbundId,
      huvudmanId,
      profiler: { create: { version: 1, innehall: JSON.parse(JSON.stringify(profil)) as object } },
      team: { create: { kod: profil.team[0].kod, namn: profil.team[0].namn } },
    },
  });
}
