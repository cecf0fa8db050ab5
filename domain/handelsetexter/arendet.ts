import { paminnelsetext } from './paminnelse.js';
import { mening, skrivFas, uppgiftsrubrik, type Texter } from './skrivsatt.js';

/** The case itself: tasks, reminders, profile, wrong registration, reopening. */
export const arendet = {
  uppgift_oppnad: (data, skriv) => ({
    rubrik: `Ny uppgift: ${uppgiftsrubrik(data.text('uppgift'))}`,
    text: `Ska vara gjord senast ${data.dag('forfaller', skriv)}.`,
  }),
  paminnelse: (data, skriv) => paminnelsetext(data, uppgiftsrubrik(data.text('uppgift')), skriv),
  profilbyte: (data) => ({
    rubrik: 'Flyttades till en ny version av insatsens profil',
    text: `Från version ${data.tal('fran')} till version ${data.tal('till')}.`,
  }),
  felregistrering: () => ({ rubrik: 'Stängdes som felregistrerat' }),
  ateroppning: (data, skriv) => ({
    rubrik: 'Ärendet öppnades igen',
    text: mening(
      `Fortsätter i fasen ${skrivFas(data.text('till'), skriv)}.`,
      data.ja('overinskrivning') ? 'Alla platser var upptagna: överinskrivning.' : '',
    ),
  }),
} as const satisfies Texter;
