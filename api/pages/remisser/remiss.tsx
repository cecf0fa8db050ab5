import type { VNode } from 'preact';
import { handelsetext, type Skrivsatt } from '../../../domain/handelsetexter/index.js';
import type { Dag } from '../../../domain/kalender/tid.js';
import { isKod, rekommendationer } from '../../../domain/koder.js';
import { uppgiftstyper } from '../../../domain/uppgifter.js';
import { beslut } from '../../../domain/faser.js';
import { NastaSteg } from '../../components/arende/nasta-steg.js';
import { Tidslinje, type Handelse } from '../../components/arende/tidslinje.js';
import { Brodsmulor } from '../../components/brodsmulor.js';
import { Datum } from '../../components/datum.js';
import { Definitionslista } from '../../components/definitionslista.js';
import { formatDatum, formatTidpunkt } from '../../components/format.js';
import { Knapprad, Lankknapp } from '../../components/knapp.js';
import { Kort } from '../../components/kort.js';
import { Marke } from '../../components/marke.js';
import { Meddelande } from '../../components/meddelande.js';
import { SakerLank } from '../../components/saker-lank.js';
import { Sida } from '../../components/sida.js';
import { Sidhuvud } from '../../components/sidhuvud.js';
import { Tabell } from '../../components/tabell.js';
import { Utfallbar } from '../../components/utfallbar.js';
import type { Sidram } from '../../http/page-frame.js';
import type { Kompletteringsrad, Rekommendationsrad, Remisshandelse, Remissvy } from '../../queries/remiss.js';
import { remissbilagor } from './bilagor.js';
import { skickatRader } from './skickat.js';
import { lagetIOrd, vantarPa, vantarVad } from './vantan.js';

export interface RemissidaProps {
  readonly remiss: Remissvy;
  readonly idag: Dag;
  readonly ram: Sidram;
}

/** A sent remiss: what it waits for, what the team has said, and what has happened. */
export function Remissida({ remiss, idag, ram }: RemissidaProps): VNode {
  const { nummer, insats, fas, stangdSom, inskickad, oppen, skickat } = remiss;
  return (
    <Sida
      {...ram}
      visar={{ nummer: [nummer], visning: oppen ? 'remiss' : 'skickat' }}
      titel={nummer}
      brodsmulor={<Brodsmulor lankar={[{ href: '/remisser', text: 'Mina remisser' }]} har={nummer} />}
    >
      <Sidhuvud
        rubrik={nummer}
        overrubrik={insats}
        ingress={
          <>
            {skickat.namn !== undefined && `${skickat.namn} · `}Skickad <Datum varde={inskickad} />
          </>
        }
        {...(oppen ? { marken: <Marke typ={stangdSom ? 'neutral' : 'info'}>{lagetIOrd(fas, stangdSom)}</Marke> } : {})}
      />
      {oppen ? <Vantan remiss={remiss} idag={idag} /> : <Slutet />}
      <Fortsattning remiss={remiss} />
      {remiss.kompletteringar.map((one) => (
        <Komplettering key={one.id} komplettering={one} />
      ))}
      {remiss.rekommendationer.map((one) => (
        <Rekommendation key={one.id} rekommendation={one} />
      ))}
      {oppen && (
        <Kort rubrik="Tidslinje">
          <Tidslinje
            planerade={planerade(remiss)}
            handelser={remiss.handelser.map(skrivHandelse(remiss))}
            idag={idag}
          />
        </Kort>
      )}
      <p>
        <SakerLank href={remissbilagor(nummer)}>Bilagor till remissen</SakerLank>
      </p>
      <Utfallbar rubrik="Det du skickade">
        <Definitionslista rader={skickatRader(skickat)} />
      </Utfallbar>
      {remiss.kanTaTillbaka && (
        <Knapprad>
          <Lankknapp variant="tertiary" href={`/arenden/${nummer}/beslut/atertagande`}>
            {beslut.atertagande}
          </Lankknapp>
        </Knapprad>
      )}
    </Sida>
  );
}

function Slutet(): VNode {
  return (
    <Meddelande typ="warning" rubrik="Samtycket för din verksamhet gäller inte längre">
      <p>Därför visas bara det du själv skickade. Kontakta sammankallande om personen har lämnat ett nytt samtycke.</p>
    </Meddelande>
  );
}

