import type { VNode } from 'preact';
import { Faslinje } from '../../api/components/arende/faslinje.js';
import { Matare } from '../../api/components/arende/matare.js';
import { NastaSteg } from '../../api/components/arende/nasta-steg.js';
import { Stegvisare } from '../../api/components/arende/stegvisare.js';
import { Tidslinje } from '../../api/components/arende/tidslinje.js';
import { Brodsmulor } from '../../api/components/brodsmulor.js';
import { Datum, Frist } from '../../api/components/datum.js';
import { Definitionslista } from '../../api/components/definitionslista.js';
import { Demorad } from '../../api/components/demorad.js';
import { Flikar } from '../../api/components/flikar.js';
import { Knapp, Knapprad, Lankknapp } from '../../api/components/knapp.js';
import { Kolumner, Kort, NyckeltalRad } from '../../api/components/kort.js';
import { Marke } from '../../api/components/marke.js';
import { Meddelande } from '../../api/components/meddelande.js';
import { Paginering } from '../../api/components/paginering.js';
import { SakerLank } from '../../api/components/saker-lank.js';
import { Sida } from '../../api/components/sida.js';
import { Sidhuvud } from '../../api/components/sidhuvud.js';
import { Tabell } from '../../api/components/tabell.js';
import { TomtLage } from '../../api/components/tomt-lage.js';
import { Utfallbar } from '../../api/components/utfallbar.js';
import { FormExample } from './gallery-form.js';

const TODAY = '2026-11-23';
const LONG_WORD = 'Arbetsmarknadsrehabiliteringssamordningsförbundsverksamheten';

const menu = [
  { href: '/', text: 'Start' },
  { href: '/uppgifter', text: 'Uppgifter', antal: 12 },
  { href: '/arenden', text: 'Ärenden' },
  { href: '/moten', text: 'Möten' },
  { href: '/insatser', text: 'Insatser' },
];

interface Row {
  nr: string;
  fas: string;
  steg: string;
  ansvarig: string;
  senast: string;
}

function rows(count: number): Row[] {
  return Array.from({ length: count }, (_, index) => ({
    nr: `SAMBA-2026-${String(index + 1).padStart(4, '0')}`,
    fas: ['Konsultation', 'Kartläggning', 'Process'][index % 3] ?? '',
    steg: index === 1 ? `Lämna yttrande till ${LONG_WORD}` : 'Planuppföljning med deltagaren',
    ansvarig: index === 2 ? 'Test Testsson-Exempelberg' : 'Region, vuxenpsykiatri',
    senast: ['2026-11-19', '2026-11-25', '2027-01-15'][index % 3] ?? TODAY,
  }));
}

function Lists({ count }: { count: number }): VNode {
  return (
    <>
      <Tabell
        id="arenden"
        caption="Ärenden som väntar på något"
        columns={[
          {
            rubrik: 'Ärende',
            radrubrik: true,
            obruten: true,
            cell: (row) => <SakerLank href="/x">{row.nr}</SakerLank>,
          },
          { rubrik: 'Fas', cell: (row) => <Marke typ="info">{row.fas}</Marke> },
          { rubrik: 'Nästa steg', cell: (row) => row.steg },
          { rubrik: 'Ansvarig', cell: (row) => row.ansvarig },
          {
            rubrik: 'Senast',
            sortering: { href: '?sortera=senast', riktning: 'ascending' },
            cell: (row) => <Frist senast={row.senast} idag={TODAY} />,
          },
        ]}
        rows={rows(count)}
        rowKey={(row) => row.nr}
        markera={(row) => (row.senast < TODAY ? 'fel' : undefined)}
      />
      <Paginering sida={4} antalSidor={17} href={(page) => `?sida=${page}`} />
      <Tabell
        id="faser"
        caption="Ärenden per insats och fas"
        smalt="rulla"
        tat
        columns={[
          { rubrik: 'Insats', radrubrik: true, cell: (row: { namn: string }) => row.namn },
          ...['I kö', 'Konsultation', 'Kartläggning', 'Process', 'Båda', 'Verkställighet', 'Avslut', '90 dagar'].map(
            (rubrik, index) => ({ rubrik, align: 'right' as const, cell: () => (index * 7) % 10 }),
          ),
        ]}
        rows={[{ namn: 'SAMBA' }, { namn: 'Vägknuten' }]}
        rowKey={(row) => row.namn}
        summa={['Summa', 0, 14, 8, 2, 16, 10, 4, 18]}
      />
      <Tabell
        id="tom"
        caption="Tom"
        columns={[{ rubrik: 'Ärende', cell: () => '' }]}
        rows={[]}
        rowKey={() => ''}
        empty={
          <TomtLage rubrik="Du har inga uppgifter" atgard={<Lankknapp href="/arenden">Visa alla ärenden</Lankknapp>}>
            <p>När ett ärende väntar på dig visas det här, och du får ett mejl.</p>
          </TomtLage>
        }
      />
    </>
  );
}

