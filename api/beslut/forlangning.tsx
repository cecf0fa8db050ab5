import { z } from 'zod';
import { hindrasAvEgetForslag } from '../../domain/eget-forslag.js';
import { forlangningsutfall } from '../../domain/koder.js';
import { Definitionslista } from '../components/definitionslista.js';
import { formatDatum } from '../components/format.js';
import { Datumfalt } from '../components/form/falt.js';
import { Radiogrupp } from '../components/form/val.js';
import { Textruta } from '../components/form/textruta.js';
import { Kort } from '../components/kort.js';
import { ett, type Beslutsformular, type Formularunderlag } from './formular.js';
import { kod, MAX, read, samband, valfriDag, valfriText } from './regler.js';

const schema = z
  .object({
    utfall: kod(forlangningsutfall, 'Välj om förlängningen beviljas eller avslås.'),
    slut: valfriDag,
    motivering: valfriText(),
  })
  .refine(({ utfall, slut }) => utfall !== 'bifall' || slut !== undefined, {
    ...samband('slut', 'Ange till och med vilken dag förlängningen beviljas.'),
    when: ({ issues }) => issues.every(({ path }) => path?.[0] !== 'slut'),
  })
  .refine(
    ({ utfall, motivering }) => utfall !== 'avslag' || motivering !== undefined,
    samband('motivering', 'Skriv varför förlängningen avslås.'),
  );

function Forslag({ forslag, lage }: Formularunderlag) {
  if (!forslag) return null;
  return (
    <Kort rubrik="Förslaget">
      <Definitionslista
        rader={[
          { term: 'Dagens slut', varde: lage.insatstid && formatDatum(lage.insatstid.slut) },
          { term: 'Föreslaget slut', varde: formatDatum(forslag.foreslagetSlut) },
          { term: 'Dialog med deltagaren', varde: formatDatum(forslag.dialogdatum) },
          { term: 'Behov', varde: forslag.behov },
        ]}
      />
    </Kort>
  );
}

/** Sammankallande decides on a proposed extension (design 2.9). */
export const forlangning: Beslutsformular<'forlangning'> = {
  typ: 'forlangning',
  prov: () => ({ utfall: 'avslag' }),
  hinder: ({ lage, personId, profil }) => hindrasAvEgetForslag(lage.forlangning?.av, personId, profil),
  forval: ({ forslag }): Record<string, string> => (forslag ? { slut: forslag.foreslagetSlut } : {}),
  tolka(svar) {
    const last = read(schema, svar);
    if (!last.ok) return last;
    const { utfall, slut, motivering } = last.varde;
    return { ok: true, data: utfall === 'bifall' && slut ? { utfall, slut } : { utfall }, formular: { motivering } };
  },
  Falt: ({ svar, errors, underlag }) => (
    <>
      <Forslag {...underlag} />
      <Radiogrupp
        name="utfall"
        label="Beslut"
        errors={errors['utfall']}
        options={[
          {
            value: 'bifall',
            label: underlag.forslag
              ? `Bevilja förlängning till ${formatDatum(underlag.forslag.foreslagetSlut)}, eller till den dag du anger`
              : forlangningsutfall.bifall,
          },
          { value: 'avslag', label: 'Avslå förlängningen' },
        ]}
        value={ett(svar, 'utfall')}
      />
      <Datumfalt
        name="slut"
        label="Till och med"
        hint="Används bara när förlängningen beviljas."
        errors={errors['slut']}
        value={ett(svar, 'slut')}
      />
      <Textruta
        name="motivering"
        label="Motivering"
        hint="Behövs vid avslag."
        errors={errors['motivering']}
        value={ett(svar, 'motivering')}
        max={MAX.text}
      />
    </>
  ),
  knapp: () => 'Besluta om förlängningen',
  kvitto: ({ utfall, slut }) =>
    utfall === 'bifall' && slut ? `Förlängning är beviljad till ${formatDatum(slut)}.` : 'Förlängningen är avslagen.',
  hinderfalt: { inte_langre: 'slut', redan_slut: 'slut' },
};
