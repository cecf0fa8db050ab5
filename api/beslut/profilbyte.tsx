import { z } from 'zod';
import { hinder } from '../../domain/hinder.js';
import { Radiogrupp } from '../components/form/val.js';
import { Textruta } from '../components/form/textruta.js';
import { SakerLank } from '../components/saker-lank.js';
import { ett, type Beslutsformular, type Formularunderlag } from './formular.js';
import { enAv, MAX, read, text } from './regler.js';

/** The versions that the case can be moved to, the newest first. */
const nyare = ({ lage, nyasteVersion }: Formularunderlag): readonly string[] =>
  Array.from({ length: Math.max(0, nyasteVersion - lage.profilversion) }, (_, at) => String(nyasteVersion - at));

/** One case is moved to a newer version of its insats's profile. The insats's own page shows first what would change. */
export const profilbyte: Beslutsformular<'profilbyte'> = {
  typ: 'profilbyte',
  ingress: ({ lage }) => `Ärendet följer version ${lage.profilversion} av insatsens profil.`,
  prov: ({ lage }) => ({ version: lage.profilversion + 1 }),
  hinder: (underlag) =>
    nyare(underlag).length === 0
      ? hinder('nyaste_version', 'Ärendet följer redan den nyaste versionen av insatsens profil.')
      : undefined,
  forval: ({ nyasteVersion }) => ({ profilversion: String(nyasteVersion) }),
  tolka(svar, underlag) {
    const last = read(
      z.object({
        // not `version`: every form carries that of the case it was opened at
        profilversion: enAv(nyare(underlag), 'Välj vilken version ärendet ska följa.'),
        skal: text('Skriv varför ärendet ska flyttas.'),
      }),
      svar,
    );
    if (!last.ok) return last;
    const { profilversion, skal } = last.varde;
    return { ok: true, data: { version: Number(profilversion) }, formular: { skal } };
  },
  Falt: ({ svar, errors, underlag }) => (
    <>
      <p>
        <SakerLank href={`/insatser/${underlag.profil.kod}/profil/flytta`}>Se vad som ändras i ärendet</SakerLank>
      </p>
      <Radiogrupp
        name="profilversion"
        label="Flytta till version"
        errors={errors['profilversion']}
        options={nyare(underlag).map((version) => ({ value: version, label: `Version ${version}` }))}
        value={ett(svar, 'profilversion')}
        rad
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
