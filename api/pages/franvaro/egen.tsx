import type { VNode } from 'preact';
import { Brodsmulor } from '../../components/brodsmulor.js';
import { Felsammanfattning } from '../../components/form/felsammanfattning.js';
import { formatLista } from '../../components/format.js';
import { Meddelande } from '../../components/meddelande.js';
import { Sida } from '../../components/sida.js';
import { Sidhuvud } from '../../components/sidhuvud.js';
import type { Sidram } from '../../http/page-frame.js';
import { Franvaro, type FranvaroProps } from './delar.js';

export interface EgenFranvaroPageProps extends Omit<FranvaroProps, 'csrf' | 'egen' | 'adress'> {
  readonly ram: Sidram;
  /** Names of those whom the reader stands in for today. */
  readonly ersatter: readonly string[];
}

/** Where one enters one's own absences. */
export const EGEN_FRANVARO = '/mig/franvaro';

/** `/mig/franvaro`: the days on which I am away, and who has my tasks then. */
export function EgenFranvaroPage({ ram, ersatter, ...franvaro }: EgenFranvaroPageProps): VNode {
  return (
    <Sida
      {...ram}
      titel="Frånvaro"
      smal
      harFel={Object.keys(franvaro.errors).length > 0}
      brodsmulor={<Brodsmulor lankar={[{ href: '/mig', text: 'Min profil' }]} har="Frånvaro" />}
    >
      <Felsammanfattning errors={franvaro.errors} />
      <Sidhuvud
        rubrik="Frånvaro"
        ingress="Medan du är borta har din ersättare dina uppgifter. Inget flyttas: när du är tillbaka är de dina igen."
      />
      {ersatter.length > 0 && (
        <Meddelande rubrik={`I dag ersätter du ${formatLista(ersatter)}`}>
          <p>Deras uppgifter står bland dina, märkta med vems de är.</p>
        </Meddelande>
      )}
      <Franvaro csrf={ram.csrf} adress={EGEN_FRANVARO} egen {...franvaro} />
    </Sida>
  );
}
