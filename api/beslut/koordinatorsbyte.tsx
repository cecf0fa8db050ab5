import { z } from 'zod';
import { Textruta } from '../components/form/textruta.js';
import { Valjare } from '../components/form/valjare.js';
import { ett, type Beslutsformular, type Formularunderlag } from './formular.js';
import { enAv, MAX, read, text } from './regler.js';
import { namngivna, valbaraKoordinatorer } from './val.js';

const andra = (underlag: Formularunderlag) =>
  valbaraKoordinatorer(underlag).filter(({ id }) => id !== underlag.lage.koordinator);

const schema = (underlag: Formularunderlag) =>
  z.object({
    koordinator: enAv(
      andra(underlag).map(({ id }) => id),
      'Välj vem som blir koordinator.',
    ),
    overlamning: text('Skriv vad den nya koordinatorn behöver veta.'),
  });

/** Hands the case over to another koordinator of the insats (design 2). */
export const koordinatorsbyte: Beslutsformular<'koordinatorsbyte'> = {
  typ: 'koordinatorsbyte',
  ingress: () => 'Koordinatorns öppna uppgifter följer med till den nya koordinatorn. Båda får veta det.',
  prov: () => ({ koordinator: '' }),
  tolka(svar, underlag) {
    const last = read(schema(underlag), svar);
    if (!last.ok) return last;
    const { koordinator, overlamning } = last.varde;
    return { ok: true, data: { koordinator }, formular: { overlamning } };
  },
  Falt: ({ svar, errors, underlag }) => (
    <>
      <Valjare
        name="koordinator"
        label="Ny koordinator"
        errors={errors['koordinator']}
        tomt="Välj koordinator"
        options={namngivna(andra(underlag))}
        value={ett(svar, 'koordinator')}
      />
      <Textruta
        name="overlamning"
        label="Överlämning"
        hint="Vad är på gång, vad är avtalat med deltagaren och vad ska göras härnäst?"
        errors={errors['overlamning']}
        value={ett(svar, 'overlamning')}
        rows={8}
        max={MAX.text}
      />
    </>
  ),
  knapp: () => 'Byt koordinator',
  kvitto: () => 'Ärendet är överlämnat till den nya koordinatorn.',
  hinderfalt: { samma_koordinator: 'koordinator', okand_koordinator: 'koordinator', ej_namngiven: 'koordinator' },
};
