import { z } from 'zod';
import { koordning } from '../../domain/ko.js';
import { Falt } from '../components/form/falt.js';
import { Textruta } from '../components/form/textruta.js';
import { formatDatum } from '../components/format.js';
import { ett, type Beslutsformular, type Formularunderlag } from './formular.js';
import { MAX, read, text, valfriText } from './regler.js';

const TUR = 'Ange turen som ett heltal mellan 1 och 999, eller lämna fältet tomt.';

const schema = z.object({
  tur: valfriText(MAX.rad)
    .refine((value) => value === undefined || /^[1-9]\d{0,2}$/.test(value), { error: TUR })
    .transform((value) => (value === undefined ? null : Number(value))),
  skal: text('Skriv varför turen ändras eller står kvar.'),
});

function ingress({ ko, lage }: Formularunderlag): string {
  const plats = ko.toSorted(koordning).findIndex(({ arendeId }) => arendeId === lage.arendeId) + 1;
  const sedan = lage.ko ? `, med beslut ${formatDatum(lage.ko.beslutsdatum)}` : '';
  const missar = lage.ko?.missar ? ` Personen har inte nåtts ${lage.ko.missar} gånger när plats har erbjudits.` : '';
  return `Personen står på plats ${plats} av ${ko.length} i kön${sedan}.${missar}`;
}

/** Sammankallande looks at a turn in the queue: changes it, or lets it be (design 2.5). */
export const koprioritet: Beslutsformular<'koprioritet'> = {
  typ: 'koprioritet',
  ingress,
  prov: () => ({ tur: null }),
  forval: ({ lage }) => ({ tur: lage.ko?.tur === undefined ? '' : String(lage.ko.tur) }),
  tolka(svar) {
    const last = read(schema, svar);
    if (!last.ok) return last;
    const { tur, skal } = last.varde;
    return { ok: true, data: { tur }, formular: { skal } };
  },
  Falt: ({ svar, errors }) => (
    <>
      <Falt
        name="tur"
        label="Tur för hand"
        hint="1 är först, före alla utan tur för hand. Lämna tomt för att gå efter insatsens regler och beslutsdatum."
        errors={errors['tur']}
        value={ett(svar, 'tur')}
        inputmode="numeric"
        bredd="kort"
        frivillig
      />
      <Textruta
        name="skal"
        label="Skäl"
        hint="Till exempel varför personen går före, eller att behovet finns kvar."
        errors={errors['skal']}
        value={ett(svar, 'skal')}
        max={MAX.text}
      />
    </>
  ),
  knapp: () => 'Spara turen',
  kvitto: ({ tur }) =>
    tur === null ? 'Turen går efter reglerna och beslutsdatum.' : `Personen har tur ${tur} för hand.`,
  hinderfalt: { ogiltig_tur: 'tur' },
};
