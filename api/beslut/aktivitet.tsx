import { z } from 'zod';
import { aktiviteter } from '../../domain/koder.js';
import { Datumfalt, Falt } from '../components/form/falt.js';
import { Textruta } from '../components/form/textruta.js';
import { Radiogrupp } from '../components/form/val.js';
import { ett, type Beslutsformular } from './formular.js';
import { dag, kod, MAX, procent, read, text, valfriDag, valfriText } from './regler.js';
import { alternativ } from './val.js';

const schema = z.object({
  slag: kod(aktiviteter, 'Välj vilken aktivitet det är.'),
  plats: text('Skriv var aktiviteten är: arbetsplats, skola eller mottagning.', MAX.rad),
  fran: dag('Ange aktivitetens första dag.'),
  till: valfriDag,
  omfattning: procent('Ange omfattningen i procent av heltid.'),
  text: valfriText(),
});

/** Arbetsprövning, praktik, anställning, studier, utredning or behandling (design 2.8). */
export const aktivitet: Beslutsformular<'aktivitet'> = {
  typ: 'aktivitet',
  ingress: ({ lage }) =>
    lage.fas === 'kartlaggning'
      ? 'Flera aktiviteter kan pågå samtidigt. Arbetsprövning och praktik kan registreras när kartläggningen är klar.'
      : 'Flera aktiviteter kan pågå samtidigt. Anges en sista dag kommer en uppgift om resultatet när den har passerat.',
  prov: ({ idag, lage: { startdatum = idag } }) => ({ slag: 'studier', fran: startdatum > idag ? startdatum : idag }),
  tolka(svar) {
    const last = read(schema, svar);
    if (!last.ok) return last;
    const { slag, fran, till, ...formular } = last.varde;
    return { ok: true, data: { slag, fran, ...(till !== undefined && { till }) }, formular };
  },
  Falt: ({ svar, errors }) => (
    <>
      <Radiogrupp
        name="slag"
        label="Aktivitet"
        errors={errors['slag']}
        options={alternativ(aktiviteter)}
        value={ett(svar, 'slag')}
      />
      <Falt name="plats" label="Plats" errors={errors['plats']} value={ett(svar, 'plats')} bredd="full" />
      <Datumfalt name="fran" label="Första dag" errors={errors['fran']} value={ett(svar, 'fran')} />
      <Datumfalt name="till" label="Sista dag" frivillig errors={errors['till']} value={ett(svar, 'till')} />
      <Falt
        name="omfattning"
        label="Omfattning i procent av heltid"
        hint="Ett helt tal från 1 till 100."
        errors={errors['omfattning']}
        value={ett(svar, 'omfattning')}
        bredd="kort"
      />
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
  knapp: () => 'Registrera aktiviteten',
  kvitto: ({ slag }) => `${aktiviteter[slag]} är registrerad.`,
  hinderfalt: { fore_start: 'fran', for_langt_fram: 'fran', slut_fore_start: 'till', fore_kartlaggning: 'slag' },
};
