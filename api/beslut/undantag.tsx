import { z } from 'zod';
import { formatDatum } from '../components/format.js';
import { Datumfalt } from '../components/form/falt.js';
import { Textruta } from '../components/form/textruta.js';
import { ett, type Beslutsformular } from './formular.js';
import { dag, MAX, read, text } from './regler.js';

const SENAST_TANKBAR = '2099-12-31';

const schema = z.object({
  slut: dag('Ange till och med vilken dag undantaget gäller.'),
  skal: text('Skriv varför styrgruppen gör undantag.'),
});

/** The styrgrupp's exception from a hard maximum (design 2.9). */
export const undantag: Beslutsformular<'undantag'> = {
  typ: 'undantag',
  ingress: ({ lage }) =>
    lage.insatstid &&
    `Den längsta tiden i insatsen ${lage.insatstid.overTidenSedan ? 'gick ut' : 'går ut'} ${formatDatum(lage.insatstid.slut)}. Utan undantag avslutas insatsen.`,
  prov: () => ({ slut: SENAST_TANKBAR }),
  tolka(svar) {
    const last = read(schema, svar);
    if (!last.ok) return last;
    return { ok: true, data: { slut: last.varde.slut }, formular: { skal: last.varde.skal } };
  },
  Falt: ({ svar, errors }) => (
    <>
      <Datumfalt name="slut" label="Nytt slut" errors={errors['slut']} value={ett(svar, 'slut')} />
      <Textruta
        name="skal"
        label="Skäl"
        hint="Skriv utan uppgifter som visar vem personen är."
        errors={errors['skal']}
        value={ett(svar, 'skal')}
        rows={8}
        max={MAX.text}
      />
    </>
  ),
  knapp: () => 'Besluta om undantag',
  kvitto: ({ slut }) => `Undantag är beslutat till och med ${formatDatum(slut)}.`,
  hinderfalt: { inte_langre: 'slut', redan_slut: 'slut' },
};
