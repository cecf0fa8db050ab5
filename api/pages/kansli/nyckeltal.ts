import type { Nyckeltal } from '../../components/kort.js';
import type { Faslage, Insatslage } from '../../queries/kansli.js';

type Raknat = Exclude<keyof Faslage, 'fas' | 'aldstVantan'>;

/** A figure summed over an insats's phases. */
export const summa = ({ faser }: Pick<Insatslage, 'faser'>, vad: Raknat): number =>
  faser.reduce((sum, fas) => sum + fas[vad], 0);

/** The five figures of kansli's page, over every insats that the person watches. */
export function nyckeltal(lagen: readonly Insatslage[]): Nyckeltal[] {
  const total = (of: (lage: Insatslage) => number): number => lagen.reduce((sum, lage) => sum + of(lage), 0);
  const stilla = total((lage) => summa(lage, 'stilla'));
  const forsenade = total(({ forsenadeUppgifter }) => forsenadeUppgifter);
  const epostFel = total((lage) => lage.epostFel);
  return [
    {
      rubrik: 'Stilla just nu',
      varde: stilla,
      text: 'Nästa steg mer än 10 arbetsdagar sent',
      href: '/kansli#stilla',
      ...(stilla > 0 ? { typ: 'fel' } : {}),
    },
    {
      rubrik: 'Försenade uppgifter',
      varde: forsenade,
      text: 'Uppgifter vars sista dag har gått',
      href: '/kansli#stilla',
      ...(forsenade > 0 ? { typ: 'varning' } : {}),
    },
    {
      rubrik: 'Insatstid slut inom 30 dagar',
      varde: total((lage) => summa(lage, 'insatstidSlut')),
      text: 'Deltaganden vars tid snart är slut',
    },
    {
      rubrik: 'Följs upp efter 90 dagar',
      varde: total((lage) => summa(lage, 'uppfoljningar')),
      text: 'Den 90:e dagen infaller denna månad',
    },
    {
      rubrik: 'Mejl som inte gick fram',
      varde: epostFel,
      text: 'Mejl som avvisats de senaste 30 dagarna',
      ...(epostFel > 0 ? { typ: 'fel', href: '/kansli#epost' } : {}),
    },
  ];
}
