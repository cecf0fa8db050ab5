import type { ComponentChildren, VNode } from 'preact';
import { faser } from '../../../domain/faser.js';
import type { Rollkod } from '../../../domain/koder.js';
import { Frist } from '../../components/datum.js';
import { formatDatum, formatRelativ } from '../../components/format.js';
import { Lankknapp } from '../../components/knapp.js';
import { Kort, NyckeltalRad } from '../../components/kort.js';
import { SakerLank } from '../../components/saker-lank.js';
import { Sida } from '../../components/sida.js';
import { Sidhuvud } from '../../components/sidhuvud.js';
import { Tabell, type Kolumn } from '../../components/tabell.js';
import { TomtLage } from '../../components/tomt-lage.js';
import type { Sidram } from '../../http/page-frame.js';
import type { Insatslage } from '../../queries/kansli.js';
import type { EgnaRemisser, Inkorg, NastaStegRad } from '../../queries/start.js';
import type { Insatsuppgiftsrad } from '../../queries/insatsuppgifter.js';
import type { Grupp, Uppgiftsgrupp } from '../../queries/mina-uppgifter.js';
import type { Motesarende } from '../../queries/teammoten.js';
import { nyckeltal } from '../kansli/nyckeltal.js';
import { ansvarig, uppgiftsrubrik } from '../uppgifter/ord.js';
import { beslutsadress, Uppgiftstabell } from '../uppgifter/tabell.js';
import { Insatstabell } from '../uppgifter/insatstabell.js';
import { Vantetabell, Vilotabell } from '../uppgifter/vantar.js';
import { Teammoten } from './teammoten.js';

export interface StartPageProps {
  ram: Sidram;
  /** today in Sweden, `YYYY-MM-DD` */
  idag: string;
  /** the roles that the person acts by today, those lent to her too */
  roller: ReadonlySet<string>;
  /** what is the person's to do, the first of each group */
  uppgifter: Readonly<Record<Grupp, Uppgiftsgrupp>>;
  /** what the person owes that belongs to no ärende */
  insatsuppgifter: readonly Insatsuppgiftsrad[];
  remisser?: EgnaRemisser | undefined;
  arenden?: { rader: NastaStegRad[]; totalt: number } | undefined;
  inkorg?: Inkorg | undefined;
  moten?: readonly Motesarende[] | undefined;
  insatslagen?: Insatslage[] | undefined;
}

/** Overdue, today, the rest of the week until Sunday, later. */
const GRUPPER = { forsenat: 'Försenat', idag: 'I dag', veckan: 'Senare i veckan', senare: 'Senare' } as const;
type Tidsgrupp = keyof typeof GRUPPER;

function Gruppen({ id, grupp, idag }: { id: Tidsgrupp; grupp: Uppgiftsgrupp; idag: string }): VNode | null {
  const { antal, rader } = grupp;
  if (antal === 0) return null;
  return (
    <>
      <h2>
        {GRUPPER[id]} ({antal})
      </h2>
      <Uppgiftstabell id={id} caption={GRUPPER[id]} doldCaption rader={rader} idag={idag} jamn />
      {antal > rader.length && (
        <p>
          <SakerLank href="/uppgifter">Visa {antal - rader.length} till under Uppgifter</SakerLank>
        </p>
      )}
    </>
  );
}

const tidsgrupper = Object.keys(GRUPPER) as Tidsgrupp[];

const stegkolumner = (idag: string): Kolumn<NastaStegRad>[] => [
  {
    rubrik: 'Ärende',
    radrubrik: true,
    obruten: true,
    cell: ({ nummer }) => <SakerLank href={`/arenden/${nummer}`}>{nummer}</SakerLank>,
  },
  { rubrik: 'Insats', cell: ({ insats }) => insats },
  { rubrik: 'Fas', cell: ({ fas }) => faser[fas] },
  {
    rubrik: 'Nästa steg',
    cell: ({ uppgift, roll }) =>
      uppgift ? `${uppgiftsrubrik(uppgift)}${roll ? ` (${ansvarig(roll).toLowerCase()})` : ''}` : '–',
  },
  { rubrik: 'Senast', cell: ({ forfaller }) => (forfaller ? <Frist senast={forfaller} idag={idag} /> : '–') },
];

function EgnaArenden({ arenden, idag }: { arenden: NonNullable<StartPageProps['arenden']>; idag: string }): VNode {
  const { rader, totalt } = arenden;
  return (
    <>
      <h2>Mina ärenden ({totalt})</h2>
      <Tabell
        id="mina-arenden"
        caption="Mina ärenden och nästa steg"
        doldCaption
        columns={stegkolumner(idag)}
        rows={rader}
        rowKey={({ nummer }) => nummer}
        empty={
          <TomtLage rubrik="Du är inte koordinator för något öppet ärende" niva={3}>
            När du utses till koordinator vid en inskrivning visas ärendet här.
          </TomtLage>
        }
      />
      {totalt > rader.length && (
        <p>
          <SakerLank href="/arenden?mina=ja">Visa alla {totalt} ärenden</SakerLank>
        </p>
      )}
    </>
  );
}

const antalOrd = (antal: number, en: string, flera: string): string => `${antal} ${antal === 1 ? en : flera}`;

