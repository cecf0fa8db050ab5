import type { Nyckeltal } from '../../components/kort.js';
import { adressMed } from '../../http/adress.js';
import type { Insatslage, Urval } from '../../queries/kansli.js';

/** What each figure counts: its tile, and the list that the tile leads to. */
export const urvalsord: Readonly<
  Record<Urval, { readonly rubrik: string; readonly text: string; readonly typ?: Nyckeltal['typ'] }>
> = {
  stilla: { rubrik: 'Stilla just nu', text: 'Nästa steg mer än 10 arbetsdagar sent', typ: 'fel' },
  forsenade: { rubrik: 'Försenade ärenden', text: 'Sista dagen för nästa steg har gått', typ: 'varning' },
  insatstidSlut: { rubrik: 'Insatstid slut inom 30 dagar', text: 'Deltaganden vars tid snart är slut' },
  uppfoljningar: { rubrik: 'Följs upp efter 90 dagar', text: 'Den 90:e dagen infaller denna månad' },
};
const ORDNING: readonly Urval[] = ['stilla', 'forsenade', 'insatstidSlut', 'uppfoljningar'];

/** Where the ärenden behind a figure are listed. */
const urvalsadress = (vad: Urval): string => `${adressMed('/kansli', { visa: vad })}#urval`;

/** A figure summed over the phases of insatser. */
export const raknade = (lagen: readonly Pick<Insatslage, 'faser'>[], vad: Urval): number =>
  lagen.flatMap(({ faser }) => faser).reduce((sum, fas) => sum + fas[vad], 0);

/** How many mails of the last 30 days did not get through, over insatser. */
export const epostfelAntal = (lagen: readonly Pick<Insatslage, 'epostFel'>[]): number =>
  lagen.reduce((sum, { epostFel }) => sum + epostFel, 0);

/** The five figures of kansli's page, over every insats that the person watches; each leads to what it counted. */
export function nyckeltal(lagen: readonly Insatslage[]): Nyckeltal[] {
  const epostFel = epostfelAntal(lagen);
  return [
    ...ORDNING.map((vad): Nyckeltal => {
      const { typ, ...ord } = urvalsord[vad];
      const varde = raknade(lagen, vad);
      return { ...ord, varde, href: urvalsadress(vad), ...(typ && varde > 0 ? { typ } : {}) };
    }),
    {
      rubrik: 'Mejl som inte gick fram',
      varde: epostFel,
      text: 'Avvisade eller returnerade de senaste 30 dagarna',
      href: '/kansli#epost',
      ...(epostFel > 0 ? { typ: 'fel' } : {}),
    },
  ];
}
