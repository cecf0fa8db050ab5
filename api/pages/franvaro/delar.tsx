import type { VNode } from 'preact';
import { ett, type Svar } from '../../beslut/formular.js';
import { Datum } from '../../components/datum.js';
import { Datumfalt } from '../../components/form/falt.js';
import type { FaltFel } from '../../components/form/felsammanfattning.js';
import { Formular } from '../../components/form/formular.js';
import { Valjare } from '../../components/form/valjare.js';
import { Knapp, Knapprad } from '../../components/knapp.js';
import { Kort } from '../../components/kort.js';
import { Marke } from '../../components/marke.js';
import { Tabell } from '../../components/tabell.js';
import { Utfallbar } from '../../components/utfallbar.js';
import type { Ersattarval, Franvarorad } from '../../queries/franvaro.js';

/** The absences of one person, as herself or her förvaltare enters them. */
export interface FranvaroProps {
  /** Where the forms go. */
  readonly adress: string;
  readonly csrf: string;
  readonly franvaro: readonly Franvarorad[];
  readonly val: readonly Ersattarval[];
  /** Who is told when a task of hers is left undone. */
  readonly ersattareId?: string | undefined;
  /** The id of the absence that the form is about to enter. */
  readonly nyttId: string;
  readonly svar: Svar;
  readonly errors: FaltFel;
  /** Whether the person reads about herself. */
  readonly egen: boolean;
}

/** Absences, who stands in and until when; and who does when a task is left undone. */
export function Franvaro(props: FranvaroProps): VNode {
  const { val, egen } = props;
  if (val.length === 0)
    return (
      <Kort rubrik="Frånvaro">
        <p>
          Ingen annan i {egen ? 'din' : 'personens'} verksamhet finns i Remissflöde än, så ingen kan ersätta.
          {egen && ' Kontakta förvaltaren i din organisation.'}
        </p>
      </Kort>
    );
  return (
    <>
      <Kort rubrik="Frånvaro">
        <Franvarotabell {...props} />
        <h3>Lägg till frånvaro</h3>
        <NyFranvaro {...props} />
      </Kort>
      <Ersattare {...props} />
    </>
  );
}

const dagar = ({ fran, till }: Franvarorad): VNode =>
  fran === till ? (
    <Datum varde={fran} />
  ) : (
    <>
      <Datum varde={fran} />–<Datum varde={till} />
    </>
  );

/** Who stands in: the ersättare, or today somebody else because she is away herself. */
export function Ersatts({ rad }: { rad: Franvarorad }): VNode {
  const { namn, ersattare, idag } = rad;
  if (idag === undefined) return <>{ersattare}</>;
  return (
    <>
      {ersattare} <span class="dampad">({idag === namn ? 'kan inte ersätta i dag' : `i dag: ${idag}`})</span>
    </>
  );
}

export const Franvarolage = ({ lage }: Pick<Franvarorad, 'lage'>): VNode => (
  <Marke typ={lage === 'pagar' ? 'warning' : 'neutral'}>{lage === 'pagar' ? 'Pågår' : 'Kommande'}</Marke>
);

function Franvarotabell({ adress, csrf, franvaro, svar, errors, egen }: FranvaroProps): VNode {
  return (
    <Tabell
      id="franvaro"
      caption={egen ? 'Min frånvaro' : 'Personens frånvaro'}
      doldCaption
      rows={franvaro}
      rowKey={({ id }) => id}
      empty={<p>Ingen frånvaro är inlagd.</p>}
      columns={[
        { rubrik: 'Borta', radrubrik: true, cell: dagar },
        { rubrik: 'Läge', cell: (rad) => <Franvarolage {...rad} /> },
        { rubrik: 'Ersättare', cell: (rad) => <Ersatts rad={rad} /> },
        {
          rubrik: 'Ändra',
          doldRubrik: true,
          cell: (rad) => <Andra key={rad.id} {...{ adress, csrf, rad, svar, errors }} />,
        },
      ]}
    />
  );
}

/** Another last day, or none of it: who is back takes the absence back. */
function Andra({
  adress,
  csrf,
  rad,
  svar,
  errors,
}: Pick<FranvaroProps, 'adress' | 'csrf' | 'svar' | 'errors'> & { rad: Franvarorad }): VNode {
  const name = `slut-${rad.id}`;
  const wrong = errors[name];
  return (
    <Utfallbar rubrik="Ändra" oppen={wrong !== undefined}>
      <Formular action={`${adress}/${rad.id}/slut`} csrf={csrf}>
        <Datumfalt
          name={name}
          label="Sista dag borta"
          value={wrong ? ett(svar, name) : rad.till}
          {...(wrong ? { errors: wrong } : {})}
        />
        <Knapprad>
          <Knapp liten>Ändra sista dagen</Knapp>
          <Knapp liten variant="tertiary" formaction={`${adress}/${rad.id}/tillbaka`}>
            {rad.lage === 'pagar' ? 'Avsluta frånvaron nu' : 'Ta bort frånvaron'}
          </Knapp>
        </Knapprad>
      </Formular>
    </Utfallbar>
  );
}

const val = (personer: readonly Ersattarval[]) =>
  personer.map(({ id, namn, titel }) => ({ value: id, label: titel === null ? namn : `${namn}, ${titel}` }));

function NyFranvaro({ adress, csrf, nyttId, svar, errors, ersattareId, val: personer }: FranvaroProps): VNode {
  const fel = (name: string) => (errors[name] ? { errors: errors[name] } : {});
  return (
    <Formular action={adress} csrf={csrf} beslutId={nyttId}>
      <Datumfalt name="fran" label="Första dag borta" value={ett(svar, 'fran')} {...fel('fran')} />
      <Datumfalt name="till" label="Sista dag borta" value={ett(svar, 'till')} {...fel('till')} />
      <Valjare
        name="ersattare"
        label="Ersättare"
        hint="Någon i samma verksamhet. Uppgifterna visas hos ersättaren de här dagarna och går tillbaka av sig själva."
        tomt="Välj ersättare"
        bredd="full"
        options={val(personer)}
        value={ett(svar, 'ersattare') || (ersattareId ?? '')}
        {...fel('ersattare')}
      />
      <Knapprad>
        <Knapp variant="primary">Lägg till frånvaron</Knapp>
      </Knapprad>
    </Formular>
  );
}

function Ersattare({ adress, csrf, ersattareId, svar, errors, val: personer, egen }: FranvaroProps): VNode {
  return (
    <Kort rubrik="Ersättare när en uppgift blir liggande">
      <p>
        Den här personen får veta det när en uppgift {egen ? 'du' : 'personen'} har inte blir gjord i tid, innan den går
        vidare till sammankallande. Det gäller alltid, inte bara vid frånvaro.
      </p>
      <Formular action={`${adress}/ersattare`} csrf={csrf}>
        <Valjare
          name="stadig"
          label="Ersättare"
          tomt="Ingen"
          bredd="full"
          options={val(personer)}
          value={'stadig' in svar ? ett(svar, 'stadig') : (ersattareId ?? '')}
          {...(errors['stadig'] ? { errors: errors['stadig'] } : {})}
        />
        <Knapprad>
          <Knapp>Spara ersättaren</Knapp>
        </Knapprad>
      </Formular>
    </Kort>
  );
}
