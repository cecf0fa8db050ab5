import type { Innehavsslag, Omstandighet } from '../forandring.js';
import { hinder } from '../hinder.js';
import type { Frist, Lage } from '../lage.js';
import { bytNamngiven } from '../skydd.js';
import type { Beslutsregel } from './regel.js';

/** Whether something that will open by itself has been promised by a person. */
const lovadAv = (frist: Frist, person: string): frist is Extract<Frist, { typ: 'uppgift_oppnas' }> =>
  frist.typ === 'uppgift_oppnas' && frist.mal?.person === person;

/**
 * What of an ärende is a person's: by the case's state its koordinator and the tasks that name her, open or still to
 * open; by the records what the state does not know.
 */
export const innehav = (
  {
    koordinator,
    uppgifter,
    frister,
    namngivna = [],
  }: Pick<Lage, 'koordinator' | 'uppgifter' | 'frister' | 'namngivna'>,
  { innehav: i = [] }: Pick<Omstandighet, 'innehav'>,
  person: string,
): Innehavsslag[] => [
  ...(koordinator === person ? (['koordinator'] as const) : []),
  ...(uppgifter.some((uppgift) => uppgift.person === person) || frister.some((frist) => lovadAv(frist, person))
    ? (['ansvarig'] as const)
    : []),
  ...(namngivna.includes(person) ? (['namngiven'] as const) : []),
  ...i,
];

/**
 * Everything of an ärende that is one person's becomes another's (design 2: bulk hand-over when somebody leaves): a part
 * of one decision about all that she has, which the förvaltare of their part has taken.
 */
export const overlamning: Beslutsregel<'overlamning'> = {
  typ: 'overlamning',
  check: (_lage, { data: { fran, till } }) =>
    fran === till
      ? hinder('samma_person', 'Den som tar över behöver vara någon annan än den som lämnar över.')
      : undefined,
  checkOm: (lage, { data: { fran } }, om) =>
    innehav(lage, om, fran).length === 0
      ? hinder('inget_att_lamna_over', 'Inget i ärendet ligger hos den som lämnar över längre.')
      : undefined,
  apply(forandring, { data: { fran, till } }) {
    const { koordinator, uppgifter, frister } = forandring.lage;
    forandring.note('overlamning', { fran, till, av: innehav(forandring.lage, forandring.om, fran) });
    if (koordinator === fran) forandring.set({ koordinator: till });
    bytNamngiven(forandring, fran, till);
    for (const uppgift of uppgifter.filter(({ person }) => person === fran)) forandring.reassign(uppgift, till);
    forandring.set({
      frister: frister.map((frist) =>
        lovadAv(frist, fran) ? { ...frist, mal: { ...frist.mal, person: till } } : frist,
      ),
    });
  },
};
