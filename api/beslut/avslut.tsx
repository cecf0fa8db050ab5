import { z } from 'zod';
import { formatDagar } from '../components/format.js';
import { Datumfalt } from '../components/form/falt.js';
import { Radiogrupp } from '../components/form/val.js';
import { Textruta } from '../components/form/textruta.js';
import { ett, type Beslutsformular } from './formular.js';
import {
  harOverlamning,
  INGEN_OVERLAMNING,
  Overlamningsfalt,
  overlamningsfalt,
  overlamningsfel,
} from './overlamning.js';
import { dag, jaNej, MAX, read, text, valfriText } from './regler.js';
import { JA_NEJ } from './val.js';

const schema = z
  .object({
    avslutsdatum: dag('Ange deltagarens sista dag.'),
    analys: text('Skriv analysen.'),
    forslag: valfriText(),
    overlamning: jaNej('Välj om en myndighet eller annan verksamhet tar över.'),
    ...overlamningsfalt,
  })
  .refine((svar) => svar.overlamning || !harOverlamning(svar), INGEN_OVERLAMNING);

/** Leaving the insats: the last day, the analysis and the överlämning (design 2.10). */
export const avslut: Beslutsformular<'avslut'> = {
  typ: 'avslut',
  ingress: ({ profil }) =>
    `Remittenten och teamet får läsa analysen och förslagen, inom samtycket. Efter avslutet har du ${formatDagar(profil.frister.avslutsuppgifterDagar)} på dig att registrera orsak, sysselsättning och försörjning. Uppföljningen görs efter ${formatDagar(profil.frister.uppfoljningDag)}.`,
  prov: ({ idag }) => ({ avslutsdatum: idag }),
  forval: ({ idag }) => ({ avslutsdatum: idag }),
  tolka(svar) {
    const last = read(schema, svar);
    const saknas = ett(svar, 'overlamning') === 'ja' ? overlamningsfel(given(svar)) : {};
    if (!last.ok || Object.keys(saknas).length > 0)
      return { ok: false, errors: { ...saknas, ...(last.ok ? {} : last.errors) } };
    const { avslutsdatum, overlamning, ...formular } = last.varde;
    return { ok: true, data: { avslutsdatum, overlamning }, formular };
  },
  Falt: (props) => {
    const { svar, errors } = props;
    return (
      <>
        <Datumfalt
          name="avslutsdatum"
          label="Avslutsdatum"
          hint="Deltagarens sista dag."
          errors={errors['avslutsdatum']}
          value={ett(svar, 'avslutsdatum')}
        />
        <Textruta
          name="analys"
          label="Analys"
          hint="Vad insatsen har lett till, och hur läget är nu."
          errors={errors['analys']}
          value={ett(svar, 'analys')}
          rows={8}
          max={MAX.text}
        />
        <Textruta
          name="forslag"
          label="Förslag på fortsatta insatser"
          frivillig
          errors={errors['forslag']}
          value={ett(svar, 'forslag')}
          max={MAX.text}
        />
        <h2>Överlämning</h2>
        <Radiogrupp
          name="overlamning"
          label="Tar en myndighet eller annan verksamhet över?"
          hint="Ja för alla som går tillbaka till en myndighet. Fyll då i vem som tar över."
          errors={errors['overlamning']}
          options={JA_NEJ}
          value={ett(svar, 'overlamning')}
          rad
        />
        <Overlamningsfalt {...props} />
      </>
    );
  },
  knapp: () => 'Avsluta insatsen',
  kvitto: () => 'Insatsen är avslutad.',
  hinderfalt: { fore_start: 'avslutsdatum', inte_borjat: 'avslutsdatum', framtida_datum: 'avslutsdatum' },
};

/** The överlämning as far as it could be read, so that everything missing of it is told at once. */
function given(svar: Parameters<typeof ett>[0]) {
  const last = read(z.object(overlamningsfalt), svar);
  return last.ok ? last.varde : { overlamningTill: '', overlamningKontakt: '', overlamningMottagen: false };
}