function Case(): VNode {
  return (
    <>
      <Faslinje
        faser={[
          { namn: 'Mottagen', lage: 'klar', info: '2 feb 2026' },
          { namn: 'Konsultation', lage: 'klar', info: '26 feb 2026' },
          { namn: 'Kartläggning', lage: 'hoppad', info: 'teamets beslut' },
          { namn: 'Process', lage: 'pagar', info: 'sedan 4 maj' },
          { namn: 'Verkställighet', lage: 'pagar', info: 'sedan 1 sep' },
          { namn: 'Avslut', lage: 'kommande' },
          { namn: '90-dagarsuppföljning', lage: 'kommande' },
        ]}
      />
      <Kolumner typ="bred-smal">
        <NastaSteg uppgift="Planuppföljning" agare="du" senast="2026-11-27" idag={TODAY}>
          <Knapp variant="primary">Registrera planuppföljning</Knapp>
          <Knapp>Skjut upp</Knapp>
        </NastaSteg>
        <Kort rubrik="Insatstid">
          <Matare anvanda={212} totalt={365}>
            <p>Pausad 14 dagar. Slut 2027-05-03.</p>
          </Matare>
        </Kort>
      </Kolumner>
      <Kolumner>
        <Kort rubrik="Snart slut">
          <Matare anvanda={340} totalt={365} />
        </Kort>
        <Kort rubrik="Över tiden">
          <Matare anvanda={380} totalt={365} />
        </Kort>
        <Kort rubrik="Utan gräns" atgard={<SakerLank href="/x">Ändra</SakerLank>}>
          <Matare anvanda={40} />
        </Kort>
      </Kolumner>
      <Flikar
        etikett="Delar av ärendet"
        aktiv="/tidslinje"
        flikar={[
          { href: '/oversikt', text: 'Översikt' },
          { href: '/anteckningar', text: 'Anteckningar', antal: 14 },
          { href: '/plan', text: 'Plan' },
          { href: '/moten-yttranden', text: 'Möten och yttranden' },
          { href: '/tidslinje', text: 'Tidslinje' },
        ]}
      />
      <h2>Tidslinje</h2>
      <Tidslinje
        idag={TODAY}
        planerade={[
          { id: 'p1', tid: '2026-11-27', rubrik: 'Planuppföljning' },
          { id: 'p2', tid: '2027-05-03', rubrik: 'Insatstiden tar slut' },
        ]}
        handelser={[
          { id: 'h1', tid: '2026-02-02T08:05:00Z', rubrik: 'Remiss mottagen', av: 'Test Testsson, Försäkringskassan' },
          {
            id: 'h2',
            tid: '2026-09-01T09:30:00Z',
            rubrik: 'Arbetsprövning startad',
            text: `25 procent.\nPlats: ${LONG_WORD}.`,
            av: 'Prova Provsson, koordinator',
          },
        ]}
      />
    </>
  );
}

