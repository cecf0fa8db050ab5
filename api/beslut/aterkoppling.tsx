import { z } from 'zod';
import { aterkopplingar } from '../../domain/koder.js';
import { Radiogrupp } from '../components/form/val.js';
import { Textruta } from '../components/form/textruta.js';
import { ett, type Beslutsformular } from './formular.js';
import { kod, MAX, read, samband, valfriText } from './regler.js';
import { alternativ } from './val.js';

const TILLBAKA: readonly string[] = ['delvis', 'gick_inte'];

const schema = z
  .object({ utfall: kod(aterkopplingar, 'Välj hur det gick med rådet.'), text: valfriText() })
  .refine(
    ({ utfall, text }) => !TILLBAKA.includes(utfall) || text !== undefined,
    samband('text', 'Beskriv vad som inte gick, så att teamet kan ta upp ärendet på nytt.'),
  );

/** How it went with the team's advice (design 2.3). */
export const aterkoppling: Beslutsformular<'aterkoppling'> = {
  typ: 'aterkoppling',
  ingress: () => 'Gick det delvis eller inte alls tar teamet upp ärendet på nytt. Annars stängs ärendet.',
  prov: () => ({ utfall: 'genomfort' }),
  tolka(svar) {
    const last = read(schema, svar);
    if (!last.ok) return last;
    return { ok: true, data: { utfall: last.varde.utfall }, formular: { text: last.varde.text } };
  },
  Falt: ({ svar, errors }) => (
    <>
      <Radiogrupp
        name="utfall"
        label="Hur gick det?"
        errors={errors['utfall']}
        options={alternativ(aterkopplingar)}
        value={ett(svar, 'utfall')}
      />
      <Textruta
        name="text"
        label="Beskriv"
        hint="Behövs när rådet gick delvis eller inte alls."
        errors={errors['text']}
        value={ett(svar, 'text')}
        max={MAX.text}
      />
    </>
  ),
  knapp: () => 'Skicka återkopplingen',
  kvitto: ({ utfall }) =>
    TILLBAKA.includes(utfall)
      ? 'Återkopplingen är skickad. Teamet tar upp ärendet på nytt.'
      : 'Återkopplingen är skickad och ärendet stängt.',
};
