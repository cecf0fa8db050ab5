import { z } from 'zod';
import { uteblivenKomplettering as utfallslista } from '../../domain/koder.js';
import { Datumfalt } from '../components/form/falt.js';
import { Textruta } from '../components/form/textruta.js';
import { Radiogrupp } from '../components/form/val.js';
import { ett, type Beslutsformular } from './formular.js';
import { kod, MAX, read, samband, valfriDag, valfriText } from './regler.js';
import { alternativ } from './val.js';

const HINTS: Readonly<Record<string, string>> = {
  provas_anda: 'Ärendet tas upp på teamets nästa möte.',
  ny_frist: 'Remittenten påminns igen.',
  stangs: 'Remittenten får veta det.',
};

const schema = z
  .object({ utfall: kod(utfallslista, 'Välj vad som ska hända med remissen.'), senast: valfriDag, skal: valfriText() })
  .refine(
    ({ utfall, senast }) => utfall !== 'ny_frist' || senast !== undefined,
    samband('senast', 'Ange till och med vilken dag remittenten har på sig.'),
  )
  .refine(
    ({ utfall, senast }) => utfall === 'ny_frist' || senast === undefined,
    samband('senast', 'Datumet hör till svaret Ge ny tid. Ta bort det eller välj det svaret.'),
  );

/** Sammankallande decides what becomes of a remiss that was not completed (design 2.2). */
export const uteblivenKomplettering: Beslutsformular<'utebliven_komplettering'> = {
  typ: 'utebliven_komplettering',
  ingress: () => 'Remittenten och hennes ersättare har påmints men inte kompletterat remissen.',
  prov: () => ({ utfall: 'stangs' }),
  tolka(svar) {
    const last = read(schema, svar);
    if (!last.ok) return last;
    const { utfall, senast, skal } = last.varde;
    return { ok: true, data: { utfall, ...(senast === undefined ? {} : { senast }) }, formular: { skal } };
  },
  Falt: ({ svar, errors }) => (
    <>
      <Radiogrupp
        name="utfall"
        label="Vad ska hända med remissen?"
        errors={errors['utfall']}
        options={alternativ(utfallslista).map((one) => ({ ...one, hint: HINTS[one.value] ?? '' }))}
        value={ett(svar, 'utfall')}
      />
      <Datumfalt
        name="senast"
        label="Ny sista dag"
        hint="Behövs bara när remittenten får ny tid."
        errors={errors['senast']}
        value={ett(svar, 'senast')}
      />
      <Textruta
        name="skal"
        label="Vad har gjorts för att nå remittenten?"
        frivillig
        errors={errors['skal']}
        value={ett(svar, 'skal')}
        max={MAX.text}
      />
    </>
  ),
  knapp: () => 'Registrera',
  kvitto: ({ utfall }) =>
    ({
      provas_anda: 'Remissen prövas som den är på teamets nästa möte.',
      ny_frist: 'Remittenten har fått ny tid.',
      stangs: 'Ärendet är stängt utan komplettering.',
    })[utfall],
  hinderfalt: {
    samtycke_saknas: 'utfall',
    frist_saknas: 'senast',
    frist_passerad: 'senast',
    for_lang_frist: 'senast',
  },
};
