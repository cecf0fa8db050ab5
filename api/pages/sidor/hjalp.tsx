import type { ComponentChildren, VNode } from 'preact';
import { roller, type Rollkod } from '../../../domain/koder.js';
import { SakerLank } from '../../components/saker-lank.js';
import { Sida } from '../../components/sida.js';
import { Sidhuvud } from '../../components/sidhuvud.js';
import type { Sidram } from '../../http/page-frame.js';

type Avsnitt = readonly [roll: Rollkod, text: ComponentChildren];

const AVSNITT: readonly Avsnitt[] = [
  [
    'handlaggare',
    <>
      <p>
        Du skickar remissen och får beskedet. Under <em>Mina remisser</em> ser du vad varje remiss väntar på och till
        när.
      </p>
      <ol>
        <li>Välj Ny remiss och svara på en fråga per sida. Det du har skrivit sparas vid varje steg.</li>
        <li>Kontrollera svaren och skicka. Du får ett kvitto med ärendenummer.</li>
        <li>Får du ett råd från teamet: återkoppla hur det gick. Gick det inte tas ärendet upp på nytt.</li>
        <li>Rekommenderar teamet inskrivning: fråga personen och registrera svaret.</li>
      </ol>
    </>,
  ],
  [
    'teamrepresentant',
    <>
      <p>
        Du lämnar yttrande för din verksamhet i de ärenden som personens samtycke öppnar för er. När samtycket upphör
        försvinner ärendet från din lista.
      </p>
      <p>Yttrandet ska lämnas före mötet. Sista dagen står i uppgiften.</p>
      <p>Ett hinder som inget enskilt ärende kan lösa anmäler du på insatsens sida. Styrgruppen svarar.</p>
    </>,
  ],
  [
    'medhandlaggare',
    <p>
      Du har åtagit dig en åtgärd i ett ärende. Den står under <em>Uppgifter</em>: berätta där om den är gjord eller har
      hindrats. Du ser åtgärden och ärendets nummer, inte vem det gäller.
    </p>,
  ],
  [
    'koordinator',
    <>
      <p>
        Du arbetar med deltagaren från inskrivning till uppföljning. Startsidan visar vad som är mest brådskande och
        nästa steg i varje ärende.
      </p>
      <ol>
        <li>Avsluta kartläggningen och välj spår.</li>
        <li>Se över planen var 90:e dag om insatsen inte anger något annat, och byt arbetsfas när arbetet ändras.</li>
        <li>Föreslå förlängning eller avsluta innan insatstiden går ut.</li>
        <li>Komplettera avslutet, och följ upp när 90 dagar har gått.</li>
      </ol>
    </>,
  ],
  [
    'sammankallande',
    <>
      <p>
        Du granskar nya remisser, registrerar teamets rekommendation, skriver in och beslutar om förlängning. Ärendena i
        din insats står under <em>Ärenden</em>. Under <em>Insats</em> finns kön, mötena, personerna och profilen, alltså
        de tal och ord som insatsen arbetar efter.
      </p>
      <p>Blir en uppgift ogjord påminns först den som ska göra den, sedan ersättaren, sedan du, sedan styrgruppen.</p>
    </>,
  ],
  [
    'kansli',
    <p>
      Du ser till att inget står still. Under <em>Kansli</em> finns ärendena efter nummer: fas, vem som ska göra vad och
      vad som är försenat. Du ser inga uppgifter om personen. Varje visning loggas.
    </p>,
  ],
  [
    'forvaltare',
    <p>
      Du lägger till och stänger av användare hos er part, lägger in frånvaro åt den som inte kan, och lämnar över allt
      som ligger hos någon som slutar. Du ser inga uppgifter om deltagare.
    </p>,
  ],
  [
    'granskare',
    <p>
      Under <em>Logg</em> ser du vem som har läst och gjort vad, när och med vilken rätt. Du granskar också varje
      nödåtkomst: varför den öppnades och vad som lästes. Det du söker loggas, liksom allt annat.
    </p>,
  ],
  [
    'nodatkomst',
    <p>
      När något har hänt och ett ärende inte kan vänta öppnar du det under <em>Nödåtkomst</em>, med skäl och i fyra
      timmar. Du kan läsa men inte ändra. Förvaltaren får veta det direkt, och en granskare går igenom vad du har läst.
    </p>,
  ],
  [
    'styrgrupp',
    <>
      <p>
        Under <em>Styrgruppen</em> står frågor som väntar på ert beslut, utan namn: lyfta ärenden, medel över taket och
        strukturella hinder. Svaret går tillbaka till dem som frågade.
      </p>
      <p>Du får också ett mejl när ett ärende har stått still så länge att styrgruppen behöver agera.</p>
    </>,
  ],
];

