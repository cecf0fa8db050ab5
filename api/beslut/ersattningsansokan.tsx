import { z } from 'zod';
import { ersattningar } from '../../domain/koder.js';
import { formatDagar } from '../components/format.js';
import { Datumfalt } from '../components/form/falt.js';
import { Textruta } from '../components/form/textruta.js';
import { Radiogrupp } from '../components/form/val.js';
import { ett, type Beslutsformular } from './formular.js';
import { dag, kod, MAX, read, valfriText } from './regler.js';
import { alternativ } from './val.js';

const schema = z.object({
  slag: kod(ersattningar, 'Välj vilken ersättning ansökan gäller.'),
  skickad: dag('Ange när ansökan skickades.'),
  text: valfriText(),
});

/** An application for ersättning has been sent (design 2.8). */
export const ersattningsansokan: Beslutsformular<'ersattningsansokan'> = {
  typ: 'ersattningsansokan',
  ingress: ({ profil }) =>
    `Om ${formatDagar(profil.frister.ersattningsbeslutDagar)} kommer en uppgift om att följa upp beskedet. Ett underlag till ansökan skrivs ut från fliken Plan.`,
  prov: ({ idag }) => ({ slag: 'sjukersattning', skickad: idag }),
  forval: ({ idag }) => ({ skickad: idag }),
  tolka(svar) {
    const last = read(schema, svar);
    if (!last.ok) return last;
    const { text, ...data } = last.varde;
    return { ok: true, data, formular: { text } };
  },
  Falt: ({ svar, errors }) => (
    <>
      <Radiogrupp
        name="slag"
        label="Ersättning"
        errors={errors['slag']}
        options={alternativ(ersattningar)}
        value={ett(svar, 'slag')}
      />
      <Datumfalt name="skickad" label="Skickad" errors={errors['skickad']} value={ett(svar, 'skickad')} />
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
  knapp: () => 'Registrera ansökan',
  kvitto: ({ slag }) => `Ansökan är registrerad: ${ersattningar[slag]}.`,
  hinderfalt: { framtida_datum: 'skickad', fore_start: 'skickad' },
};
