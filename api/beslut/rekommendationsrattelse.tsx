import { z } from 'zod';
import { Kryssrutor } from '../components/form/val.js';
import { Textruta } from '../components/form/textruta.js';
import { ett, flera, type Beslutsformular } from './formular.js';
import { fleraAv, MAX, read, text } from './regler.js';
import { namngivna } from './val.js';

/** Corrects the text and the närvaro of the latest recommendation (design 2.3). */
export const rekommendationsrattelse: Beslutsformular<'rekommendationsrattelse'> = {
  typ: 'rekommendationsrattelse',
  ingress: () =>
    'Rätta motiveringen eller närvaron. Det som stod förut finns kvar att läsa. Själva rekommendationen kan inte ändras här, eftersom den redan har fått följder: ta upp ärendet på ett nytt möte om den var fel.',
  prov: ({ rekommendation, lage }) => ({
    rekommendation: rekommendation?.id ?? '',
    narvarande: lage.samtycken.slice(0, 1),
  }),
  forval: ({ rekommendation }) => ({
    motivering: rekommendation?.motivering ?? '',
    narvarande: [...(rekommendation?.narvarande ?? [])],
  }),
  tolka(svar, { verksamheter, rekommendation }) {
    const kanda = [...verksamheter.map(({ id }) => id), ...(rekommendation?.narvarande ?? [])];
    const last = read(
      z.object({
        narvarande: fleraAv(kanda, 'Välj bland verksamheterna i listan.'),
        motivering: text('Skriv teamets motivering.'),
        skal: text('Skriv vad som var fel.'),
      }),
      svar,
    );
    if (!last.ok) return last;
    const { narvarande, ...formular } = last.varde;
    return { ok: true, data: { rekommendation: rekommendation?.id ?? '', narvarande }, formular };
  },
  Falt: ({ svar, errors, underlag }) => (
    <>
      <Kryssrutor
        name="narvarande"
        label="Verksamheter som var med"
        errors={errors['narvarande']}
        options={namngivna(underlag.verksamheter)}
        value={flera(svar, 'narvarande')}
      />
      <Textruta
        name="motivering"
        label="Motivering"
        errors={errors['motivering']}
        value={ett(svar, 'motivering')}
        rows={8}
        max={MAX.text}
      />
      <Textruta name="skal" label="Vad var fel?" errors={errors['skal']} value={ett(svar, 'skal')} max={MAX.text} />
    </>
  ),
  knapp: () => 'Rätta rekommendationen',
  kvitto: () => 'Rekommendationen är rättad.',
  hinderfalt: { utan_narvaro: 'narvarande', inte_beslutsfort: 'narvarande' },
};
