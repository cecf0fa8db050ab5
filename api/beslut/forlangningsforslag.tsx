import { z } from 'zod';
import { formatDatum } from '../components/format.js';
import { Datumfalt } from '../components/form/falt.js';
import { Textruta } from '../components/form/textruta.js';
import { ett, type Beslutsformular } from './formular.js';
import { dag, MAX, read, text } from './regler.js';

const SENAST_TANKBAR = '2099-12-31';

const schema = z.object({
  dialogdatum: dag('Ange när du talade med deltagaren om förlängningen.'),
  behov: text('Skriv varför tiden behöver förlängas.'),
  slut: dag('Ange till och med vilken dag.'),
});

/** The koordinator proposes a longer insatstid (design 2.9). */
export const forlangningsforslag: Beslutsformular<'forlangningsforslag'> = {
  typ: 'forlangningsforslag',
  ingress: ({ lage }) =>
    `${lage.insatstid ? `Insatstiden går ut ${formatDatum(lage.insatstid.slut)}. ` : ''}Sammankallande beslutar om förslaget.`,
  prov: ({ idag }) => ({ dialogdatum: idag, slut: SENAST_TANKBAR }),
  forval: ({ idag }) => ({ dialogdatum: idag }),
  tolka(svar) {
    const last = read(schema, svar);
    if (!last.ok) return last;
    const { behov, ...data } = last.varde;
    return { ok: true, data, formular: { behov } };
  },
  Falt: ({ svar, errors }) => (
    <>
      <Datumfalt
        name="dialogdatum"
        label="Dialog med deltagaren"
        errors={errors['dialogdatum']}
        value={ett(svar, 'dialogdatum')}
      />
      <Textruta
        name="behov"
        label="Varför behövs mer tid?"
        errors={errors['behov']}
        value={ett(svar, 'behov')}
        rows={8}
        max={MAX.text}
      />
      <Datumfalt name="slut" label="Förläng till och med" errors={errors['slut']} value={ett(svar, 'slut')} />
    </>
  ),
  knapp: () => 'Föreslå förlängning',
  kvitto: () => 'Förslaget är skickat till sammankallande.',
  hinderfalt: { framtida_datum: 'dialogdatum', fore_start: 'dialogdatum', inte_langre: 'slut', redan_slut: 'slut' },
};
