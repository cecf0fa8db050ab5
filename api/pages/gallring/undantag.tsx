import type { VNode } from 'preact';
import { ett, type Svar } from '../../beslut/formular.js';
import { MAX } from '../../beslut/regler.js';
import { Brodsmulor } from '../../components/brodsmulor.js';
import { Datum } from '../../components/datum.js';
import { Falt } from '../../components/form/falt.js';
import { antalFel, Felsammanfattning, type FaltFel } from '../../components/form/felsammanfattning.js';
import { Formular } from '../../components/form/formular.js';
import { Textruta } from '../../components/form/textruta.js';
import { Knapp, Knapprad } from '../../components/knapp.js';
import { Sida } from '../../components/sida.js';
import { Sidhuvud } from '../../components/sidhuvud.js';
import { Tabell } from '../../components/tabell.js';
import type { Sidram } from '../../http/page-frame.js';
import type { Stopprad } from '../../queries/gallring.js';
import { GALLRING, GALLRINGSSTOPP } from './adresser.js';

export interface UndantagPageProps {
  readonly ram: Sidram;
  readonly stopp: readonly Stopprad[];
  readonly id: string;
  readonly svar: Svar;
  readonly errors: FaltFel;
}

/** `/gallring/undantag`: ärenden that are kept whatever the rules say, and keeping one more. */
export function UndantagPage({ ram, stopp, id, svar, errors }: UndantagPageProps): VNode {
  return (
    <Sida
      {...ram}
      titel="Undantag från gallring"
      harFel={antalFel(errors) > 0}
      brodsmulor={<Brodsmulor lankar={[{ href: GALLRING, text: 'Gallring' }]} har="Undantag" />}
    >
      <Sidhuvud
        rubrik="Undantag från gallring"
        ingress="Ett undantaget ärende gallras inte, inte heller om gallringen redan är beslutad, förrän undantaget hävs."
      />
      <Felsammanfattning errors={errors} />
      <Formular action={GALLRINGSSTOPP} csrf={ram.csrf} beslutId={id}>
        <Falt
          name="nummer"
          label="Ärendenummer"
          hint="Till exempel SAMBA-2026-0042."
          value={ett(svar, 'nummer')}
          errors={errors['nummer'] ?? []}
        />
        <Textruta
          name="skal"
          label="Varför ska ärendet vara kvar?"
          hint="Till exempel en tvist, en tillsyn eller forskning. Skriv inget om personen."
          value={ett(svar, 'skal')}
          max={MAX.text}
          rows={3}
          errors={errors['skal'] ?? []}
        />
        <Knapprad>
          <Knapp variant="primary">Undanta ärendet</Knapp>
        </Knapprad>
      </Formular>
      <Tabell
        id="undantag"
        caption="Undantagna ärenden"
        rows={stopp}
        rowKey={(one) => one.id}
        empty={<p>Inget ärende är undantaget.</p>}
        columns={[
          { rubrik: 'Ärende', radrubrik: true, obruten: true, cell: ({ nummer }) => nummer },
          { rubrik: 'Insats', cell: ({ insats }) => insats },
          { rubrik: 'Skäl', cell: ({ skal }) => skal },
          { rubrik: 'Av', cell: ({ av }) => av },
          { rubrik: 'När', obruten: true, cell: ({ nar }) => <Datum varde={nar} format="iso" /> },
          {
            rubrik: 'Häv',
            cell: (one) => (
              <Formular action={`${GALLRINGSSTOPP}/${one.id}/hav`} csrf={ram.csrf}>
                <Knapp liten>Häv undantaget för {one.nummer}</Knapp>
              </Formular>
            ),
          },
        ]}
      />
    </Sida>
  );
}
