import { mening, type Texter } from './skrivsatt.js';

const GRANSKAD: Readonly<Record<string, string>> = {
  accepterad: 'Remissen togs emot',
  komplettering: 'Remissen granskades',
  annan_insats: 'En annan insats passar bättre',
  inte_aktuell: 'Remissen bedömdes inte aktuell',
};

const UTAN_KOMPLETTERING: Readonly<Record<string, string>> = {
  provas_anda: 'Den prövas som den är.',
  ny_frist: 'Remittenten fick ny tid.',
  stangs: 'Ärendet stängdes.',
};

/** What happens to a remiss before a team takes it up. */
export const mottagning = {
  remiss_inkommen: (data) => ({
    rubrik: 'Remissen kom in',
    text: mening(
      data.text('syfte') === 'inskrivning' ? 'Begäran om inskrivning.' : 'Begäran om konsultation.',
      data.ja('identifierad') ? '' : 'Personen är avidentifierad.',
    ),
  }),
  granskning: (data) => ({ rubrik: GRANSKAD[data.text('utfall')] ?? 'Remissen granskades' }),
  komplettering_begard: (data, skriv) => ({
    rubrik: 'Remissen behöver kompletteras',
    text: `Senast ${data.dag('senast', skriv)}.`,
  }),
  komplettering: () => ({ rubrik: 'Remissen kompletterades' }),
  utebliven_komplettering: (data) => ({
    rubrik: 'Remissen kompletterades inte i tid',
    text: UTAN_KOMPLETTERING[data.text('utfall')] ?? '',
  }),
  atertagande: () => ({ rubrik: 'Remissen togs tillbaka' }),
} as const satisfies Texter;
