import type { VNode } from 'preact';
import { aviseringssatt, aviseringsslag, valbara, type Aviseringsslag } from '../../../domain/aviseringsval.js';
import { koder } from '../../../domain/koder.js';
import { Brodsmulor } from '../../components/brodsmulor.js';
import { antalFel, Felsammanfattning, type FaltFel } from '../../components/form/felsammanfattning.js';
import { Formular } from '../../components/form/formular.js';
import { Radiogrupp } from '../../components/form/val.js';
import { Knapp, Knapprad, Lankknapp } from '../../components/knapp.js';
import { Sida } from '../../components/sida.js';
import { Sidhuvud } from '../../components/sidhuvud.js';
import type { Sidram } from '../../http/page-frame.js';

/** Where somebody chooses what she is told of, and how. */
export const AVISERINGAR = '/mig/aviseringar';

/** The kinds that there is something to choose about. */
export const valjbara = (roller: readonly string[]): Aviseringsslag[] =>
  koder(aviseringsslag).filter((slag) => valbara(slag, roller).length > 1);

/** Why a kind cannot be switched off, where it cannot. */
const MINST: Readonly<Partial<Record<Aviseringsslag, string>>> = {
  uppgift: 'Kan inte väljas bort, eftersom du har en roll med uppgifter.',
  paminnelse: 'Kan inte väljas bort, eftersom du har en roll med uppgifter.',
  kannedom: 'Kan inte väljas bort, eftersom förseningar lyfts till dig i din roll.',
};

interface AviseringarPageProps {
  readonly ram: Sidram;
  readonly roller: readonly string[];
  /** The way of each kind: what was chosen or typed, otherwise the usual. */
  readonly satt: Readonly<Record<string, string>>;
  readonly errors: FaltFel;
}

/** `/mig/aviseringar`: what I am told of by mail, and how. */
export function AviseringarPage({ ram, roller, satt, errors }: AviseringarPageProps): VNode {
  return (
    <Sida
      {...ram}
      titel="Mejl till mig"
      harFel={antalFel(errors) > 0}
      smal
      brodsmulor={<Brodsmulor lankar={[{ href: '/mig', text: 'Min profil' }]} har="Mejl till mig" />}
    >
      <Sidhuvud
        rubrik="Mejl till mig"
        ingress="Mejlen kommer vardagar mellan klockan 7 och 17, aldrig på röda dagar. Morgonens mejl samlar allt i ett, klockan 8.15."
      />
      <Felsammanfattning errors={errors} />
      <Formular action={AVISERINGAR} csrf={ram.csrf}>
        {valjbara(roller).map((slag) => {
          const ways = valbara(slag, roller);
          return (
            <Radiogrupp
              key={slag}
              name={slag}
              label={aviseringsslag[slag]}
              hint={ways.includes('inte') ? undefined : MINST[slag]}
              options={koder(aviseringssatt)
                .filter((one) => ways.includes(one))
                .map((value) => ({ value, label: aviseringssatt[value] }))}
              value={satt[slag]}
              errors={errors[slag]}
            />
          );
        })}
        <p class="dampad">
          Det som är skyndsamt, eller ska vara klart innan nästa morgonmejl, kommer i ett eget mejl på arbetstid.
          Kvittot på en remiss som du själv har skickat kommer alltid direkt, även på natten. Om du kallas in som
          ersättare får du alltid ett eget mejl, eftersom teamet räknar med dig.
        </p>
        <Knapprad>
          <Knapp variant="primary">Spara</Knapp>
          <Lankknapp href="/mig">Avbryt</Lankknapp>
        </Knapprad>
      </Formular>
    </Sida>
  );
}