function RemissKort({ remisser: { oppna, utkast } }: { remisser: EgnaRemisser }): VNode {
  return (
    <Kort rubrik="Mina remisser">
      <p>
        {oppna === 0 ? 'Du har inga öppna remisser.' : `Du har ${antalOrd(oppna, 'öppen remiss', 'öppna remisser')}.`}{' '}
        {utkast > 0 && `${antalOrd(utkast, 'utkast är inte skickat', 'utkast är inte skickade')} än.`}
      </p>
      <p>
        <SakerLank href="/remisser">
          {oppna === 0 ? 'Se mina remisser' : 'Se mina remisser och vad de väntar på'}
        </SakerLank>
      </p>
    </Kort>
  );
}

function InkorgKort({ inkorg: { antal, aldst }, idag }: { inkorg: Inkorg; idag: string }): VNode {
  return (
    <Kort rubrik="Inkomna remisser">
      {antal === 0 || aldst === null ? (
        <p>Ingen remiss väntar på granskning.</p>
      ) : (
        <>
          <p>
            {antalOrd(antal, 'remiss väntar', 'remisser väntar')} på granskning. Den äldsta kom {formatDatum(aldst)} (
            {formatRelativ(aldst, idag)}).
          </p>
          <p>
            <SakerLank href="/arenden?fas=mottagen">Visa inkomna remisser</SakerLank>
          </p>
        </>
      )}
    </Kort>
  );
}

function KansliDel({ insatslagen }: { insatslagen: readonly Insatslage[] }): VNode {
  return (
    <>
      <h2>Läget i insatserna</h2>
      <NyckeltalRad tal={nyckeltal(insatslagen)} />
      <p>
        <SakerLank href="/kansli">Öppna kansliets översikt</SakerLank>
      </p>
    </>
  );
}

/** The one primary button: write a remiss, begin with the most urgent task, or open the page of one's role. */
function Huvudknapp({ roller, uppgifter }: StartPageProps): ComponentChildren {
  if (roller.has('handlaggare'))
    return (
      <Lankknapp variant="primary" href="/remisser/ny">
        Ny remiss
      </Lankknapp>
    );
  const forst = tidsgrupper.flatMap((grupp) => uppgifter[grupp].rader);
  const adress = forst.map(beslutsadress).find((one) => one !== undefined);
  if (adress !== undefined)
    return (
      <Lankknapp variant="primary" href={adress}>
        Börja med det mest brådskande
      </Lankknapp>
    );
  if (roller.has('kansli'))
    return (
      <Lankknapp variant="primary" href="/kansli">
        Öppna kansliets översikt
      </Lankknapp>
    );
  if (roller.has('forvaltare'))
    return (
      <Lankknapp variant="primary" href="/admin">
        Öppna förvaltningen
      </Lankknapp>
    );
  return (
    roller.has('arkivansvarig') && (
      <Lankknapp variant="primary" href="/gallring">
        Öppna gallringen
      </Lankknapp>
    )
  );
}

const UPPGIFTSROLLER: readonly Rollkod[] = [
  'handlaggare',
  'medhandlaggare',
  'teamrepresentant',
  'koordinator',
  'sammankallande',
  'styrgrupp',
];

function sammanfattning({ uppgifter, insatsuppgifter, idag }: StartPageProps): string {
  const antal = tidsgrupper.reduce((sum, grupp) => sum + uppgifter[grupp].antal, insatsuppgifter.length);
  if (antal === 0) return `Inget väntar på dig. I dag är det ${formatDatum(idag)}.`;
  const forsenade = uppgifter.forsenat.antal + insatsuppgifter.filter(({ forfaller }) => forfaller < idag).length;
  const many = `${antalOrd(antal, 'uppgift', 'uppgifter')} väntar på dig`;
  return `${many}${forsenade > 0 ? `, varav ${antalOrd(forsenade, 'försenad', 'försenade')}` : ''}. I dag är det ${formatDatum(idag)}.`;
}

/** `/`: what must I do now, over all roles the person has. */
export function StartPage(props: StartPageProps): VNode {
  const { ram, idag, roller, uppgifter, insatsuppgifter, remisser, arenden, inkorg, moten, insatslagen } = props;
  const owesTasks = UPPGIFTSROLLER.some((roll) => roller.has(roll));
  return (
    <Sida {...ram} titel="Att göra nu">
      <Sidhuvud
        rubrik="Att göra nu"
        ingress={owesTasks ? sammanfattning(props) : `I dag är det ${formatDatum(idag)}.`}
        atgarder={<Huvudknapp {...props} />}
      />
      {roller.size === 0 && <p>Du har ingen roll i Remissflöde. Kontakta förvaltaren i din organisation.</p>}
      {owesTasks && (
        <p>
          <SakerLank href="/dagen">Min dag på en sida, också att skriva ut</SakerLank>
        </p>
      )}
      {tidsgrupper.map((id) => (
        <Gruppen key={id} id={id} grupp={uppgifter[id]} idag={idag} />
      ))}
      <Insatstabell rader={insatsuppgifter} idag={idag} />
      <Vilotabell {...uppgifter.vilar} href="/uppgifter?lage=vilar" />
      <Vantetabell {...uppgifter.vantar} href="/uppgifter?lage=vantar" />
      {owesTasks && insatsuppgifter.length === 0 && Object.values(uppgifter).every(({ antal }) => antal === 0) && (
        <TomtLage rubrik="Allt är gjort">När något väntar på dig får du ett mejl, och uppgiften hamnar här.</TomtLage>
      )}
      {inkorg && <InkorgKort inkorg={inkorg} idag={idag} />}
      {moten && <Teammoten arenden={moten} />}
      {remisser && <RemissKort remisser={remisser} />}
      {arenden && <EgnaArenden arenden={arenden} idag={idag} />}
      {insatslagen && <KansliDel insatslagen={insatslagen} />}
    </Sida>
  );
}
