import { z } from 'zod';
import { Datumfalt, Falt } from '../components/form/falt.js';
import { Radiogrupp } from '../components/form/val.js';
import { Textruta } from '../components/form/textruta.js';
import { ett, type Beslutsformular } from './formular.js';
import { dag, jaNejEllerInget, MAX, read, samband, text, valfriText } from './regler.js';
import { JA_NEJ } from './val.js';

const schema = z
  .object({
    avslutsdatum: dag('Ange deltagarens sista dag.'),
    analys: text('Skriv analysen och vad som föreslås framöver.'),
    overlamningTill: valfriText(MAX.rad),
    overlamningKontakt: valfriText(MAX.rad),
    overlamningMottagen: jaNejEllerInget,
  })
  .refine(
    ({ overlamningTill, overlamningKontakt }) => overlamningKontakt === undefined || overlamningTill !== undefined,
    samband('overlamningTill', 'Skriv vilken verksamhet som tar över.'),
  )
  .refine(
    ({ overlamningTill, overlamningKontakt }) => overlamningTill === undefined || overlamningKontakt !== undefined,
    samband('overlamningKontakt', 'Skriv vem hos den mottagande verksamheten som tar över.'),
  );

/** Leaving the insats: the last day, the analysis and the överlämning (design 2.10). */
export const avslut: Beslutsformular<'avslut'> = {
  typ: 'avslut',
  ingress: ({ profil }) =>
    `Efter avslutet har du ${profil.frister.avslutsuppgifterDagar} dagar på dig att registrera orsak, sysselsättning och försörjning. Uppföljningen görs efter ${profil.frister.uppfoljningDag} dagar.`,
  prov: ({ idag }) => ({ avslutsdatum: idag }),
  forval: ({ idag }) => ({ avslutsdatum: idag }),
  tolka(svar) {
    const last = read(schema, svar);
    if (!last.ok) return last;
    const { avslutsdatum, ...formular } = last.varde;
    return { ok: true, data: { avslutsdatum }, formular };
  },
  Falt: ({ svar, errors }) => (
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
        label="Analys och förslag"
        errors={errors['analys']}
        value={ett(svar, 'analys')}
        rows={8}
        max={MAX.text}
      />
      <h2>Överlämning</h2>
      <p>Fyll i när personen går vidare till en myndighet eller annan verksamhet.</p>
      <Falt
        name="overlamningTill"
        label="Mottagande verksamhet"
        frivillig
        errors={errors['overlamningTill']}
        value={ett(svar, 'overlamningTill')}
      />
      <Falt
        name="overlamningKontakt"
        label="Kontaktperson där"
        frivillig
        errors={errors['overlamningKontakt']}
        value={ett(svar, 'overlamningKontakt')}
      />
      <Radiogrupp
        name="overlamningMottagen"
        label="Är överlämningen mottagen?"
        frivillig
        errors={errors['overlamningMottagen']}
        options={JA_NEJ}
        value={ett(svar, 'overlamningMottagen')}
        rad
      />
    </>
  ),
  knapp: () => 'Avsluta insatsen',
  kvitto: () => 'Insatsen är avslutad.',
  hinderfalt: { fore_start: 'avslutsdatum', inte_borjat: 'avslutsdatum', framtida_datum: 'avslutsdatum' },
};
