import { z } from 'zod';
import { spar } from '../../domain/koder.js';
import { Datumfalt, Falt } from '../components/form/falt.js';
import { Radiogrupp } from '../components/form/val.js';
import { Textruta } from '../components/form/textruta.js';
import { bilagorAv, Bilageval } from './bilageval.js';
import { ett, type Beslutsformular } from './formular.js';
import { dag, enAv, filer, jaNej, kod, MAX, read, text, valfriText } from './regler.js';
import { alternativ, JA_NEJ } from './val.js';

/** The kartläggning is done and ends with the choice of spår (design 2.6). */
export const kartlaggning: Beslutsformular<'kartlaggning'> = {
  typ: 'kartlaggning',
  ingress: () => 'När kartläggningen är klar väljs spår, och arbetet går in i processen.',
  prov: ({ idag }) => ({ klar: idag, spar: 'snabbspar' }),
  forval: ({ idag, profil: { kartlaggningsinstrument } }) => ({
    klar: idag,
    ...(kartlaggningsinstrument.length === 1 && { instrument: kartlaggningsinstrument[0] ?? '' }),
  }),
  tolka(svar, underlag) {
    const { profil } = underlag;
    const last = read(
      z.object({
        instrument: enAv(profil.kartlaggningsinstrument, 'Välj vilket instrument som användes.'),
        utfordAv: text('Skriv vem som gjorde kartläggningen.', MAX.rad),
        certifierad: jaNej('Välj om den som gjorde kartläggningen är certifierad.'),
        klar: dag('Ange när kartläggningen blev klar.'),
        sammanfattning: text('Skriv en sammanfattning.'),
        resurser: valfriText(),
        hinder: valfriText(),
        spar: kod(spar, 'Välj spår.'),
        bilagor: filer(bilagorAv(underlag, ['kartlaggning'])),
      }),
      svar,
    );
    if (!last.ok) return last;
    const { klar, spar: valt, ...formular } = last.varde;
    return { ok: true, data: { klar, spar: valt }, formular };
  },
  Falt: ({ svar, errors, underlag }) => (
    <>
      <Radiogrupp
        name="instrument"
        label="Instrument"
        errors={errors['instrument']}
        options={underlag.profil.kartlaggningsinstrument.map((one) => ({ value: one, label: one }))}
        value={ett(svar, 'instrument')}
      />
      <Falt name="utfordAv" label="Gjord av" errors={errors['utfordAv']} value={ett(svar, 'utfordAv')} />
      <Radiogrupp
        name="certifierad"
        label="Är den som gjorde kartläggningen certifierad?"
        errors={errors['certifierad']}
        options={JA_NEJ}
        value={ett(svar, 'certifierad')}
        rad
      />
      <Datumfalt name="klar" label="Klar" errors={errors['klar']} value={ett(svar, 'klar')} />
      <Textruta
        name="sammanfattning"
        label="Sammanfattning"
        errors={errors['sammanfattning']}
        value={ett(svar, 'sammanfattning')}
        rows={8}
        max={MAX.text}
      />
      <Textruta
        name="resurser"
        label="Resurser"
        frivillig
        errors={errors['resurser']}
        value={ett(svar, 'resurser')}
        max={MAX.text}
      />
      <Textruta
        name="hinder"
        label="Hinder"
        frivillig
        errors={errors['hinder']}
        value={ett(svar, 'hinder')}
        max={MAX.text}
      />
      <Bilageval
        label="Kartläggningens dokument"
        slag={['kartlaggning']}
        svar={svar}
        errors={errors}
        underlag={underlag}
      />
      <Radiogrupp
        name="spar"
        label="Spår"
        errors={errors['spar']}
        options={alternativ(spar)}
        value={ett(svar, 'spar')}
      />
    </>
  ),
  knapp: () => 'Avsluta kartläggningen',
  kvitto: () => 'Kartläggningen är avslutad. Ärendet är i processen.',
  hinderfalt: { framtida_datum: 'klar', fore_start: 'klar' },
};
