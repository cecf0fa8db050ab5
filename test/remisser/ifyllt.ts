import type { PostFields, WebAnswer, WebClient } from '../support/web-client.js';
import { summary } from './sidans-falt.js';
import { PERSONNUMMER } from './varld.js';

/** The form filled in as Helga would, page by page. */
export const ifyllt = {
  insats: { insats: 'samba_lis', syfte: 'inskrivning', identitet: 'identifierad' },
  person: {
    idtyp: 'personnummer',
    personnummer: `${PERSONNUMMER.slice(0, 8)}-${PERSONNUMMER.slice(8)}`,
    namn: 'Test Testsson',
    kon: 'man',
    kommun: '0881',
    telefon: '070-174 06 05',
    epost: 'test.testsson@example.se',
    tolk: 'ja',
    sprak: 'Teckenspråk',
  },
  samtycke: {
    giltigtFran: '2026-11-01',
    giltigtTill: '2027-11-01',
    form: 'skriftligt',
    lamnatAv: 'personen',
    andamal: 'Att samordna stödet.',
    statistiksamtycke: 'ja',
    uppgiftsslag_fk: ['ekonomi', 'halsa'],
    'uppgiftsslag_nybro-iff': ['ekonomi', 'socialt'],
    uppgiftsslag_af: 'sysselsattning',
  },
  bakgrund: {
    problembild: 'Har varit sjukskriven länge.\n\nVill arbeta.',
    forsorjning: 'sjukpenning:del',
    'forsorjning-2': 'ekonomiskt_bistand:del',
    sysselsattning: ['ingen'],
    utbildning: 'gymnasium',
    tidIOffentligForsorjning: '1_till_3_ar',
    involverade: 'Vårdcentralen',
    nollplacerad: 'ja',
    skyndsam: 'ja',
    skyndsamSkal: 'Sjukpenningen tar slut.',
  },
  fraga: { fraga: 'Vad kan vi göra tillsammans?' },
} as const satisfies Record<string, PostFields>;

export type Fragesida = keyof typeof ifyllt;
const order: readonly Fragesida[] = ['insats', 'person', 'samtycke', 'bakgrund', 'fraga'];

/** Opens the form anew. @returns the draft's address, `/remisser/ny/<id>` */
export async function openForm(client: WebClient): Promise<string> {
  const { address } = await client.get('/remisser/ny');
  return address.replace(/\/insats$/, '');
}

/** Fills in pages until one, which is left as it is. @returns the draft's address */
export async function fillUntil(
  client: WebClient,
  until: Fragesida | 'kontrollera',
  changed: Partial<Record<Fragesida, PostFields>> = {},
): Promise<string> {
  const adress = await openForm(client);
  for (const sida of order) {
    if (sida === until) break;
    const answer: WebAnswer = await client.post(`${adress}/${sida}`, changed[sida] ?? ifyllt[sida]);
    expect({ sida, status: answer.status, fel: summary(answer.html) }).toMatchObject({ status: 200, fel: [] });
  }
  return adress;
}
