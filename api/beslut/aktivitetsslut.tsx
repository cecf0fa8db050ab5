import { z } from 'zod';
import { aktiviteter } from '../../domain/koder.js';
import type { Lage, OppenAktivitet } from '../../domain/lage.js';
import { formatDatum } from '../components/format.js';
import { Datumfalt } from '../components/form/falt.js';
import { Textruta } from '../components/form/textruta.js';
import { Radiogrupp, type Alternativ } from '../components/form/val.js';
import { ett, type Beslutsformular, type Formularunderlag } from './formular.js';
import { dag, enAv, MAX, read, text } from './regler.js';

const namn = ({ slag, fran, till }: OppenAktivitet): string =>
  `${aktiviteter[slag]}, ${formatDatum(fran)}${till === undefined ? '' : ` – ${formatDatum(till)}`}`;

const pagaende = ({ aktiviteter: open = [] }: Lage): readonly Alternativ[] =>
  open.map((one) => ({ value: one.id, label: namn(one) }));

/** The activity that the address names, the one that a task asks about, or the only one. */
function first({ lage, ref }: Pick<Formularunderlag, 'lage' | 'ref'>): string | undefined {
  const { aktiviteter: open = [], uppgifter } = lage;
  const asked = [ref, uppgifter.find(({ typ }) => typ === 'aktivitetsslut')?.ref];
  return asked.find((id) => open.some((one) => one.id === id)) ?? (open.length === 1 ? open[0]?.id : undefined);
}

/** What came of an activity that has ended (design 2.8). */
export const aktivitetsslut: Beslutsformular<'aktivitetsslut'> = {
  typ: 'aktivitetsslut',
  prov: ({ idag, lage }) => ({ aktivitet: lage.aktiviteter?.[0]?.id ?? '', datum: idag }),
  forval: ({ lage, ref }) => {
    const aktivitet = first({ lage, ref });
    const till = lage.aktiviteter?.find(({ id }) => id === aktivitet)?.till;
    return { ...(aktivitet && { aktivitet }), ...(till && { datum: till }) };
  },
  tolka(svar, { lage }) {
    const last = read(
      z.object({
        aktivitet: enAv(
          pagaende(lage).map(({ value }) => value),
          'Välj vilken aktivitet som har slutat.',
        ),
        datum: dag('Ange aktivitetens sista dag.'),
        resultat: text('Skriv vad aktiviteten ledde till.'),
      }),
      svar,
    );
    if (!last.ok) return last;
    const { resultat, ...data } = last.varde;
    return { ok: true, data, formular: { resultat } };
  },
  Falt: ({ svar, errors, underlag }) => (
    <>
      <Radiogrupp
        name="aktivitet"
        label="Aktivitet som har slutat"
        errors={errors['aktivitet']}
        options={pagaende(underlag.lage)}
        value={ett(svar, 'aktivitet')}
      />
      <Datumfalt name="datum" label="Sista dag" errors={errors['datum']} value={ett(svar, 'datum')} />
      <Textruta
        name="resultat"
        label="Resultat"
        errors={errors['resultat']}
        value={ett(svar, 'resultat')}
        rows={8}
        max={MAX.text}
      />
    </>
  ),
  knapp: () => 'Avsluta aktiviteten',
  kvitto: () => 'Aktiviteten är avslutad.',
  hinderfalt: { okand_aktivitet: 'aktivitet', framtida_datum: 'datum', inte_borjat: 'datum', fore_start: 'datum' },
};
