import type { Grund } from '../support/grund.js';
import type { PostFields, WebClient } from '../support/web-client.js';

/** The plainest answers of an avidentifierad remiss, page by page. */
export const ifyllt = {
  insats: { insats: 'vagknuten', syfte: 'konsultation', identitet: 'avidentifierad' },
  person: { fodelsear: '1990', kon: 'kvinna', uteslutning_beroende: 'nej', uteslutning_stora_stodbehov: 'nej' },
  bakgrund: {
    problembild: 'Lång frånvaro.',
    forsorjning: 'sjukpenning:hel',
    sysselsattning: 'ingen',
    utbildning: 'gymnasium',
    tidIOffentligForsorjning: '1_till_3_ar',
  },
  fraga: { fraga: 'Vad kan vi göra tillsammans?' },
} as const satisfies Record<string, PostFields>;

/** Fills in the pages of a new remiss until one, which is left as it is. @returns the draft's address */
export async function fillUntil(client: WebClient, until: keyof typeof ifyllt, grund: Grund): Promise<string> {
  const adress = (await client.get('/remisser/ny')).address.replace(/\/insats$/, '');
  for (const [sida, fields] of Object.entries(ifyllt)) {
    if (sida === until) break;
    const kommun: PostFields = sida === 'person' ? { kommun: grund.insats.profil.kommuner[0] ?? '' } : {};
    const answer = await client.post(`${adress}/${sida}`, { ...fields, ...kommun });
    expect({ sida, status: answer.status }).toEqual({ sida, status: 200 });
  }
  return adress;
}
