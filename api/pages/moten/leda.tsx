import type { VNode } from 'preact';
import { Formular } from '../../components/form/formular.js';
import { Falt } from '../../components/form/falt.js';
import { Valjare } from '../../components/form/valjare.js';
import { formatDatum } from '../../components/format.js';
import { Knapp, Knapprad, Lankknapp } from '../../components/knapp.js';
import { Kort } from '../../components/kort.js';
import { Tabell } from '../../components/tabell.js';
import { Utfallbar } from '../../components/utfallbar.js';
import { motesandring } from '../insats/moten.js';
import { tidsrymd, type Motesvy, type Punktvy } from './vy.js';

interface Props {
  readonly vy: Motesvy;
  readonly csrf: string;
}

const adress = ({ mote }: Motesvy, vad: string): string => `/moten/${mote.id}/${vad}`;

/** One step up or down, or to a place by its number; each a form of its own, so that no script is needed. */
function Flytta({ vy, csrf, punkt }: Props & { punkt: Punktvy }): VNode | null {
  const { synlig, plats } = punkt;
  if (!synlig) return null;
  const action = adress(vy, 'ordning');
  const hidden = { arende: synlig.arendeId };
  const of = <span class="sr-only"> {synlig.nummer}</span>;
  return (
    <div class="flytta">
      <Formular action={action} csrf={csrf} hidden={hidden}>
        <Knapprad>
          {plats > 1 && (
            <Knapp liten name="steg" value="upp">
              Upp{of}
            </Knapp>
          )}
          {plats < vy.punkter.length && (
            <Knapp liten name="steg" value="ner">
              Ner{of}
            </Knapp>
          )}
        </Knapprad>
      </Formular>
      <Formular action={action} csrf={csrf} hidden={hidden}>
        <Falt
          name="plats"
          id={`plats-${plats}`}
          label={`Flytta ${synlig.nummer} till plats`}
          value={String(plats)}
          inputmode="numeric"
          bredd="kort"
        />
        <Knapp liten>Flytta{of}</Knapp>
      </Formular>
    </div>
  );
}

function Ordning({ vy, csrf }: Props): VNode | null {
  if (vy.punkter.length < 2) return null;
  return (
    <Utfallbar rubrik="Ändra ordningen">
      {vy.ordningshinder ? (
        <p>{vy.ordningshinder.mening}</p>
      ) : (
        <Tabell
          id="ordning"
          caption="Dagordningens ordning"
          doldCaption
          rows={vy.punkter}
          rowKey={({ plats }) => String(plats)}
          columns={[
            { rubrik: 'Plats', cell: ({ plats }) => String(plats), obruten: true },
            { rubrik: 'Ärende', radrubrik: true, cell: ({ synlig }) => synlig?.nummer ?? 'Ett ärende' },
            { rubrik: 'Tid', cell: tidsrymd },
            { rubrik: 'Flytta', cell: (punkt) => <Flytta vy={vy} csrf={csrf} punkt={punkt} /> },
          ]}
        />
      )}
    </Utfallbar>
  );
}

function Ersattare({ vy, csrf }: Props): VNode {
  const { ersattare } = vy.mote;
  const kvar = ersattare.filter(({ inkallad }) => !inkallad);
  const action = adress(vy, 'ersattare');
  return (
    <Utfallbar rubrik="Kalla in ersättare">
      {ersattare.length === 0 && <p>Teamet har inga ersättare. Förvaltaren lägger till dem i teamet.</p>}
      {kvar.length > 0 && (
        <Formular action={action} csrf={csrf} hidden={{ inkallad: 'ja' }}>
          <Valjare
            name="ersattare"
            label="Ersättare"
            hint="Den som kallas in får verksamhetens yttranden till mötet bland sina uppgifter."
            tomt="Välj ersättare"
            options={kvar.map(({ id, namn, verksamhet }) => ({ value: id, label: `${namn}, ${verksamhet}` }))}
          />
          <Knapprad>
            <Knapp>Kalla in</Knapp>
          </Knapprad>
        </Formular>
      )}
      {ersattare
        .filter(({ inkallad }) => inkallad)
        .map(({ id, namn }) => (
          <Formular key={id} action={action} csrf={csrf} hidden={{ ersattare: id, inkallad: 'nej' }}>
            <p>{namn} är inkallad.</p>
            <Knapp liten>Ta tillbaka inkallelsen av {namn}</Knapp>
          </Formular>
        ))}
    </Utfallbar>
  );
}

/** The meeting itself, while it is still to come. */
function Andra({ vy: { mote, borjat } }: Pick<Props, 'vy'>): VNode | null {
  if (borjat) return null;
  const till = (slag: 'flytt' | 'installt') => motesandring(mote.insatsKod, mote.teamKod, slag, mote.borjar);
  return (
    <Knapprad>
      <Lankknapp href={till('flytt')}>Flytta mötet</Lankknapp>
      <Lankknapp href={till('installt')}>Ställ in mötet</Lankknapp>
      <Lankknapp href={motesandring(mote.insatsKod, mote.teamKod, 'extra')}>Lägg till ett extra möte</Lankknapp>
    </Knapprad>
  );
}

function Stang({ vy, csrf }: Props): VNode | null {
  const { mote, stangningshinder } = vy;
  if (mote.avslutat !== undefined || mote.installt) return null;
  return (
    <>
      {stangningshinder ? (
        <p>{stangningshinder.mening}</p>
      ) : (
        <Formular action={adress(vy, 'stang')} csrf={csrf}>
          <Knapprad>
            <Knapp variant="primary">Stäng protokollet</Knapp>
          </Knapprad>
        </Formular>
      )}
    </>
  );
}

/** What sammankallande does with the meeting itself: its order, who comes, and the minutes. */
export function Leda({ vy, csrf }: Props): VNode {
  const { avslutat, avslutatAv, installt } = vy.mote;
  return (
    <Kort rubrik="Led mötet">
      {avslutat !== undefined && (
        <p>
          Protokollet stängdes {formatDatum(avslutat)}
          {avslutatAv === undefined ? '' : ` av ${avslutatAv}`}. En rekommendation kan fortfarande rättas, med spår.
        </p>
      )}
      {installt && <p>Mötet är inställt. Ärendena står på nästa möte.</p>}
      {avslutat === undefined && !installt && (
        <>
          <Ordning vy={vy} csrf={csrf} />
          <Ersattare vy={vy} csrf={csrf} />
          <Andra vy={vy} />
          <Stang vy={vy} csrf={csrf} />
        </>
      )}
    </Kort>
  );
}
