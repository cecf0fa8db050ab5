import type { Arendevy } from '../../api/pages/arende/vy.js';
import type { Prov } from '../domain/prov.js';

const named = (namn: string) => ({ id: namn, namn });

/** A case that lives by the rules alone, as its koordinator looks at it; names are made of ids. */
export function vyOf({ lage, profil, nu, idag }: Prov, change: Partial<Arendevy['arende']> = {}): Arendevy {
  const namn = new Proxy<Record<string, string>>({}, { get: (_, id) => `Verksamhet ${String(id)}` });
  return {
    arende: {
      id: lage.arendeId,
      nummer: lage.nummer,
      insats: { id: 'i', kod: profil.kod, namn: profil.namn },
      team: 'Teamet',
      lage,
      profil,
      nyasteVersion: lage.profilversion,
      person: { namn: 'Prov Personsson', fodelsear: 1980, skyddad: false },
      remittent: named('Remittenten'),
      sammankallande: [named('Sammankallande')],
      styrgrupp: [],
      namn,
      tilldelade: {},
      handelser: [],
      ...change,
    },
    personId: 'k',
    ersatter: [],
    idag,
    nu,
    relationer: ['koordinator'],
    har: {},
    mojliga: [],
    hindras: undefined,
    skriver: { grund: 'koordinator' },
    laserHela: true,
    leder: false,
    yttrandeFor: [],
    stangdaSlag: [],
  };
}