function Small(): VNode {
  return (
    <>
      <Meddelande typ="success" rubrik="Yttrandet är lämnat" nytt>
        <p>Teamet ser det när mötet öppnas.</p>
      </Meddelande>
      <Meddelande typ="info">
        <p>Mötet hålls {<Datum varde="2026-11-27" />}.</p>
      </Meddelande>
      <Meddelande typ="warning" rubrik="Samtycket går snart ut" />
      <Meddelande typ="error" rubrik="Beslutet är inte registrerat ännu">
        <p>Motorn svarar inte. Det du skrev är sparat. Försök igen om en stund.</p>
      </Meddelande>
      <p>
        <Marke>Utkast</Marke> <Marke typ="info">Konsultation</Marke> <Marke typ="success">Klart</Marke>{' '}
        <Marke typ="warning">Snart</Marke> <Marke typ="error">Försenat 4 dagar</Marke>
      </p>
      <NyckeltalRad
        tal={[
          { rubrik: 'Stilla just nu', varde: 3, href: '/x', typ: 'fel' },
          { rubrik: 'Försenade uppgifter', varde: 7, href: '/y', typ: 'varning' },
          { rubrik: 'Insatstid slut inom 30 dagar', varde: 5 },
          { rubrik: 'Äldsta väntan', varde: 41, enhet: 'dagar', text: 'SAMBA, i kö' },
        ]}
      />
      <Knapprad>
        <Knapp variant="primary">Skicka remiss</Knapp>
        <Knapp>Spara utkast</Knapp>
        <Lankknapp href="/avbryt" variant="tertiary">
          Avbryt
        </Lankknapp>
        <Knapp variant="danger">Återta remissen</Knapp>
        <Knapp liten>Liten</Knapp>
      </Knapprad>
      <Utfallbar rubrik="Mer om samtycke">
        <p>Samtycke ges för varje verksamhet för sig.</p>
      </Utfallbar>
      <Definitionslista
        rader={[
          { term: 'Insats', varde: 'Vägknuten', andra: { href: '/remisser/ny/insats' } },
          { term: 'Fråga till teamet', varde: `Första raden.\nAndra raden.`, andra: { href: '/x', vad: 'frågan' } },
          { term: 'Tolk', varde: '' },
          { term: LONG_WORD, varde: LONG_WORD, andra: { href: '/y' } },
        ]}
      />
    </>
  );
}

/** Every component in its states on one page, as data for the tests and for a look at it. */
export function Gallery({ count = 6, hostile = '' }: { count?: number; hostile?: string }): VNode {
  return (
    <Sida
      titel={`Mina remisser${hostile}`}
      meny={menu}
      aktiv="/arenden"
      user={{ namn: `Test Testsson${hostile}`, roll: 'Koordinator, Nybro kommun' }}
      csrf="token"
      mailbox="http://localhost:3001/"
      demo={
        <Demorad datum="mån 23 nov 2026">
          <Knapp liten>Nästa händelse</Knapp>
        </Demorad>
      }
      brodsmulor={
        <Brodsmulor
          lankar={[
            { href: '/', text: 'Start' },
            { href: '/arenden', text: 'Ärenden' },
          ]}
          har="SAMBA-2026-0042"
        />
      }
      harFel
    >
      <Sidhuvud
        overrubrik="SAMBA-2026-0042"
        rubrik={`Ärende för Åsa D.${hostile}`}
        marken={<Marke typ="info">Process</Marke>}
        ingress="Här ser du vad ärendet väntar på och vad som har hänt."
        atgarder={<Lankknapp href="/byt">Byt koordinator</Lankknapp>}
      />
      <Case />
      <h2>Listor</h2>
      <Lists count={count} />
      <h2>Smått</h2>
      <Small />
      <h2>Formulär</h2>
      <Stegvisare
        aktuellt={2}
        steg={[
          { text: 'Insats och syfte', href: '/remisser/ny/insats' },
          { text: 'Person' },
          { text: 'Samtycke' },
          { text: 'Bakgrund' },
          { text: 'Fråga' },
          { text: 'Kontrollera' },
        ]}
      />
      <FormExample hostile={hostile} />
    </Sida>
  );
}
