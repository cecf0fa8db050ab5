import type { VNode } from 'preact';
import type { Insatsprofil } from '../../../domain/insatsprofil.js';
import { profildelar, type Anmarkning } from '../../../domain/profilkontroll.js';
import { Brodsmulor, type Brodsmula } from '../../components/brodsmulor.js';
import { Felsammanfattning, type FaltFel } from '../../components/form/felsammanfattning.js';
import { Formular } from '../../components/form/formular.js';
import { Textruta } from '../../components/form/textruta.js';
import { Knapp, Knapprad } from '../../components/knapp.js';
import { Meddelande } from '../../components/meddelande.js';
import { SakerLank } from '../../components/saker-lank.js';
import { Sida } from '../../components/sida.js';
import { Sidhuvud } from '../../components/sidhuvud.js';
import { Tabell, type Kolumn } from '../../components/tabell.js';
import { TomtLage } from '../../components/tomt-lage.js';
import type { Sidram } from '../../http/page-frame.js';
import type { Profilandring } from '../../profil/ord.js';
import { andraAdress, granskaAdress, profiladress } from './adresser.js';
import { GenastVy, type Genast } from './genast.js';
import { ProcessbildVy } from './processbild.js';

export interface GranskaPageProps {
  ram: Sidram;
  /** What stands above the profile for who reads it. */
  over: Brodsmula;
  insats: { readonly kod: string; readonly namn: string };
  /** The version that the changes begin from. */
  grund: number;
  sedd: string;
  /** The draft as a profile; missing while parts of it are not sound. */
  profil: Insatsprofil | undefined;
  anmarkningar: readonly Anmarkning[];
  andringar: readonly Profilandring[];
  /** Open ärenden that keep the version they have. */
  oppna: number;
  /** What the publication changes at once. */
  genast: Genast;
  kommentar: string;
  errors: FaltFel;
  ovriga: readonly string[];
}

const COLUMNS: readonly Kolumn<Profilandring>[] = [
  { rubrik: 'Vad', radrubrik: true, cell: ({ rubrik, term }) => `${rubrik}: ${term}` },
  { rubrik: 'Nu', cell: ({ fran }) => fran ?? '–' },
  { rubrik: 'Efter publicering', cell: ({ till }) => till ?? '–' },
];

function Anmarkningar({
  kod,
  anmarkningar,
  grad,
}: {
  kod: string;
  anmarkningar: readonly Anmarkning[];
  grad: Anmarkning['grad'];
}): VNode | null {
  const own = anmarkningar.filter((one) => one.grad === grad);
  if (own.length === 0) return null;
  return (
    <Meddelande
      typ={grad === 'fel' ? 'error' : 'warning'}
      rubrik={grad === 'fel' ? 'Det här behöver rättas före publicering' : 'Tänk på det här'}
    >
      <ul>
        {own.map(({ del, mening }) => (
          <li key={mening}>
            {mening}{' '}
            <SakerLank href={andraAdress(kod, del)}>Ändra {profildelar[del].toLocaleLowerCase('sv')}</SakerLank>
          </li>
        ))}
      </ul>
    </Meddelande>
  );
}

/** `/insatser/<kod>/profil/granska`: what does not fit together, the process it gives, what differs, and publishing. */
export function GranskaPage(props: GranskaPageProps): VNode {
  const { ram, over, insats, grund, sedd, profil, anmarkningar, andringar, oppna, genast, kommentar, errors, ovriga } =
    props;
  const kanPubliceras = profil && anmarkningar.every(({ grad }) => grad !== 'fel') && andringar.length > 0;
  return (
    <Sida
      {...ram}
      titel={`Granska profilen för ${insats.namn}`}
      harFel={ovriga.length > 0 || Object.keys(errors).length > 0}
      brodsmulor={
        <Brodsmulor
          lankar={[over, { href: profiladress(insats.kod), text: `Profil för ${insats.namn}` }]}
          har="Granska"
        />
      }
    >
      <Felsammanfattning errors={errors} ovriga={ovriga} />
      <Sidhuvud
        overrubrik={insats.namn}
        rubrik="Granska och publicera"
        ingress={`Ändringarna utgår från version ${grund}. De gäller nya ärenden från och med publiceringen${oppna === 0 ? '' : `; ${oppna === 1 ? 'ett öppet ärende' : `${oppna} öppna ärenden`} behåller sin version till en flytt`}.`}
      />
      <Anmarkningar kod={insats.kod} anmarkningar={anmarkningar} grad="fel" />
      <Anmarkningar kod={insats.kod} anmarkningar={anmarkningar} grad="varning" />
      <section aria-labelledby="andringar-h">
        <h2 id="andringar-h">Det här ändras</h2>
        <Tabell
          id="andringar"
          caption="Skillnader mot den version som gäller"
          doldCaption
          columns={COLUMNS}
          rows={andringar}
          rowKey={({ rubrik, term }) => `${rubrik}/${term}`}
          empty={
            <TomtLage rubrik="Inget är ändrat" niva={3}>
              Välj en del att ändra på profilens sida.
            </TomtLage>
          }
        />
      </section>
      <GenastVy {...genast} />
      {profil && (
        <section aria-labelledby="process-h">
          <h2 id="process-h">Processen det ger</h2>
          <ProcessbildVy profil={profil} id="process" />
        </section>
      )}
      {kanPubliceras && (
        <Formular action={granskaAdress(insats.kod)} csrf={ram.csrf} hidden={{ sedd }}>
          <h2>Publicera</h2>
          <Textruta
            name="kommentar"
            label="Vad har ändrats, och varför?"
            hint="Visas i listan över versioner."
            rows={3}
            value={kommentar}
            {...(errors['kommentar'] ? { errors: errors['kommentar'] } : {})}
          />
          <Knapprad>
            <Knapp variant="primary" name="gor" value="publicera">
              Publicera version {grund + 1}
            </Knapp>
          </Knapprad>
        </Formular>
      )}
      {sedd !== '' && (
        <Formular action={granskaAdress(insats.kod)} csrf={ram.csrf} hidden={{ sedd }}>
          <Knapprad>
            <Knapp variant="danger" name="gor" value="kasta">
              Kasta ändringarna
            </Knapp>
          </Knapprad>
        </Formular>
      )}
    </Sida>
  );
}
