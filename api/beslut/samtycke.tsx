import { z } from 'zod';
import type { Bilageslag } from '../../domain/koder.js';
import { bilagorAv, Bilagevaljare } from './bilageval.js';
import type { Beslutsformular } from './formular.js';
import { fleraAv, read, valfriAv } from './regler.js';
import {
  Samtyckesfalt,
  Samtyckesval,
  samtyckesforval,
  samtyckesregler,
  samtyckestext,
  slagregel,
} from './samtyckesfalt.js';

/** A scan is among the samtycken that were added, or came with the remiss. */
const SLAG: readonly Bilageslag[] = ['samtycke', 'remiss'];

/** A samtycke that is given, renewed, or given to more verksamheter (design 2.1). */
export const samtycke: Beslutsformular<'samtycke'> = {
  typ: 'samtycke',
  ingress: () =>
    'Samtycket säger vilka verksamheter som får ta del av vad, och till vad. Det läggs till dem som redan finns: ska ett tidigare sluta gälla i förtid återkallas det för sig. Att delta i insatsen, och att räknas i statistik, är andra frågor.',
  prov: ({ idag }) => ({ verksamheter: ['någon'], fran: idag }),
  forval: ({ idag }) => ({ ...samtyckesforval, giltigtFran: idag }),
  tolka(svar, underlag) {
    const last = read(
      z.object({
        verksamheter: fleraAv(
          underlag.samtyckesval.map(({ id }) => id),
          'Välj bland de verksamheter som står i listan.',
        ).refine((ids) => ids.length > 0, 'Välj minst en verksamhet som samtycket gäller.'),
        uppgiftsslag: slagregel,
        bilaga: valfriAv(
          bilagorAv(underlag, SLAG).map(({ id }) => id),
          'Välj bland de filer som står i listan.',
        ),
        ...samtyckesregler(svar, underlag),
      }),
      svar,
    );
    if (!last.ok) return last;
    const { verksamheter, giltigtFran: fran, giltigtTill: till, bilaga, ...rest } = last.varde;
    return {
      ok: true,
      data: { verksamheter, fran, ...(till === undefined ? {} : { till }) },
      formular: { ...samtyckestext(rest), ...(bilaga === undefined ? {} : { bilaga }) },
    };
  },
  Falt: ({ svar, errors, underlag }) => (
    <>
      <Samtyckesval svar={svar} errors={errors} underlag={underlag} />
      <Samtyckesfalt svar={svar} errors={errors} andraInsatser={underlag.andraInsatser} />
      <Bilagevaljare label="Undertecknat samtycke" slag={SLAG} svar={svar} errors={errors} underlag={underlag} />
    </>
  ),
  knapp: () => 'Registrera samtycke',
  kvitto: () => 'Samtycket är registrerat.',
  hinderfalt: {
    okand_verksamhet: 'verksamheter',
    slut_fore_start: 'giltigtTill',
    redan_upphort: 'giltigtTill',
    for_langt_fram: 'giltigtFran',
  },
};
