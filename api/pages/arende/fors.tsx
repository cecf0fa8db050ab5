import type { VNode } from 'preact';
import type { Dokumentslag, Insatsprofil } from '../../../domain/insatsprofil.js';

const NAMN: Readonly<Record<Dokumentslag, string>> = {
  anteckning: 'Anteckningar',
  genomforandeplan: 'Genomförandeplanen',
  kartlaggning: 'Kartläggningen',
  flerpartsmote: 'Flerpartsmöten',
};

/** Whether a kind of document is kept here or in the own verksamhetssystem (design 2.7), in a sentence. */
export const forsText = (
  { forsIEgetSystem = [] }: Pick<Insatsprofil, 'forsIEgetSystem'>,
  slag: Dokumentslag,
): string =>
  forsIEgetSystem.includes(slag)
    ? `${NAMN[slag]} förs i eget verksamhetssystem. Kopiera eller skriv ut det som ska dit.`
    : `${NAMN[slag]} förs här.`;

/** The sentence above a kind of document. */
export const Fors = ({ profil, slag }: { profil: Insatsprofil; slag: Dokumentslag }): VNode => (
  <p class="dampad">{forsText(profil, slag)}</p>
);
