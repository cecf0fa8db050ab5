import { z } from 'zod';
import { tiderIOffentligForsorjning, utbildningar, type Kodlista } from '../../domain/koder.js';
import { koderVidRemiss } from '../../domain/profilkoder.js';
import type { Remissinnehall } from '../../domain/remissinnehall.js';
import type { Formularsida } from './kontext.js';
import { kodsvar, kodsvarsfalt } from '../beslut/kodsvar.js';
import { kod, ruta, text, utelamnad, valfriText } from '../beslut/regler.js';
import { fleraKoder, MAX_SKAL } from './regler.js';
import { ikryssad, type Svar } from './steg.js';

export type Bakgrundssvar = Pick<
  Remissinnehall,
  | 'problembild'
  | 'forsorjning'
  | 'sysselsattning'
  | 'utbildning'
  | 'tidIOffentligForsorjning'
  | 'involverade'
  | 'nollplacerad'
  | 'skyndsamSkal'
>;

/** Fourth page: the person's situation. */
export const bakgrundSida: Formularsida<Bakgrundssvar> = {
  falt: () => [
    'problembild',
    ...kodsvarsfalt('forsorjning'),
    'sysselsattning',
    'utbildning',
    'tidIOffentligForsorjning',
    'involverade',
    'nollplacerad',
    'skyndsam',
    'skyndsamSkal',
  ],
  regler(svar, { insats }) {
    const { sysselsattningar, forsorjningar } = koderVidRemiss(insats?.profil);
    return z.intersection(answers(svar, sysselsattningar), forsorjning(forsorjningar));
  },
};

const answers = (svar: Svar, sysselsattningar: Kodlista) =>
  z.object({
    problembild: text('Beskriv personens situation.'),
    sysselsattning: fleraKoder(sysselsattningar, 'Välj bland de sysselsättningar som står i listan.')
      .refine(
        (koder) => koder.length > 0,
        'Kryssa i minst en sysselsättning. Om personen inte har någon finns det ett eget val.',
      )
      .refine(
        (koder) => koder.length < 2 || !koder.includes('ingen'),
        'Ingen sysselsättning kan inte kryssas i tillsammans med en annan. Ta bort det ena.',
      ),
    utbildning: kod(utbildningar, 'Välj högsta avslutade utbildning, eller uppgift saknas.'),
    tidIOffentligForsorjning: kod(
      tiderIOffentligForsorjning,
      'Välj hur länge personen har haft offentlig försörjning, eller uppgift saknas.',
    ),
    involverade: valfriText(),
    nollplacerad: ruta,
    skyndsamSkal: skal(svar),
  });

const forsorjning = (forsorjningar: Kodlista) =>
  kodsvar(
    'forsorjning',
    forsorjningar,
    () => 'Välj minst en försörjning. Om personen inte har någon offentlig försörjning finns det ett eget val.',
  ).transform((koder) => ({ forsorjning: koder }));

/** A reason without the tick is what was thought of first; it is kept in the draft and not sent. */
const skal = (svar: Svar) =>
  ikryssad(svar, 'skyndsam')
    ? text('Skriv varför remissen inte kan vänta till nästa ordinarie möte.', MAX_SKAL)
    : utelamnad;
