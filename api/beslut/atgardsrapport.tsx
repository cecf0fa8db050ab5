import { z } from 'zod';
import { atgardsutfall } from '../../domain/koder.js';
import { formatDatum } from '../components/format.js';
import { Radiogrupp } from '../components/form/val.js';
import { Textruta } from '../components/form/textruta.js';
import { ett, type Beslutsformular, type Oppenatgard } from './formular.js';
import { enAv, kod, MAX, read, text } from './regler.js';
import { alternativ } from './val.js';

const vem = ({ verksamhet, ansvarig }: Oppenatgard): string =>
  ansvarig === undefined ? verksamhet : `${verksamhet}, ${ansvarig}`;

/** An action is reported done or hindered by who promised it (design 2.3, 2.7). */
export const atgardsrapport: Beslutsformular<'atgardsrapport'> = {
  typ: 'atgardsrapport',
  ingress: () => 'Berätta om åtgärden är gjord eller vad som har hindrat den. Den som håller i ärendet får veta det.',
  // an empty id is refused by the rule: no action is open
  prov: ({ lage }) => ({
    atgard: lage.uppgifter.find(({ typ }) => typ === 'atgard')?.ref ?? '',
    utfall: 'klar',
  }),
  forval({ atgarder, ref }): Record<string, string> {
    const only = atgarder.length === 1 ? atgarder[0] : atgarder.find(({ id }) => id === ref);
    return only ? { atgard: only.id } : {};
  },
  tolka(svar, { atgarder }) {
    const ids = atgarder.map(({ id }) => id);
    const last = read(
      z.object({
        atgard: enAv(ids, 'Välj vilken åtgärd rapporten gäller.'),
        utfall: kod(atgardsutfall, 'Välj om åtgärden är gjord eller har hindrats.'),
        text: text('Beskriv vad som har gjorts eller vad som har hindrat.'),
      }),
      svar,
    );
    if (!last.ok) return last;
    const { text: rapport, ...data } = last.varde;
    return { ok: true, data, formular: { text: rapport } };
  },
  Falt: ({ svar, errors, underlag }) => (
    <>
      <Radiogrupp
        name="atgard"
        label="Vilken åtgärd?"
        errors={errors['atgard']}
        options={underlag.atgarder.map((one) => ({
          value: one.id,
          label: one.atgard,
          hint: `${vem(one)}. Senast ${formatDatum(one.senast)}.`,
        }))}
        value={ett(svar, 'atgard')}
      />
      <Radiogrupp
        name="utfall"
        label="Hur gick det?"
        errors={errors['utfall']}
        options={alternativ(atgardsutfall)}
        value={ett(svar, 'utfall')}
      />
      <Textruta name="text" label="Beskriv" errors={errors['text']} value={ett(svar, 'text')} rows={8} max={MAX.text} />
    </>
  ),
  knapp: () => 'Rapportera åtgärden',
  kvitto: () => 'Åtgärden är rapporterad.',
  hinderfalt: { okand_atgard: 'atgard' },
};
