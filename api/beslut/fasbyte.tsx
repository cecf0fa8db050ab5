import { z } from 'zod';
import { arbetsfaser, faser, type Fas } from '../../domain/faser.js';
import { Radiogrupp } from '../components/form/val.js';
import { Textruta } from '../components/form/textruta.js';
import { ett, type Beslutsformular } from './formular.js';
import { MAX, enAv, read, valfriText } from './regler.js';

type Arbetsfas = (typeof arbetsfaser)[number];

const others = (now: Fas): Arbetsfas[] => arbetsfaser.filter((fas) => fas !== now);

const isArbetsfas = (fas: string): fas is Arbetsfas => (arbetsfaser as readonly string[]).includes(fas);

/** Movement between process and verkställighet, which may both be open (design 2.8). */
export const fasbyte: Beslutsformular<'fasbyte'> = {
  typ: 'fasbyte',
  ingress: ({ lage }) => `Ärendet är nu i fasen ${faser[lage.fas]}.`,
  prov: ({ lage }) => ({ till: others(lage.fas)[0] ?? 'process' }),
  tolka(svar, { lage }) {
    const last = read(
      z.object({
        till: enAv(others(lage.fas), 'Välj vilken fas ärendet går till.').refine(isArbetsfas),
        skal: valfriText(),
      }),
      svar,
    );
    if (!last.ok) return last;
    return { ok: true, data: { till: last.varde.till }, formular: { skal: last.varde.skal } };
  },
  Falt: ({ svar, errors, underlag }) => (
    <>
      <Radiogrupp
        name="till"
        label="Ny fas"
        errors={errors['till']}
        options={others(underlag.lage.fas).map((value) => ({ value, label: faser[value] }))}
        value={ett(svar, 'till')}
      />
      <Textruta name="skal" label="Skäl" frivillig errors={errors['skal']} value={ett(svar, 'skal')} max={MAX.text} />
    </>
  ),
  knapp: () => 'Byt fas',
  kvitto: ({ till }) => `Ärendet är nu i fasen ${faser[till]}.`,
};