/** The sender's own tasks with their buttons; otherwise whom it waits for. */
function Vantan({ remiss, idag }: { remiss: Remissvy; idag: Dag }): VNode | null {
  const [own] = remiss.egnaUppgifter;
  if (own) {
    const slag = uppgiftstyper[own.typ];
    const [typ] = slag.beslut;
    return (
      <NastaSteg uppgift={slag.rubrik} agare="du" senast={own.forfaller} idag={idag} text={slag.varfor}>
        <Lankknapp variant="primary" href={`/arenden/${remiss.nummer}/beslut/${typ}`}>
          {beslut[typ]}
        </Lankknapp>
      </NastaSteg>
    );
  }
  if (!remiss.vantan) return null;
  return (
    <NastaSteg
      uppgift={vantarVad(remiss.vantan)}
      agare={vantarPa(remiss.vantan).toLocaleLowerCase('sv')}
      senast={remiss.vantan.forfaller}
      idag={idag}
      text="Du behöver inte göra något nu."
    >
      {
        // without a task of the sender's, the person has said yes in this phase
        remiss.fas === 'inskrivning' && (
          <Lankknapp variant="secondary" href={`/arenden/${remiss.nummer}/beslut/personens_svar`}>
            Personen har ångrat sig
          </Lankknapp>
        )
      }
    </NastaSteg>
  );
}

/** Where the case goes on when another insats suited better. */
function Fortsattning({ remiss: { fortsatter } }: { remiss: Remissvy }): VNode | null {
  if (fortsatter === undefined) return null;
  return (
    <Meddelande typ="info" rubrik="Ärendet fortsätter i en annan insats">
      <p>
        Följ det i <SakerLank href={`/remisser/${fortsatter}`}>{fortsatter}</SakerLank>.
      </p>
    </Meddelande>
  );
}

/** What the sender was asked, and what she answered. */
function Komplettering({ komplettering }: { komplettering: Kompletteringsrad }): VNode {
  const { fraga, senast, svar, svarad } = komplettering;
  return (
    <Kort rubrik="Komplettering">
      <Definitionslista
        rader={[
          { term: 'Fråga', varde: fraga },
          ...(svar === undefined || svarad === undefined
            ? [{ term: 'Svara senast', varde: <Datum varde={senast} /> }]
            : [
                { term: 'Ditt svar', varde: svar },
                { term: 'Skickat', varde: <Datum varde={svarad} /> },
              ]),
        ]}
      />
    </Kort>
  );
}

function Rekommendation({ rekommendation }: { rekommendation: Rekommendationsrad }): VNode {
  const { id, utfall, motivering, mote, nar, atgarder } = rekommendation;
  const ord = isKod(rekommendationer, utfall) ? rekommendationer[utfall] : utfall;
  return (
    <Kort rubrik={`Teamets rekommendation: ${ord.toLocaleLowerCase('sv')}`}>
      <Definitionslista
        rader={[
          { term: 'Teamets möte', varde: <Datum varde={mote} /> },
          { term: 'Registrerad', varde: <Datum varde={nar} /> },
          { term: 'Motivering', varde: motivering },
        ]}
      />
      {atgarder.length > 0 && (
        <Tabell
          id={`atgarder-${id}`}
          caption="Åtgärder"
          rows={atgarder}
          rowKey={(atgard) => atgard.id}
          columns={[
            { rubrik: 'Åtgärd', radrubrik: true, cell: ({ atgard }) => atgard },
            { rubrik: 'Verksamhet', cell: ({ verksamhet }) => verksamhet },
            { rubrik: 'Ansvarig', cell: ({ ansvarig }) => ansvarig ?? '–' },
            { rubrik: 'Senast', obruten: true, cell: ({ senast }) => <Datum varde={senast} format="iso" /> },
          ]}
        />
      )}
    </Kort>
  );
}

const planerade = ({ mote }: Remissvy): Handelse[] =>
  mote === undefined ? [] : [{ id: 'mote', tid: mote, rubrik: 'Teamets möte' }];

const skrivHandelse = ({ namn, skickat: { profil } }: Remissvy) => {
  const skriv: Skrivsatt = { dag: formatDatum, tid: formatTidpunkt, namn: (id) => namn[id] ?? 'okänd', profil };
  return ({ id, typ, nar, data, av, skal }: Remisshandelse): Handelse => {
    const { rubrik, text } = handelsetext(typ, data, skriv);
    const whole = [text, skal].filter((part) => part !== undefined).join(' ');
    return { id, tid: nar, rubrik, ...(whole === '' ? {} : { text: whole }), ...(av === undefined ? {} : { av }) };
  };
};