const FRAGOR: readonly (readonly [fraga: string, svar: string])[] = [
  [
    'Vad händer när jag tar en uppgift eller ger den till någon?',
    'De andra som kan göra den ser vem som har den, och den står som din eller hennes. Inget är beslutat: uppgiften är klar först när beslutet är fattat, och den sista dagen ändras inte. Lämna tillbaka den om du inte hinner.',
  ],
  [
    'Vart tar en uppgift vägen som jag lägger åt sidan?',
    'Den står för sig längst ner i listan och kommer tillbaka av sig själv på dagen du valde, senast på sin sista dag.',
  ],
  [
    'Vad betyder att ett beslut inte är registrerat ännu?',
    'Ett beslut är fattat först när sidan säger det. Om tjänsten inte kan ta emot det står det på sidan, och allt du har skrivit finns kvar. Skicka igen om en stund: det blir ändå bara ett beslut.',
  ],
  [
    'Någon annan hann före',
    'Om någon annan beslutade medan du skrev får du veta det, och din text finns kvar så att du kan kopiera den.',
  ],
  [
    'Jag ska vara borta några dagar',
    'Lägg in dagarna på Min profil och välj en ersättare i samma verksamhet. Ersättaren har dina uppgifter under tiden. När du är tillbaka är de dina igen, utan att någon flyttar något.',
  ],
  ['Jag blev utloggad medan jag skrev', 'Logga in igen och skicka. Det du hade skrivit följer med.'],
  [
    'Hur räknas dagarna?',
    'Arbetsdagar är måndag till fredag utom röda dagar, midsommarafton, julafton och nyårsafton. En sista dag som infaller på en helg flyttas till nästa arbetsdag.',
  ],
  [
    'Vad står i mejlen?',
    'Bara ärendenummer, vad som väntar och en länk. Uppgifter om personen skickas aldrig med mejl.',
  ],
  [
    'När kommer mejlen?',
    'Vardagar mellan klockan 7 och 17. Det mesta samlas i ett mejl klockan 8.15; det som är skyndsamt kommer för sig. Kvittot på en remiss kommer direkt. Under Min profil väljer du vilka mejl du får.',
  ],
];

/** `/hjalp`: a short handbook, the reader's own roles first. */
export function HjalpPage({ ram, egna }: { ram: Sidram; egna: ReadonlySet<Rollkod> }): VNode {
  const ordnade = AVSNITT.toSorted(([a], [b]) => Number(egna.has(b)) - Number(egna.has(a)));
  return (
    <Sida {...ram} titel="Hjälp" smal>
      <Sidhuvud
        rubrik="Hjälp"
        ingress="Remissflöde följer ett ärende från remiss till avslut och till uppföljningen 90 dagar senare."
      />
      {ordnade.map(([roll, text]) => (
        <section key={roll} aria-labelledby={`hjalp-${roll}`}>
          <h2 id={`hjalp-${roll}`}>
            {roller[roll]}
            {egna.has(roll) && ' (din roll)'}
          </h2>
          {text}
        </section>
      ))}
      <h2>Vanliga frågor</h2>
      {FRAGOR.map(([fraga, svar]) => (
        <section key={fraga}>
          <h3>{fraga}</h3>
          <p>{svar}</p>
        </section>
      ))}
      <p>
        Läs också om <SakerLank href="/tillganglighet">tillgängligheten</SakerLank>.
      </p>
    </Sida>
  );
}
