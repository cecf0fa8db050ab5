import type { VNode } from 'preact';
import { Falt } from '../../components/form/falt.js';
import type { FaltFel } from '../../components/form/felsammanfattning.js';
import { Textruta } from '../../components/form/textruta.js';
import { Kryssrutor, Radiogrupp } from '../../components/form/val.js';
import { Valjare } from '../../components/form/valjare.js';
import { Knapp, Knapprad } from '../../components/knapp.js';
import { radslag, type Profilrader, type Profilsektion } from '../../profil/falt.js';
import { rowsAt } from '../../profil/vag.js';
import { chosenOf, faltIRad, radersom, typedOf, type Placerat, type Rad } from '../../profil/svar.js';

interface Innehall {
  /** The profile as it stands in the form, sound or not. */
  readonly profil: unknown;
  readonly errors: FaltFel;
}

const JA_NEJ = [
  { value: 'ja', label: 'Ja' },
  { value: 'nej', label: 'Nej' },
];

/** Few enough to be seen at once. */
const FA = 5;

/** One field of a profile, by its kind. */
export function Profilfaltet({
  placerat,
  profil,
  errors,
  tat = false,
}: Innehall & { placerat: Placerat; tat?: boolean | undefined }): VNode {
  const { falt, vag } = placerat;
  const bas = {
    name: vag,
    label: falt.label,
    ...(falt.hint ? { hint: falt.hint } : {}),
    ...(falt.frivillig ? { frivillig: true } : {}),
    ...(errors[vag] ? { errors: errors[vag] } : {}),
  };
  const value = typedOf(placerat, profil);
  switch (falt.slag) {
    case 'text':
      return <Falt {...bas} value={value} bredd={falt.bredd ?? 'medel'} />;
    case 'textruta':
      return <Textruta {...bas} value={value} rows={falt.rows ?? 4} />;
    case 'tal':
      return (
        <Falt
          {...bas}
          label={falt.enhet && falt.hint === undefined ? `${falt.label} (${falt.enhet})` : falt.label}
          value={value}
          bredd="kort"
          inputmode="numeric"
        />
      );
    case 'gallras':
      return <Falt {...bas} value={value} bredd="kort" />;
    case 'rader':
    case 'koder':
    case 'kodlista':
    case 'kommuner':
      return <Textruta {...bas} value={value} rows={5} />;
    case 'ja_nej':
      return <Radiogrupp {...bas} options={JA_NEJ} value={value} rad />;
    case 'kryss':
      return <Kryssrutor {...bas} options={falt.options} value={chosenOf(placerat, profil)} />;
    case 'val':
      return falt.options.length <= FA && !tat ? (
        <Radiogrupp {...bas} options={falt.options} value={value} />
      ) : (
        <Valjare {...bas} options={falt.options} value={value} tomt="Välj" />
      );
  }
}

function RadVy({ rader, rad, ...innehall }: Innehall & { rader: Profilrader; rad: Rad }): VNode {
  const slag = radslag(rader, rad.row);
  const nr = rader.enda ? '' : ` ${rad.nr + 1}`;
  return (
    <section
      class={`profilrad${rader.tat ? ' profilrad--tat' : ''}`}
      id={`rad-${rad.vag}`}
      aria-labelledby={`rad-${rad.vag}-h`}
    >
      <h3 id={`rad-${rad.vag}-h`}>
        {rader.radrubrik ?? rader.rubrik}
        {nr}
        {slag && rader.slag.length > 1 ? `: ${slag.label.toLocaleLowerCase('sv')}` : ''}
      </h3>
      {faltIRad(rader, rad).map((placerat) => (
        <Profilfaltet key={placerat.vag} placerat={placerat} tat={rader.tat} {...innehall} />
      ))}
      {!rader.enda && (
        <Knapprad>
          <Knapp liten variant="tertiary" name="ta_bort" value={`${rader.vag} ${rad.nr}`}>
            Ta bort {rader.ett} {rad.nr + 1}
          </Knapp>
        </Knapprad>
      )}
    </section>
  );
}

/** Another row is a step of its own: what is filled in so far is kept. */
function LaggTill({ rader }: { rader: Profilrader }): VNode {
  return (
    <Knapprad>
      {rader.slag.map(({ value, label }) => (
        <Knapp liten key={value} name="lagg_till" value={`${rader.vag} ${value}`}>
          {rader.enda
            ? `Byt till: ${label.toLocaleLowerCase('sv')}`
            : rader.slag.length > 1
              ? `Lägg till ${rader.ett}: ${label.toLocaleLowerCase('sv')}`
              : `Lägg till ${rader.ett}`}
        </Knapp>
      ))}
    </Knapprad>
  );
}

function RaderVy({ rader, ...innehall }: Innehall & { rader: Profilrader }): VNode {
  const mening = rader.iOrd?.(rowsAt(innehall.profil, rader.vag), innehall.profil);
  return (
    <section id={`rader-${rader.vag}`}>
      <h2>{rader.rubrik}</h2>
      {mening !== undefined && <p>{mening}</p>}
      {radersom(innehall.profil, rader).map((rad) => (
        <RadVy key={rad.vag} rader={rader} rad={rad} {...innehall} />
      ))}
      <LaggTill rader={rader} />
    </section>
  );
}

/** All fields of one page of a profile's form. */
export function Sektionsfalt({ sektion, ...innehall }: Innehall & { sektion: Profilsektion }): VNode {
  const shown = sektion.rader.filter((rader) => !rader.vidBehov || radersom(innehall.profil, rader).length > 0);
  const more = sektion.rader.filter((rader) => !shown.includes(rader));
  return (
    <>
      {sektion.falt.map((falt) => (
        <Profilfaltet key={falt.vag} placerat={{ falt, vag: falt.vag }} {...innehall} />
      ))}
      {shown.map((rader) => (
        <RaderVy key={rader.vag} rader={rader} {...innehall} />
      ))}
      {more.length > 0 && (
        <section>
          <h2>Egen stege</h2>
          <Valjare
            name="ny_lista"
            label="Uppgift som ska ha en egen stege"
            hint="Den börjar som stegen för alla uppgifter. När alla steg är borttagna gäller den igen."
            tomt="Välj uppgift"
            options={more.map(({ vag, rubrik }) => ({ value: vag, label: rubrik }))}
          />
          <Knapprad>
            <Knapp liten name="lagg_till" value="ny_lista">
              Lägg till egen stege
            </Knapp>
          </Knapprad>
        </section>
      )}
    </>
  );
}
