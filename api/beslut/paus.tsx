import { z } from 'zod';
import { pausorsaker } from '../../domain/koder.js';
import { formatDagar, formatDatum } from '../components/format.js';
import { Datumfalt } from '../components/form/falt.js';
import { Radiogrupp } from '../components/form/val.js';
import { Textruta } from '../components/form/textruta.js';
import { ett, type Beslutsformular } from './formular.js';
import { dag, kod, MAX, read, valfriText } from './regler.js';
import { alternativ } from './val.js';

const schema = z.object({
  orsak: kod(pausorsaker, 'Välj varför insatsen pausas.'),
  fran: dag('Ange pausens första dag.'),
  till: dag('Ange pausens sista dag.'),
  skal: valfriText(),
});

/** A pause of the participation stops its clock (design 2.9). */
export const paus: Beslutsformular<'paus'> = {
  typ: 'paus',
  ingress: ({ profil: { frister, kapacitet } }) =>
    `Under pausen räknas ingen tid, och de dagar som verkligen pausas läggs till efteråt. Pausen tar slut av sig själv. Är den längre än ${formatDagar(frister.pausKoordinatorDagar)} beslutar sammankallande.${kapacitet.pausFrigorPlats ? ' Platsen går under tiden till nästa i kön.' : ''}`,
  prov: ({ idag, lage }) => {
    const fran = [idag, lage.startdatum ?? idag].toSorted().at(-1) ?? idag;
    return { orsak: 'sjukdom', fran, till: fran };
  },
  forval: ({ idag }) => ({ fran: idag }),
  tolka(svar) {
    const last = read(schema, svar);
    if (!last.ok) return last;
    const { skal, ...data } = last.varde;
    return { ok: true, data, formular: { skal } };
  },
  Falt: ({ svar, errors }) => (
    <>
      <Radiogrupp
        name="orsak"
        label="Orsak"
        errors={errors['orsak']}
        options={alternativ(pausorsaker)}
        value={ett(svar, 'orsak')}
      />
      <Datumfalt
        name="fran"
        label="Första pausdagen"
        hint="Högst 30 dagar bakåt eller framåt."
        errors={errors['fran']}
        value={ett(svar, 'fran')}
      />
      <Datumfalt name="till" label="Sista pausdagen" errors={errors['till']} value={ett(svar, 'till')} />
      <Textruta
        name="skal"
        label="Kommentar"
        frivillig
        errors={errors['skal']}
        value={ett(svar, 'skal')}
        max={MAX.text}
      />
    </>
  ),
  knapp: () => 'Pausa insatsen',
  kvitto: ({ fran, till }) => `Insatsen är pausad ${formatDatum(fran)} till och med ${formatDatum(till)}.`,
  hinderfalt: {
    slut_fore_start: 'till',
    fore_start: 'fran',
    for_langt_bakat: 'fran',
    for_langt_fram: 'fran',
    overlappar: 'fran',
    efter_slut: 'fran',
    lang_paus: 'till',
  },
};
