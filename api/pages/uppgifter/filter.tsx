import type { VNode } from 'preact';
import { roller, type Rollkod } from '../../../domain/koder.js';
import type { Uppgiftstyp } from '../../../domain/uppgifter.js';
import { Falt } from '../../components/form/falt.js';
import { Filterrad, Formular } from '../../components/form/formular.js';
import { Kryssruta } from '../../components/form/val.js';
import { Valjare } from '../../components/form/valjare.js';
import { Knapp, Lankknapp } from '../../components/knapp.js';
import { SakerLank } from '../../components/saker-lank.js';
import { Utfallbar } from '../../components/utfallbar.js';
import type { SparatFilterrad } from '../../queries/sparade-filter.js';
import type { Uppgiftsurval } from '../../queries/uppgiftsurval.js';
import { fragetext, innehav, isNarrowed, lagen, listadress } from '../../uppgifter/fraga.js';
import type { Uppgiftslista } from '../../uppgifter/lista.js';
import { uppgiftsrubrik } from './ord.js';

const counted = (namn: string, antal: number): string => `${namn} (${antal})`;

/** A choice of one that the view has, beside one that was asked for and that it has no longer. */
const withChosen = (
  options: readonly { value: string; label: string }[],
  value: string | undefined,
  label: (value: string) => string,
): readonly { value: string; label: string }[] =>
  value === undefined || options.some((one) => one.value === value)
    ? options
    : [...options, { value, label: counted(label(value), 0) }];

const rollval = ({ roller: held }: Uppgiftsurval) =>
  held.map(({ kod, antal }) => ({ value: kod, label: counted(roller[kod as Rollkod], antal) }));

const typval = ({ typer }: Uppgiftsurval) =>
  typer
    .map(({ kod, antal }) => ({ value: kod, label: counted(uppgiftsrubrik(kod as Uppgiftstyp), antal) }))
    .toSorted((a, b) => a.label.localeCompare(b.label, 'sv'));

function Filter({ lista: { fraga, urval } }: { lista: Uppgiftslista }): VNode {
  const insatser = urval.insatser.map(({ kod, namn, antal }) => ({ value: kod, label: counted(namn, antal) }));
  const verksamheter = urval.verksamheter.map(({ kod, namn, antal }) => ({ value: kod, label: counted(namn, antal) }));
  return (
    <Filterrad action="/uppgifter" etikett="Filtrera uppgifter">
      {fraga.visa !== 'mina' && <input type="hidden" name="visa" value={fraga.visa} />}
      <Valjare
        name="insats"
        label="Insats"
        tomt="Alla insatser"
        value={fraga.insats ?? ''}
        options={withChosen(insatser, fraga.insats, (kod) => kod)}
      />
      <Valjare
        name="typ"
        label="Att göra"
        tomt="Allt"
        value={fraga.typ ?? ''}
        options={withChosen(typval(urval), fraga.typ, (kod) => uppgiftsrubrik(kod as Uppgiftstyp))}
      />
      <Valjare
        name="roll"
        label="Ansvarig roll"
        tomt="Alla roller"
        value={fraga.roll ?? ''}
        options={withChosen(rollval(urval), fraga.roll, (kod) => roller[kod as Rollkod])}
      />
      {(verksamheter.length > 0 || fraga.verksamhet !== undefined) && (
        <Valjare
          name="verksamhet"
          label="Ansvarig verksamhet"
          tomt="Alla verksamheter"
          value={fraga.verksamhet ?? ''}
          options={withChosen(verksamheter, fraga.verksamhet, () => 'Vald verksamhet')}
        />
      )}
      <Valjare
        name="har"
        label="Vem som har den"
        tomt="Alla"
        value={fraga.har ?? ''}
        options={Object.entries(innehav).map(([value, label]) => ({ value, label }))}
      />
      <Valjare
        name="lage"
        label="Läge"
        value={fraga.lage}
        options={Object.entries(lagen).map(([value, label]) => ({ value, label }))}
      />
      <Kryssruta name="forsenade" label="Bara försenade" checked={fraga.forsenade} />
      <Knapp>Visa</Knapp>
      {isNarrowed(fraga) && (
        <Lankknapp variant="tertiary" href={listadress({ visa: fraga.visa, lage: 'nu', forsenade: false })}>
          Visa allt
        </Lankknapp>
      )}
    </Filterrad>
  );
}

function Spara({ lista: { fraga }, csrf }: { lista: Uppgiftslista; csrf: string }): VNode {
  return (
    <Formular action="/uppgifter/filter" csrf={csrf} hidden={{ fraga: fragetext(fraga) }}>
      <div class="radfalt">
        <Falt
          name="namn"
          id="filternamn"
          label="Spara det som visas nu, under namnet"
          hint="Till exempel Försenat i SAMBA. Skriv inget om någon person."
        />
        <Knapp>Spara urvalet</Knapp>
      </div>
    </Formular>
  );
}

/** The lists that the reader has named, each a link; the one that is shown is told apart. */
function Sparade({ sparade, fraga }: { sparade: readonly SparatFilterrad[]; fraga: string }): VNode | null {
  if (sparade.length === 0) return null;
  return (
    <nav class="sparade" aria-label="Sparade urval">
      <p class="sparade__rubrik">Sparade urval</p>
      <ul>
        {sparade.map((one) => (
          <li key={one.id}>
            <SakerLank
              href={one.fraga === '' ? '/uppgifter' : `/uppgifter?${one.fraga}`}
              current={one.fraga === fraga ? 'page' : undefined}
            >
              {one.namn}
            </SakerLank>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function TaBort({ sparade, csrf }: { sparade: readonly SparatFilterrad[]; csrf: string }): VNode | null {
  if (sparade.length === 0) return null;
  return (
    <>
      <h3>Ta bort ett sparat urval</h3>
      <ul class="sparade__ta-bort">
        {sparade.map(({ id, namn }) => (
          <li key={id}>
            <Formular action={`/uppgifter/filter/${id}/ta-bort`} csrf={csrf}>
              <Knapp liten variant="tertiary">
                Ta bort {namn}
              </Knapp>
            </Formular>
          </li>
        ))}
      </ul>
    </>
  );
}

/** Above the list: the reader's named lists, what it can be narrowed to, and the way to name what is shown. */
export function Listfilter({
  lista,
  sparade,
  csrf,
}: {
  lista: Uppgiftslista;
  sparade: readonly SparatFilterrad[];
  csrf: string;
}): VNode {
  return (
    <>
      <Sparade sparade={sparade} fraga={fragetext(lista.fraga)} />
      <Utfallbar rubrik="Filtrera och spara urval" oppen={isNarrowed(lista.fraga)}>
        <Filter lista={lista} />
        <Spara lista={lista} csrf={csrf} />
        <TaBort sparade={sparade} csrf={csrf} />
      </Utfallbar>
    </>
  );
}
