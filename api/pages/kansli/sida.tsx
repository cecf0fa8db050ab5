import type { VNode } from 'preact';
import { faser } from '../../../domain/faser.js';
import { Datum } from '../../components/datum.js';
import { Filterrad } from '../../components/form/formular.js';
import { Valjare } from '../../components/form/valjare.js';
import { formatTal } from '../../components/format.js';
import { Knapp, Lankknapp } from '../../components/knapp.js';
import { NyckeltalRad } from '../../components/kort.js';
import { Meddelande } from '../../components/meddelande.js';
import { Paginering } from '../../components/paginering.js';
import { SakerLank } from '../../components/saker-lank.js';
import { Sida } from '../../components/sida.js';
import { Sidhuvud } from '../../components/sidhuvud.js';
import { Tabell, type Kolumn } from '../../components/tabell.js';
import { TomtLage } from '../../components/tomt-lage.js';
import type { Sidram } from '../../http/page-frame.js';
import type { Epostfel, Insatslage, Kansliarende, Kanslifilter, Urval } from '../../queries/kansli.js';
import { NummerSok } from '../arendelista/sida.js';
import { uppgiftsrubrik } from '../uppgifter/ord.js';
import { Arendetabell, kansliadress } from './arendetabell.js';
import { Matris } from './matris.js';
import { Platstabell } from './platstabell.js';
import { epostfelAntal, nyckeltal, raknade, urvalsord } from './nyckeltal.js';
import { svarsord, utskicksord } from './ord.js';

/** A page of a list. */
interface Listsida {
  rader: readonly Kansliarende[];
  totalt: number;
  sida: number;
  antalSidor: number;
}

export interface KansliPageProps {
  ram: Sidram;
  /** today in Sweden, `YYYY-MM-DD` */
  idag: string;
  lagen: readonly Insatslage[];
  /** the ärenden behind a figure, and which figure */
  urval: Listsida & { vad: Urval };
  alla: Listsida;
  epost: readonly Epostfel[];
  filter: Kanslifilter;
  /** a number that led nowhere */
  saknat?: string | undefined;
  /** the address of a page of either list */
  href: (list: 'urval' | 'alla', sida: number) => string;
}

/** Figures count every insats; where only counts may be seen, their ärenden are in no list. */
function Olistade({ antal, lagen }: { antal: number; lagen: readonly Insatslage[] }): VNode | null {
  if (antal <= 0) return null;
  return (
    <p class="lasbredd">
      {formatTal(antal)} av dem finns i {utanVy(lagen)}, där bara antal visas.
    </p>
  );
}

function UrvalDel({ urval, lagen, idag, href }: Pick<KansliPageProps, 'urval' | 'lagen' | 'idag' | 'href'>): VNode {
  const { vad, rader, totalt, sida, antalSidor } = urval;
  const { rubrik, text } = urvalsord[vad];
  const antal = raknade(lagen, vad);
  return (
    <section id="urval" aria-labelledby="urval-h">
      <h2 id="urval-h">
        {rubrik} ({antal})
      </h2>
      <p class="dampad">{text}.</p>
      <Olistade antal={antal - totalt} lagen={lagen} />
      {rader.length > 0 && <Arendetabell id="urval-tabell" caption={rubrik} rader={rader} idag={idag} />}
      {antal === 0 && (
        <TomtLage rubrik={vad === 'forsenade' ? 'Inget ärende är försenat' : 'Inget ärende just nu'} niva={3}>
          {vad === 'forsenade' && 'Varje öppet ärende har ett nästa steg vars sista dag inte har gått.'}
        </TomtLage>
      )}
      <Paginering
        etikett={`Sidor: ${rubrik.toLocaleLowerCase('sv')}`}
        sida={sida}
        antalSidor={antalSidor}
        href={(to) => href('urval', to)}
      />
    </section>
  );
}

function Filter({ filter, lagen }: Pick<KansliPageProps, 'filter' | 'lagen'>): VNode {
  return (
    <Filterrad action="/kansli#alla" etikett="Filtrera ärenden">
      <Valjare
        name="insats"
        label="Insats"
        tomt="Alla insatser"
        value={filter.insats ?? ''}
        options={lagen.filter(({ perArende }) => perArende).map(({ kod, namn }) => ({ value: kod, label: namn }))}
      />
      <Valjare
        name="fas"
        label="Fas"
        tomt="Alla öppna"
        value={filter.fas ?? ''}
        options={Object.entries(faser).map(([value, label]) => ({ value, label }))}
      />
      <Knapp>Visa</Knapp>
    </Filterrad>
  );
}

