import { z } from 'zod';
import { hinder } from '../../domain/hinder.js';
import { Falt } from '../components/form/falt.js';
import { Radiogrupp } from '../components/form/val.js';
import { Textruta } from '../components/form/textruta.js';
import { ett, type Beslutsformular } from './formular.js';
import { kronor, Riktlinjer } from './medel.js';
import { jaNej, MAX, read, text } from './regler.js';
import { JA_NEJ } from './val.js';

const schema = z.object({
  vad: text('Skriv vad som ska köpas.', MAX.rad),
  motivering: text('Skriv varför det behövs.'),
  belopp: kronor,
  extern: jaNej('Välj om det gäller en extern specialist.'),
});

/** The koordinator proposes kompetenshöjande medel (design 2.7). */
export const medelforslag: Beslutsformular<'medelforslag'> = {
  typ: 'medelforslag',
  ingress: () =>
    'Sammankallande beslutar inom riktlinjerna. Över taket, när årets summa inte räcker och alltid för en extern specialist beslutar styrgruppen.',
  prov: () => ({ belopp: 1, extern: false }),
  hinder: ({ profil }) =>
    profil.medel
      ? undefined
      : hinder('utan_riktlinjer', 'Styrgruppen har inte beslutat om kompetenshöjande medel för insatsen.'),
  tolka(svar) {
    const last = read(schema, svar);
    if (!last.ok) return last;
    const { belopp, extern, ...formular } = last.varde;
    return { ok: true, data: { belopp, extern }, formular };
  },
  Falt: ({ svar, errors, underlag }) => (
    <>
      <Riktlinjer {...underlag} />
      <Falt
        name="vad"
        label="Vad?"
        hint="Skriv utan namn: styrgruppen kan behöva läsa det."
        errors={errors['vad']}
        value={ett(svar, 'vad')}
      />
      <Textruta
        name="motivering"
        label="Varför behövs det?"
        hint="Skriv utan namn: styrgruppen kan behöva läsa det."
        errors={errors['motivering']}
        value={ett(svar, 'motivering')}
        max={MAX.text}
      />
      <Falt
        name="belopp"
        label="Kronor"
        inputmode="numeric"
        bredd="kort"
        errors={errors['belopp']}
        value={ett(svar, 'belopp')}
      />
      <Radiogrupp
        name="extern"
        label="Gäller det en extern specialist?"
        errors={errors['extern']}
        options={JA_NEJ}
        value={ett(svar, 'extern')}
        rad
      />
    </>
  ),
  knapp: () => 'Föreslå inköpet',
  kvitto: () => 'Förslaget är skickat.',
  hinderfalt: { belopp: 'belopp' },
};
