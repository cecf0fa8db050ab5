import { z } from 'zod';
import { Textruta } from '../components/form/textruta.js';
import { ett, type Beslutsformular } from './formular.js';
import { MAX, read, valfriText } from './regler.js';

const schema = z.object({ skal: valfriText() });

/** Sammankallande closes a case whose remittent never reported back (design 2.3). */
export const uteblivenAterkoppling: Beslutsformular<'utebliven_aterkoppling'> = {
  typ: 'utebliven_aterkoppling',
  ingress: () => 'Remittenten har påmints men inte återkopplat på rådet. Ärendet stängs.',
  prov: () => ({}),
  tolka(svar) {
    const last = read(schema, svar);
    return last.ok ? { ok: true, data: {}, formular: last.varde } : last;
  },
  Falt: ({ svar, errors }) => (
    <Textruta
      name="skal"
      label="Vad har gjorts för att nå remittenten?"
      frivillig
      errors={errors['skal']}
      value={ett(svar, 'skal')}
      max={MAX.text}
    />
  ),
  knapp: () => 'Stäng utan återkoppling',
  kvitto: () => 'Ärendet är stängt utan återkoppling.',
};
