import { z } from 'zod';
import { ersattningar, ersattningsutfall } from '../../domain/koder.js';
import type { Lage } from '../../domain/lage.js';
import { formatDagar, formatDatum } from '../components/format.js';
import { Datumfalt } from '../components/form/falt.js';
import { Textruta } from '../components/form/textruta.js';
import { Radiogrupp, type Alternativ } from '../components/form/val.js';
import { ett, type Beslutsformular, type Formularunderlag } from './formular.js';
import { dag, enAv, kod, MAX, read, valfriText } from './regler.js';
import { alternativ } from './val.js';

const vantande = ({ ersattningar: open = [] }: Lage): readonly Alternativ[] =>
  open.map(({ id, slag, skickad }) => ({ value: id, label: `${ersattningar[slag]}, skickad ${formatDatum(skickad)}` }));

/** The application that the address names, the one that a task asks about, or the only one. */
function first({ lage, ref }: Pick<Formularunderlag, 'lage' | 'ref'>): string | undefined {
  const { ersattningar: open = [], uppgifter } = lage;
  const asked = [ref, uppgifter.find(({ typ }) => typ === 'ersattningsbeslut')?.ref];
  return asked.find((id) => open.some((one) => one.id === id)) ?? (open.length === 1 ? open[0]?.id : undefined);
}

/** The answer to an application for ersättning, or that there is none yet (design 2.8). */
export const ersattningsbeslut: Beslutsformular<'ersattningsbeslut'> = {
  typ: 'ersattningsbeslut',
  ingress: ({ profil }) =>
    `Har inget besked kommit än frågar systemet igen om ${formatDagar(profil.frister.ersattningsbeslutDagar)}.`,
  prov: ({ idag, lage }) => ({ ansokan: lage.ersattningar?.[0]?.id ?? '', datum: idag, utfall: 'beviljad' }),
  forval: ({ idag, lage, ref }) => {
    const ansokan = first({ lage, ref });
    return { datum: idag, ...(ansokan && { ansokan }) };
  },
  tolka(svar, { lage }) {
    const last = read(
      z.object({
        ansokan: enAv(
          vantande(lage).map(({ value }) => value),
          'Välj vilken ansökan beskedet gäller.',
        ),
        utfall: kod(ersattningsutfall, 'Välj vad beskedet blev.'),
        datum: dag('Ange beskedets datum.'),
        text: valfriText(),
      }),
      svar,
    );
    if (!last.ok) return last;
    const { text, ...data } = last.varde;
    return { ok: true, data, formular: { text } };
  },
  Falt: ({ svar, errors, underlag }) => (
    <>
      <Radiogrupp
        name="ansokan"
        label="Ansökan"
        errors={errors['ansokan']}
        options={vantande(underlag.lage)}
        value={ett(svar, 'ansokan')}
      />
      <Radiogrupp
        name="utfall"
        label="Besked"
        errors={errors['utfall']}
        options={alternativ(ersattningsutfall)}
        value={ett(svar, 'utfall')}
      />
      <Datumfalt name="datum" label="Datum" errors={errors['datum']} value={ett(svar, 'datum')} />
      <Textruta
        name="text"
        label="Kommentar"
        frivillig
        errors={errors['text']}
        value={ett(svar, 'text')}
        max={MAX.text}
      />
    </>
  ),
  knapp: () => 'Registrera beskedet',
  kvitto: ({ utfall }) =>
    utfall === 'vantar' ? 'Registrerat: inget besked än.' : `Beskedet är registrerat: ${ersattningsutfall[utfall]}.`,
  hinderfalt: { okand_ansokan: 'ansokan', framtida_datum: 'datum', fore_ansokan: 'datum' },
};
