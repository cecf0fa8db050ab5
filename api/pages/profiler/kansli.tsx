import type { VNode } from 'preact';
import { Brodsmulor } from '../../components/brodsmulor.js';
import { Felsammanfattning, type FaltFel } from '../../components/form/felsammanfattning.js';
import { Filfalt } from '../../components/form/filfalt.js';
import { Formular } from '../../components/form/formular.js';
import { Textruta } from '../../components/form/textruta.js';
import { Knapp, Knapprad, Lankknapp } from '../../components/knapp.js';
import { Marke } from '../../components/marke.js';
import { SakerLank } from '../../components/saker-lank.js';
import { Sida } from '../../components/sida.js';
import { Sidhuvud } from '../../components/sidhuvud.js';
import { Tabell, type Kolumn } from '../../components/tabell.js';
import { TomtLage } from '../../components/tomt-lage.js';
import { FILFALT } from '../../http/uppladdning.js';
import type { Sidram } from '../../http/page-frame.js';
import type { Profilrad } from '../../queries/profiler.js';
import { filAdress, folkadress, PROFILER, profiladress } from './adresser.js';

const COLUMNS: readonly Kolumn<Profilrad>[] = [
  {
    rubrik: 'Insats',
    radrubrik: true,
    cell: ({ kod, namn }) => <SakerLank href={profiladress(kod)}>{namn}</SakerLank>,
  },
  { rubrik: 'Huvudman', cell: ({ huvudman }) => huvudman },
  { rubrik: 'Version', align: 'right', cell: ({ version }) => String(version) },
  { rubrik: 'På äldre version', align: 'right', cell: ({ kvar }) => String(kvar) },
  {
    rubrik: 'Läge',
    cell: ({ kod, utkast, bemannad }) => (
      <>
        {!bemannad && (
          <>
            <Marke typ="warning">Teamet saknar personer</Marke>{' '}
            <SakerLank href={folkadress(kod)}>Lägg till personer</SakerLank>
          </>
        )}{' '}
        {utkast && <Marke typ="info">Påbörjade ändringar</Marke>}
        {bemannad && !utkast && 'I drift'}
      </>
    ),
  },
  { rubrik: 'Fil', cell: ({ kod }) => <SakerLank href={filAdress(kod)}>Hämta</SakerLank> },
];

export interface ProfilerPageProps {
  ram: Sidram;
  rader: readonly Profilrad[];
  text: string;
  errors: FaltFel;
}

/** `/kansli/profiler`: every insats with its profile; a new one in the interface or from a file. */
export function ProfilerPage({ ram, rader, text, errors }: ProfilerPageProps): VNode {
  return (
    <Sida
      {...ram}
      titel="Insatser och profiler"
      harFel={Object.keys(errors).length > 0}
      brodsmulor={<Brodsmulor lankar={[{ href: '/kansli', text: 'Kansli' }]} har="Profiler" />}
    >
      <Felsammanfattning errors={errors} />
      <Sidhuvud
        rubrik="Insatser och profiler"
        ingress="En profil beskriver hur en insats arbetar: vem den är för, vilka steg den har och vilka tider som gäller."
        atgarder={
          <Lankknapp variant="primary" href={`${PROFILER}/ny`}>
            Lägg till insats
          </Lankknapp>
        }
      />
      <Tabell
        id="profiler"
        caption="Insatser"
        columns={COLUMNS}
        rows={rader}
        rowKey={({ kod }) => kod}
        empty={<TomtLage rubrik="Det finns ingen insats än">Lägg till en insats eller läs in en fil.</TomtLage>}
      />
      <section aria-labelledby="importera-h">
        <h2 id="importera-h">Läs in en fil</h2>
        <p>
          En fil med en ny kod ger en ny insats. En fil med en kod som finns blir ett utkast att granska och publicera.
        </p>
        <Formular action={`${PROFILER}/importera`} csrf={ram.csrf} multipart>
          <Filfalt
            name={FILFALT}
            label="Fil"
            hint="En profil som har hämtats härifrån eller från en annan installation (json)."
            accept=".json,application/json"
            {...(errors[FILFALT] ? { errors: errors[FILFALT] } : {})}
          />
          <Textruta
            name="fil"
            label="Eller filens innehåll"
            hint="Om filen inte går att välja: öppna den, kopiera allt och klistra in det här."
            rows={10}
            value={text}
            {...(errors['fil'] ? { errors: errors['fil'] } : {})}
          />
          <Knapprad>
            <Knapp>Läs in profilen</Knapp>
          </Knapprad>
        </Formular>
      </section>
    </Sida>
  );
}