function AllaDel(props: KansliPageProps): VNode {
  const { alla, filter, idag, lagen, href } = props;
  const filtered = filter.insats !== undefined || filter.fas !== undefined;
  return (
    <section id="alla" aria-labelledby="alla-h">
      <h2 id="alla-h">
        {filtered ? 'Ärenden i urvalet' : 'Alla öppna ärenden'} ({alla.totalt})
      </h2>
      <p class="dampad">Ärenden med skyddade personuppgifter räknas i tabellen ovan men har ingen rad här.</p>
      <Filter filter={filter} lagen={lagen} />
      {alla.rader.length > 0 ? (
        <Arendetabell
          id="alla-tabell"
          caption="Ärenden efter nummer"
          rader={alla.rader}
          idag={idag}
          stangda={filter.fas === 'stangd'}
        />
      ) : filtered ? (
        <TomtLage
          rubrik="Inga ärenden med det urvalet"
          niva={3}
          atgard={<Lankknapp href="/kansli#alla">Visa alla öppna</Lankknapp>}
        />
      ) : (
        <TomtLage rubrik="Inga öppna ärenden" niva={3}>
          När en remiss kommer in visas ärendet här.
        </TomtLage>
      )}
      <Paginering
        etikett="Sidor med alla ärenden"
        sida={alla.sida}
        antalSidor={alla.antalSidor}
        href={(sida) => href('alla', sida)}
      />
    </section>
  );
}

const mejlord = (slag: Epostfel['slag'], uppgift: Epostfel['uppgift']): string =>
  slag === null
    ? 'Morgonens mejl'
    : `${utskicksord(slag)}${uppgift ? `: ${uppgiftsrubrik(uppgift).toLowerCase()}` : ''}`;

const EPOST: readonly Kolumn<Epostfel>[] = [
  {
    rubrik: 'Gällde',
    radrubrik: true,
    cell: ({ insats, nummer }) =>
      nummer.length === 0
        ? insats
        : nummer.map((ett, at) => (
            <>
              {at > 0 && ', '}
              <SakerLank href={kansliadress(ett)}>{ett}</SakerLank>
            </>
          )),
  },
  { rubrik: 'Mejl', cell: ({ slag, uppgift }) => mejlord(slag, uppgift) },
  { rubrik: 'Till någon hos', cell: ({ verksamhet }) => verksamhet },
  { rubrik: 'Skapat', obruten: true, cell: ({ skapat }) => <Datum varde={skapat} format="iso" /> },
  { rubrik: 'Svar från mejlservern', cell: ({ fel }) => svarsord(fel) },
];

function EpostDel({ epost, lagen }: Pick<KansliPageProps, 'epost' | 'lagen'>): VNode {
  const antal = epostfelAntal(lagen);
  const synliga = epostfelAntal(lagen.filter(({ perArende }) => perArende));
  return (
    <section id="epost" aria-labelledby="epost-h">
      <h2 id="epost-h">Mejl som inte gick fram ({antal})</h2>
      <Olistade antal={antal - synliga} lagen={lagen} />
      {epost.length < synliga && <p>De {epost.length} senaste visas.</p>}
      {antal === 0 && <p class="dampad">Alla mejl de senaste 30 dagarna har gått fram.</p>}
      {epost.length > 0 && (
        <>
          <p class="lasbredd">Uppgiften finns kvar i mottagarens lista. Be förvaltaren kontrollera adressen.</p>
          <Tabell
            id="epost-tabell"
            caption="Mejl som inte gick fram de senaste 30 dagarna"
            doldCaption
            columns={EPOST}
            rows={epost}
            rowKey={({ id, insats }) => `${id}/${insats}`}
          />
        </>
      )}
    </section>
  );
}

const utanVy = (lagen: readonly Insatslage[]): string =>
  lagen
    .filter(({ perArende }) => !perArende)
    .map(({ namn }) => namn)
    .join(', ');

/** `/kansli`: that nothing stands still. Numbers, phases and who owes what; no personal data. */
export function KansliPage(props: KansliPageProps): VNode {
  const { ram, idag, lagen, epost, saknat, urval, href } = props;
  const dolda = utanVy(lagen);
  return (
    <Sida {...ram} titel="Kansli">
      <Sidhuvud
        rubrik="Kansli"
        ingress="Läget i insatserna, efter ärendenummer. Här finns inga uppgifter om personen."
      />
      {saknat !== undefined && (
        <Meddelande typ="warning" nytt rubrik="Ärendet hittades inte">
          <p>Det finns inget ärende med numret {saknat} som kansliet kan se. Kontrollera numret.</p>
        </Meddelande>
      )}
      <NyckeltalRad tal={nyckeltal(lagen)} />
      <Matris lagen={lagen} />
      <Platstabell lagen={lagen} />
      {dolda !== '' && (
        <p class="lasbredd">För {dolda} visas bara antal, enligt överenskommelse med insatsens huvudman.</p>
      )}
      <NummerSok action="/kansli" varde={saknat} />
      <UrvalDel urval={urval} lagen={lagen} idag={idag} href={href} />
      <AllaDel {...props} />
      <EpostDel epost={epost} lagen={lagen} />
    </Sida>
  );
}
