import { z } from 'zod';
import { rekommendationer } from '../../domain/koder.js';
import { formatTidpunkt } from '../components/format.js';
import { Kryssrutor, Radiogrupp } from '../components/form/val.js';
import { Textruta } from '../components/form/textruta.js';
import { AtgarderFalt, hasAtgarder, readAtgarder } from './atgarder.js';
import { ett, flera, type Beslutsformular } from './formular.js';
import { fleraAv, kod, MAX, read, text } from './regler.js';
import { alternativ, namngivna } from './val.js';

const HINTS: Readonly<Record<string, string>> = {
  rad: 'Skriv minst en åtgärd nedan. Remittenten återkopplar hur det gick.',
  inskrivning: 'Remittenten frågar personen, som själv svarar ja eller nej.',
  bordlagd: 'Tas upp på teamets nästa möte. Välj detta när för få verksamheter var med.',
  inte_aktuell: 'Ärendet stängs.',
};

const ATGARD_SAKNAS = 'Skriv minst en åtgärd när teamet ger råd.';
const ATGARD_FEL_UTFALL = 'Åtgärder hör till utfallet Råd. Ta bort dem eller välj Råd.';

/** What the team recommends, recorded at its meeting (design 2.3). */
export const rekommendation: Beslutsformular<'rekommendation'> = {
  typ: 'rekommendation',
  ingress: ({ lage }) =>
    lage.mote &&
    `Mötet ${formatTidpunkt(lage.mote.borjar)}. ${lage.yttranden?.length ?? 0} av ${lage.samtycken.length} verksamheter har lämnat yttrande. Minst ${lage.mote.quorum} behöver vara med.`,
  prov: () => ({ utfall: 'bordlagd', narvarande: [] }),
  tolka(svar, { verksamheter, idag }) {
    const ids = verksamheter.map(({ id }) => id);
    const last = read(
      z.object({
        narvarande: fleraAv(ids, 'Välj bland de verksamheter som samtycket omfattar.'),
        utfall: kod(rekommendationer, 'Välj vad teamet rekommenderar.'),
        motivering: text('Skriv teamets motivering.'),
      }),
      svar,
    );
    const rows = readAtgarder(svar, ids, idag);
    const errors = { ...(last.ok ? {} : last.errors), ...rows.errors };
    const utfall = ett(svar, 'utfall');
    if (utfall === 'rad' && !hasAtgarder(svar)) errors['atgard-1'] = [ATGARD_SAKNAS];
    if (utfall !== '' && utfall !== 'rad' && hasAtgarder(svar)) errors['atgard-1'] = [ATGARD_FEL_UTFALL];
    if (!last.ok || Object.keys(errors).length > 0) return { ok: false, errors };
    const { motivering, ...data } = last.varde;
    return { ok: true, data, formular: { motivering, atgarder: rows.atgarder } };
  },
  Falt: (props) => {
    const { svar, errors, underlag } = props;
    return (
      <>
        <Kryssrutor
          name="narvarande"
          label="Verksamheter som var med"
          errors={errors['narvarande']}
          options={namngivna(underlag.verksamheter)}
          value={flera(svar, 'narvarande')}
        />
        <Radiogrupp
          name="utfall"
          label="Teamet rekommenderar"
          errors={errors['utfall']}
          options={alternativ(rekommendationer).map((one) => ({ ...one, hint: HINTS[one.value] ?? '' }))}
          value={ett(svar, 'utfall')}
        />
        <Textruta
          name="motivering"
          label="Motivering"
          errors={errors['motivering']}
          value={ett(svar, 'motivering')}
          rows={8}
          max={MAX.text}
        />
        <h2>Åtgärder vid råd</h2>
        <AtgarderFalt {...props} />
      </>
    );
  },
  knapp: () => 'Lämna rekommendation',
  kvitto: ({ utfall }) => `Rekommendationen är registrerad: ${rekommendationer[utfall]}.`,
  hinderfalt: { inte_beslutsfort: 'narvarande', avidentifierad: 'utfall' },
};
