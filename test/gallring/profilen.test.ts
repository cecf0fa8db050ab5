import { gallringen } from '../../api/profil/delar-gallring.js';
import { profilIOrd } from '../../api/profil/ord.js';
import { readProfilinnehall } from '../../api/profil/schema.js';
import { withSvar } from '../../api/profil/svar.js';
import { svenskKalender as kalender } from '../../domain/kalender/svensk.js';
import { kontrolleraProfil } from '../../domain/profilkontroll.js';
import { completeProfil } from '../../domain/standardprofil.js';
import { readProfil } from '../../prisma/seed/profiler.js';

const samba = await readProfil('samba_lis');
const om = { nu: '2026-11-02T09:00:00.000Z', kalender };

/** The profile with what is typed on its page of gallring. */
const typed = (svar: Record<string, string>) => readProfilinnehall(withSvar(samba, gallringen, svar));
const faltet = (slag: string) => `gallring.handlingar.${slag}`;

it('is typed as months or the word bevaras, and an empty field is the standard’s', () => {
  const last = typed({ [faltet('bilagor')]: '12', [faltet('arende')]: 'Bevaras', 'gallring.statistik': 'gallras' });
  expect(last).toMatchObject({ ok: true });
  const profil = completeProfil((last as Extract<typeof last, { ok: true }>).varde);
  expect(profil.gallring).toEqual({
    handlingar: { anteckningar: 60, bilagor: 12, plan: 60, arende: 'bevaras' },
    statistik: 'gallras',
  });
  const rader = profilIOrd(profil, []).find(({ del }) => del === 'gallring')?.rader;
  expect(rader?.map(({ varde }) => varde)).toEqual([
    '60 månader',
    '12 månader',
    '60 månader',
    'Bevaras',
    'Gallras med ärendet',
  ]);
});

it.each(['11', '1201', 'fem år', '-3'])('refuses %s in words beside its field', (text) => {
  expect(typed({ [faltet('plan')]: text })).toMatchObject({
    ok: false,
    fel: [{ path: faltet('plan'), mening: 'Skriv antal månader, minst 12 och högst 1200, eller ordet bevaras.' }],
  });
});

it('keeps no document longer than the ärende that it is found by, and warns of statistics that get fewer', () => {
  const kontroll = (handlingar: Partial<typeof samba.gallring.handlingar>, statistik = samba.gallring.statistik) =>
    kontrolleraProfil(
      { ...samba, gallring: { handlingar: { ...samba.gallring.handlingar, ...handlingar }, statistik } },
      om,
    );
  expect(kontroll({})).toEqual([]);
  expect(kontroll({ plan: 'bevaras', anteckningar: 61 })).toMatchObject([
    { grad: 'fel', del: 'gallring', mening: expect.stringMatching(/^Anteckningar .* längre än ärendet/) as string },
    { grad: 'fel', del: 'gallring', mening: expect.stringMatching(/^Genomförandeplaner/) as string },
  ]);
  expect(kontroll({ plan: 'bevaras', arende: 'bevaras' })).toEqual([]);
  expect(kontroll({}, 'gallras')).toMatchObject([{ grad: 'varning', del: 'gallring' }]);
});
