import type { ComponentChildren, VNode } from 'preact';
import { fraganOm, type FranBeslut } from '../../beslut/fran-beslut.js';
import { Brodsmulor } from '../../components/brodsmulor.js';
import { antalFel, Felsammanfattning } from '../../components/form/felsammanfattning.js';
import { Formular } from '../../components/form/formular.js';
import { Knapp, Knapprad, Lankknapp } from '../../components/knapp.js';
import { Kort } from '../../components/kort.js';
import { SakerLank } from '../../components/saker-lank.js';
import { Sida } from '../../components/sida.js';
import { Sidhuvud } from '../../components/sidhuvud.js';
import { Tabell } from '../../components/tabell.js';
import type { Sidram } from '../../http/page-frame.js';
import type { Utkastbilaga } from '../../queries/dokument.js';
import { stegAdress } from '../../remissformular/steg.js';
import {
  bilageadress,
  Bilageformular,
  formatStorlek,
  TillbakaTillBeslut,
  type Uppladdningslage,
} from '../arende/bilageformular.js';
import { Steglista } from './steg.js';

/** Where the files of a draft are added and removed. */
export const utkastbilagor = (utkastId: string): string => `/remisser/ny/${utkastId}/bilagor`;
/** Where the sender adds files to a remiss that is sent. */
export const remissbilagor = (nummer: string): string => `/remisser/${nummer}/bilagor`;

interface ListaProps {
  readonly bilagor: readonly Utkastbilaga[];
  readonly atgard?: (bilaga: Utkastbilaga) => ComponentChildren;
}

/** The files of a remiss; with a way to remove each as long as it is not sent. */
function Bilagelista({ bilagor, atgard }: ListaProps): VNode {
  return (
    <Tabell
      id="bilagor"
      caption="Bilagor"
      rows={bilagor}
      rowKey={({ id }) => id}
      columns={[
        {
          rubrik: 'Fil',
          radrubrik: true,
          cell: ({ id, filnamn }) => <SakerLank href={bilageadress(id)}>{filnamn}</SakerLank>,
        },
        { rubrik: 'Storlek', cell: ({ storlek }) => formatStorlek(storlek), obruten: true },
        ...(atgard ? [{ rubrik: 'Ta bort', doldRubrik: true, cell: atgard }] : []),
      ]}
      empty={<p>Inga bilagor än.</p>}
    />
  );
}

interface UtkastbilagorPageProps {
  readonly utkastId: string;
  readonly avidentifierad: boolean;
  readonly bilagor: readonly Utkastbilaga[];
  readonly lage: Uppladdningslage;
  readonly ram: Sidram;
}

/** `/remisser/ny/<id>/bilagor`: the files that will go with the remiss; they can be removed until it is sent. */
export function UtkastbilagorPage({ utkastId, avidentifierad, bilagor, lage, ram }: UtkastbilagorPageProps): VNode {
  const adress = utkastbilagor(utkastId);
  return (
    <Sida {...ram} titel="Bilagor, ny remiss" harFel={antalFel(lage.errors) > 0} smal>
      <Steglista utkastId={utkastId} kod="fraga" avidentifierad={avidentifierad} />
      <Sidhuvud
        rubrik="Bilagor"
        overrubrik="Ny remiss"
        ingress={
          avidentifierad
            ? 'Lägg bara till det som teamet behöver. Kontrollera att det inte står vem personen är, varken i filen eller i dess namn.'
            : 'Lägg bara till det som teamet behöver. Bilagorna följer med när remissen skickas.'
        }
      />
      <Felsammanfattning errors={lage.errors} />
      <Bilagelista
        bilagor={bilagor}
        atgard={({ id, filnamn }) => (
          <Formular action={`${adress}/${id}/ta-bort`} csrf={ram.csrf}>
            <Knapp variant="danger" liten>
              Ta bort<span class="sr-only"> {filnamn}</span>
            </Knapp>
          </Formular>
        )}
      />
      <Bilageformular action={adress} csrf={ram.csrf} lage={lage} />
      <Knapprad>
        <Lankknapp variant="primary" href={stegAdress(utkastId, 'kontrollera')}>
          Fortsätt
        </Lankknapp>
        <Lankknapp href={stegAdress(utkastId, 'fraga')}>Tillbaka till frågan</Lankknapp>
      </Knapprad>
    </Sida>
  );
}

/** The files on the page where the answers are checked. */
export function Bilagekort({ utkastId, bilagor }: { utkastId: string; bilagor: readonly Utkastbilaga[] }): VNode {
  return (
    <Kort
      rubrik="Bilagor"
      atgard={
        <SakerLank href={utkastbilagor(utkastId)}>
          Ändra<span class="sr-only"> bilagor</span>
        </SakerLank>
      }
    >
      {bilagor.length === 0 ? (
        <p>Inga bilagor.</p>
      ) : (
        <ul>
          {bilagor.map(({ id, filnamn, storlek }) => (
            <li key={id}>
              {filnamn} ({formatStorlek(storlek)})
            </li>
          ))}
        </ul>
      )}
    </Kort>
  );
}

interface RemissbilagorPageProps {
  readonly nummer: string;
  readonly bilagor: readonly Utkastbilaga[];
  /** Missing when nothing can be added any longer. */
  readonly lage?: Uppladdningslage | undefined;
  /** The form that the page was opened from. */
  readonly fran?: FranBeslut | undefined;
  readonly ram: Sidram;
}

/** `/remisser/<nr>/bilagor`: what the sender has sent with the remiss, and the form that adds more while it is open. */
export function RemissbilagorPage({ nummer, bilagor, lage, fran, ram }: RemissbilagorPageProps): VNode {
  const errors = lage?.errors ?? {};
  const lankar = [
    { href: '/remisser', text: 'Mina remisser' },
    { href: `/remisser/${nummer}`, text: nummer },
  ];
  return (
    <Sida
      {...ram}
      visar={{ nummer: [nummer], visning: 'skickat' }}
      titel={`Bilagor, ${nummer}`}
      harFel={antalFel(errors) > 0}
      smal
      brodsmulor={<Brodsmulor lankar={lankar} har="Bilagor" />}
    >
      <Sidhuvud rubrik="Bilagor till remissen" overrubrik={nummer} />
      <Felsammanfattning errors={errors} />
      <Bilagelista bilagor={bilagor} />
      {lage && (
        <>
          <p>Bilagor går inte att ta bort när remissen är skickad.</p>
          <Bilageformular action={remissbilagor(nummer) + (fran ? fraganOm(fran) : '')} csrf={ram.csrf} lage={lage} />
        </>
      )}
      <TillbakaTillBeslut nummer={nummer} fran={fran} />
    </Sida>
  );
}
