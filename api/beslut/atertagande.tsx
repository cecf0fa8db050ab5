import { z } from 'zod';
import { Textruta } from '../components/form/textruta.js';
import { ett, type Beslutsformular } from './formular.js';
import { MAX, read, valfriText } from './regler.js';

const schema = z.object({ skal: valfriText() });

/** The remittent takes the remiss back (design 2.2). */
export const atertagande: Beslutsformular<'atertagande'> = {
  typ: 'atertagande',
  ingress: () =>
    'Ärendet stängs. De som arbetar med det får veta det, och en plats i kön går vidare till nästa person.',
  prov: () => ({}),
  tolka(svar) {
    const last = read(schema, svar);
    return last.ok ? { ok: true, data: {}, formular: last.varde } : last;
  },
  Falt: ({ svar, errors }) => (
    <Textruta
      name="skal"
      label="Varför tar du tillbaka remissen?"
      frivillig
      errors={errors['skal']}
      value={ett(svar, 'skal')}
      max={MAX.text}
    />
  ),
  knapp: () => 'Ta tillbaka remissen',
  kvitto: () => 'Remissen är tillbakatagen.',
};
