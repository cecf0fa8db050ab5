import type { VNode } from 'preact';
import { Brodsmulor } from '../../components/brodsmulor.js';
import { Falt } from '../../components/form/falt.js';
import { Felsammanfattning, type FaltFel } from '../../components/form/felsammanfattning.js';
import { Formular } from '../../components/form/formular.js';
import { Textruta } from '../../components/form/textruta.js';
import { Valjare } from '../../components/form/valjare.js';
import { Knapp, Knapprad } from '../../components/knapp.js';
import { Sida } from '../../components/sida.js';
import { Sidhuvud } from '../../components/sidhuvud.js';
import { ett, type Svar } from '../../beslut/formular.js';
import type { Sidram } from '../../http/page-frame.js';
import { PROFILER } from './adresser.js';

/** What a new insats is chosen from. */
export interface Forbundsval {
  readonly kod: string;
  readonly namn: string;
  readonly parter: readonly { readonly kod: string; readonly namn: string }[];
  readonly verksamheter: readonly { readonly kod: string; readonly namn: string }[];
}

export interface NyPageProps {
  ram: Sidram;
  forbund: readonly Forbundsval[];
  /** Insatser whose profile a new one can begin from. */
  mallar: readonly { readonly kod: string; readonly namn: string }[];
  svar: Svar;
  errors: FaltFel;
}

type Rad = readonly [name: string, label: string, hint?: string, bredd?: 'kort' | 'medel' | 'full'];

const INSATS: readonly Rad[] = [
  ['namn', 'Insatsens namn'],
  ['kod', 'Kod', 'Små bokstäver a–z, siffror och understreck. Syns i adresser.', 'kort'],
  ['nummerprefix', 'Början på ärendenumren', 'Versaler, till exempel SAMBA.', 'kort'],
];
const TEAM: readonly Rad[] = [
  ['teamnamn', 'Teamets namn'],
  ['forsta', 'Första möte', 'ÅÅÅÅ-MM-DD', 'kort'],
  ['veckor', 'Veckor mellan mötena', undefined, 'kort'],
  ['klockslag', 'Klockslag', 'TT:MM', 'kort'],
  ['quorum', 'Verksamheter som behöver vara med', undefined, 'kort'],
];

/** `/kansli/profiler/ny`: a new insats, in this förbund or a new one; the rest of its profile is changed afterwards. */
export function NyPage({ ram, forbund, mallar, svar, errors }: NyPageProps): VNode {
  const rad = ([name, label, hint, bredd = 'medel']: Rad): VNode => (
    <Falt
      key={name}
      name={name}
      label={label}
      bredd={bredd}
      value={ett(svar, name)}
      {...(hint ? { hint } : {})}
      {...(errors[name] ? { errors: errors[name] } : {})}
    />
  );
  const omNy = ([name, label, hint]: Rad): VNode => (
    <Falt
      key={name}
      name={name}
      label={label}
      value={ett(svar, name)}
      {...(hint ? { hint } : {})}
      {...(errors[name] ? { errors: errors[name] } : {})}
    />
  );
  const fel = (name: string) => (errors[name] ? { errors: errors[name] } : {});
  return (
    <Sida
      {...ram}
      titel="Lägg till insats"
      smal
      harFel={Object.keys(errors).length > 0}
      brodsmulor={<Brodsmulor lankar={[{ href: PROFILER, text: 'Insatser och profiler' }]} har="Lägg till insats" />}
    >
      <Felsammanfattning errors={errors} />
      <Sidhuvud
        rubrik="Lägg till insats"
        ingress="Det viktigaste först. Resten följer standarden eller en annan insats, och ändras efteråt på profilens sida."
      />
      <Formular action={`${PROFILER}/ny`} csrf={ram.csrf}>
        {INSATS.map(rad)}
        <Textruta
          name="beskrivning"
          label="Beskrivning"
          rows={4}
          value={ett(svar, 'beskrivning')}
          {...fel('beskrivning')}
        />
        <Valjare
          name="mall"
          label="Börja från"
          tomt="Standarden"
          value={ett(svar, 'mall')}
          options={mallar.map(({ kod, namn }) => ({ value: kod, label: namn }))}
        />
        <h2>Förbund och huvudman</h2>
        <Valjare
          name="forbund"
          label="Förbund"
          tomt="Ett nytt förbund"
          value={ett(svar, 'forbund')}
          options={forbund.map(({ kod, namn }) => ({ value: kod, label: namn }))}
        />
        {omNy(['forbundskod', 'Nytt förbunds kod', 'Fylls i bara när förbundet är nytt.'])}
        {omNy(['forbundsnamn', 'Nytt förbunds namn', 'Fylls i bara när förbundet är nytt.'])}
        <Valjare
          name="huvudman"
          label="Huvudman"
          tomt="En ny verksamhet"
          value={ett(svar, 'huvudman')}
          options={forbund.flatMap((one) => one.verksamheter).map(({ kod, namn }) => ({ value: kod, label: namn }))}
          {...fel('huvudman')}
        />
        {omNy(['huvudmannakod', 'Ny huvudmans kod', 'Fylls i bara när verksamheten är ny.'])}
        {omNy(['huvudmannanamn', 'Ny huvudmans namn', 'Fylls i bara när verksamheten är ny.'])}
        {omNy([
          'huvudmannapart',
          'Ny huvudmans part',
          'Fylls i bara när verksamheten är ny. Partens kod, till exempel kommun.',
        ])}
        <h2>Parter och kommuner</h2>
        <Textruta
          name="parter"
          label="Parter som deltar"
          hint="En på varje rad: kod = namn. Förbundets egna parter läggs till. Tomt: Försäkringskassan, Arbetsförmedlingen, Regionen och kommunen."
          frivillig
          rows={5}
          value={ett(svar, 'parter')}
          {...fel('parter')}
        />
        <Textruta
          name="kommuner"
          label="Kommuner"
          frivillig
          hint="En kommun på varje rad. Tomt: alla kommuner."
          rows={3}
          value={ett(svar, 'kommuner')}
          {...fel('kommuner')}
        />
        <h2>Team</h2>
        {TEAM.map(rad)}
        <Knapprad>
          <Knapp variant="primary">Lägg till insatsen</Knapp>
        </Knapprad>
      </Formular>
    </Sida>
  );
}
