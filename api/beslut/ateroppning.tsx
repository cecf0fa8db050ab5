import { z } from 'zod';
import { atergang, type Atergang } from '../../domain/ateroppning.js';
import { Textruta } from '../components/form/textruta.js';
import { ett, type Beslutsformular } from './formular.js';
import { MAX, read, text } from './regler.js';

const schema = z.object({ skal: text('Skriv varför ärendet öppnas igen.') });

const DELTAGANDET =
  'Insatsen fortsätter där den avslutades. Avslutet räknas inte längre, och platsen tas i anspråk igen även om alla platser är upptagna.';

const FOLJD: Readonly<Record<Atergang, string>> = {
  mottagen: 'Remissen granskas igen.',
  konsultation: 'Ärendet tas upp på teamets nästa möte.',
  kartlaggning: DELTAGANDET,
  process: DELTAGANDET,
  uppfoljning: '90-dagarsuppföljningen görs om. Det registrerade resultatet räknas inte längre.',
};

/** A case that ended by mistake or too early goes on (design 2). */
export const ateroppning: Beslutsformular<'ateroppning'> = {
  typ: 'ateroppning',
  ingress: ({ lage }) => FOLJD[atergang(lage)],
  prov: () => ({}),
  tolka(svar) {
    const last = read(schema, svar);
    return last.ok ? { ok: true, data: {}, formular: last.varde } : last;
  },
  Falt: ({ svar, errors }) => (
    <Textruta
      name="skal"
      label="Varför öppnas ärendet igen?"
      errors={errors['skal']}
      value={ett(svar, 'skal')}
      max={MAX.text}
    />
  ),
  knapp: () => 'Öppna ärendet igen',
  kvitto: () => 'Ärendet är öppet igen.',
};
