import { z } from 'zod';
import { faser, type Fas } from '../../domain/faser.js';
import { spar } from '../../domain/koder.js';
import type { Beslutsunderlag } from '../../domain/beslutsunderlag.js';
import { Datumfalt } from '../components/form/falt.js';
import { Textruta } from '../components/form/textruta.js';
import { Radiogrupp } from '../components/form/val.js';
import { ett, type Beslutsformular } from './formular.js';
import { dag, enAv, kod, MAX, read, text } from './regler.js';
import { alternativ } from './val.js';

type Till = Beslutsunderlag['utan_kartlaggning']['till'];

const TILL = ['process', 'bada'] as const satisfies readonly Fas[];

const isTill = (fas: string): fas is Till => (TILL as readonly string[]).includes(fas);

const schema = z.object({
  datum: dag('Ange när teamet beslutade.'),
  skal: text('Skriv teamets skäl för att gå vidare utan kartläggning.'),
  spar: kod(spar, 'Välj spår.'),
  till: enAv(TILL, 'Välj vilken fas ärendet går till.').refine(isTill),
});

/** The team's decision to go on without a kartläggning (design 2.6). */
export const utanKartlaggning: Beslutsformular<'utan_kartlaggning'> = {
  typ: 'utan_kartlaggning',
  ingress: () =>
    'Registrera teamets beslut att gå vidare utan kartläggning. Genomförandeplan och första skattning görs ändå.',
  prov: ({ idag }) => ({ datum: idag, spar: 'snabbspar', till: 'process' }),
  forval: ({ idag }) => ({ datum: idag }),
  tolka(svar) {
    const last = read(schema, svar);
    if (!last.ok) return last;
    const { skal, ...data } = last.varde;
    return { ok: true, data, formular: { skal } };
  },
  Falt: ({ svar, errors }) => (
    <>
      <Datumfalt name="datum" label="Teamets beslut" errors={errors['datum']} value={ett(svar, 'datum')} />
      <Textruta
        name="skal"
        label="Varför görs ingen kartläggning?"
        errors={errors['skal']}
        value={ett(svar, 'skal')}
        max={MAX.text}
      />
      <Radiogrupp
        name="spar"
        label="Spår"
        errors={errors['spar']}
        options={alternativ(spar)}
        value={ett(svar, 'spar')}
      />
      <Radiogrupp
        name="till"
        label="Ny fas"
        errors={errors['till']}
        options={TILL.map((value) => ({ value, label: faser[value] }))}
        value={ett(svar, 'till')}
      />
    </>
  ),
  knapp: () => 'Registrera teamets beslut',
  kvitto: ({ till }) => `Teamets beslut är registrerat. Ärendet är i fasen ${faser[till]}.`,
  hinderfalt: { framtida_datum: 'datum' },
};
