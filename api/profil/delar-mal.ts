import type { Insatsprofil } from '../../domain/insatsprofil.js';
import type { Kodlista } from '../../domain/koder.js';
import { malkoder } from '../../domain/profilkoder.js';
import type { Profilsektion } from './falt.js';
import { valueAt, type Vag } from './vag.js';

/** What can be counted, by what stands beside: reasons, sysselsättningar, försörjningar or ratings. */
function raknade(profil: unknown, vag: Vag): Kodlista {
  const slag = valueAt(profil, vag.replace(/[^.]+$/, 'slag'));
  const kanda = ['orsak', 'sysselsattning', 'forsorjning', 'skattning'] as const;
  const eget = kanda.find((one) => one === slag);
  return eget === undefined ? {} : malkoder(profil as Pick<Insatsprofil, 'koder'>, eget);
}

/** The goals with what makes their numerators, and the insats's own code lists (design 2.10). */
export const malen: Profilsektion = {
  del: 'mal',
  ingress: 'Ett mål som räknas följs upp av sig självt. Tomma listor: standardens gäller.',
  falt: [
    {
      slag: 'kodlista',
      vag: 'koder.avslutsorsaker',
      label: 'Egna orsaker till avslut',
      hint: 'En på varje rad: kod = ord. Avliden och felregistrering finns alltid.',
      frivillig: true,
    },
    {
      slag: 'kodlista',
      vag: 'koder.sysselsattningar',
      label: 'Egna sysselsättningar',
      hint: 'En på varje rad: kod = ord. Gäller i remissen, vid avslut och vid uppföljning.',
      frivillig: true,
    },
    {
      slag: 'kodlista',
      vag: 'koder.forsorjningar',
      label: 'Egna försörjningar',
      hint: 'En på varje rad: kod = ord. Gäller i remissen, vid avslut och vid uppföljning.',
      frivillig: true,
    },
  ],
  rader: [
    {
      vag: 'mal',
      rubrik: 'Mål',
      ett: 'mål',
      slagAv: (row) => ('taljare' in (row as object) ? 'raknat' : 'text'),
      slag: [
        {
          value: 'text',
          label: 'Mål som mäts på annat sätt',
          falt: [
            { slag: 'tal', vag: 'procent', label: 'Andel', enhet: 'procent' },
            { slag: 'text', vag: 'text', label: 'Andel som …', bredd: 'full' },
          ],
          mall: { procent: 50, text: '' },
        },
        {
          value: 'raknat',
          label: 'Mål som räknas ur avslut eller uppföljning',
          falt: [
            { slag: 'tal', vag: 'procent', label: 'Andel', enhet: 'procent' },
            { slag: 'text', vag: 'text', label: 'Andel som …', bredd: 'full' },
            {
              slag: 'val',
              vag: 'taljare.vid',
              label: 'Räknas vid',
              options: [
                { value: 'avslut', label: 'Avslut' },
                { value: 'uppfoljning', label: 'Uppföljning' },
              ],
            },
            {
              slag: 'val',
              vag: 'taljare.slag',
              label: 'Ur',
              options: [
                { value: 'orsak', label: 'Orsak till avslut' },
                { value: 'sysselsattning', label: 'Sysselsättning' },
                { value: 'forsorjning', label: 'Försörjning' },
                { value: 'skattning', label: 'Skattning mot vid starten' },
              ],
            },
            {
              slag: 'koder',
              vag: 'taljare.koder',
              label: 'Svar som räknas',
              hint: 'Ett på varje rad, så som det heter i listan.',
              lista: raknade,
            },
          ],
          mall: { procent: 50, text: '', taljare: { vid: 'avslut', slag: 'sysselsattning', koder: [] } },
        },
      ],
    },
  ],
};
