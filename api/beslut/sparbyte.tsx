import { z } from 'zod';
import { koder, spar, type Spar } from '../../domain/koder.js';
import type { Lage } from '../../domain/lage.js';
import { Textruta } from '../components/form/textruta.js';
import { Radiogrupp } from '../components/form/val.js';
import { ett, type Beslutsformular } from './formular.js';
import { kod, MAX, read, text } from './regler.js';
import { alternativ } from './val.js';

const schema = z.object({
  spar: kod(spar, 'Välj det nya spåret.'),
  skal: text('Skriv varför spåret byts.'),
});

const others = ({ spar: now }: Lage): Spar[] => koder(spar).filter((one) => one !== now);

/** Another spår than the one chosen after the kartläggning (design 2.6). */
export const sparbyte: Beslutsformular<'sparbyte'> = {
  typ: 'sparbyte',
  ingress: ({ lage }) => (lage.spar === undefined ? undefined : `Ärendet har nu spåret ${spar[lage.spar]}.`),
  prov: ({ lage }) => ({ spar: others(lage)[0] ?? 'snabbspar' }),
  tolka(svar) {
    const last = read(schema, svar);
    if (!last.ok) return last;
    const { skal, ...data } = last.varde;
    return { ok: true, data, formular: { skal } };
  },
  Falt: ({ svar, errors, underlag }) => (
    <>
      <Radiogrupp
        name="spar"
        label="Nytt spår"
        errors={errors['spar']}
        options={alternativ(spar).filter(({ value }) => value !== underlag.lage.spar)}
        value={ett(svar, 'spar')}
      />
      <Textruta name="skal" label="Varför?" errors={errors['skal']} value={ett(svar, 'skal')} max={MAX.text} />
    </>
  ),
  knapp: () => 'Byt spår',
  kvitto: ({ spar: valt }) => `Ärendet har nu spåret ${spar[valt]}.`,
  hinderfalt: { samma_spar: 'spar' },
};
