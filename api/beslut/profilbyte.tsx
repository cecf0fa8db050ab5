import { z } from 'zod';
import { Falt } from '../components/form/falt.js';
import { Textruta } from '../components/form/textruta.js';
import { ett, type Beslutsformular } from './formular.js';
import { MAX, read, text } from './regler.js';

const schema = z.object({
  // not `version`: every form carries that of the case it was opened at
  profilversion: z.coerce
    .number('Ange versionens nummer, till exempel 2.')
    .int('Ange versionens nummer, till exempel 2.')
    .min(1, 'Ange versionens nummer, till exempel 2.'),
  skal: text('Skriv varför ärendet ska flyttas.'),
});

/** One case is moved to a newer version of its insats's profile. The insats's own page shows first what would change. */
export const profilbyte: Beslutsformular<'profilbyte'> = {
  typ: 'profilbyte',
  ingress: ({ lage }) =>
    `Ärendet följer version ${lage.profilversion} av insatsens profil. Under Insats och profil finns en sida som visar vad som ändras innan du flyttar.`,
  prov: ({ lage }) => ({ version: lage.profilversion + 1 }),
  forval: ({ lage }) => ({ profilversion: String(lage.profilversion + 1) }),
  tolka(svar) {
    const last = read(schema, svar);
    if (!last.ok) return last;
    const { profilversion: version, skal } = last.varde;
    return { ok: true, data: { version }, formular: { skal } };
  },
  Falt: ({ svar, errors }) => (
    <>
      <Falt
        name="profilversion"
        label="Flytta till version"
        inputmode="numeric"
        bredd="kort"
        errors={errors['profilversion']}
        value={ett(svar, 'profilversion')}
      />
      <Textruta name="skal" label="Varför?" errors={errors['skal']} value={ett(svar, 'skal')} rows={4} max={MAX.text} />
    </>
  ),
  knapp: () => 'Flytta till ny version',
  kvitto: ({ version }) => `Ärendet följer nu version ${version}.`,
  hinderfalt: {
    okand_version: 'profilversion',
    samma_version: 'profilversion',
    aldre_version: 'profilversion',
    team_saknas: 'profilversion',
  },
};
