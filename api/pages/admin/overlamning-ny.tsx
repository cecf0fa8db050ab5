import type { VNode } from 'preact';
import { felIOrd } from '../../../domain/arbetsoverlamning.js';
import { isKod, roller } from '../../../domain/koder.js';
import { ett, type Svar } from '../../beslut/formular.js';
import { MAX } from '../../beslut/regler.js';
import { Definitionslista } from '../../components/definitionslista.js';
import type { FaltFel } from '../../components/form/felsammanfattning.js';
import { Filterrad, Formular } from '../../components/form/formular.js';
import { Textruta } from '../../components/form/textruta.js';
import { Kryssruta } from '../../components/form/val.js';
import { Valjare } from '../../components/form/valjare.js';
import { formatAntal, formatLista, formatTal } from '../../components/format.js';
import { Knapp, Knapprad } from '../../components/knapp.js';
import { Kort } from '../../components/kort.js';
import { Meddelande } from '../../components/meddelande.js';
import { Tabell } from '../../components/tabell.js';
import type { Sidram } from '../../http/page-frame.js';
import type { Personsida } from '../../queries/forvaltning.js';
import type { Ersattarval } from '../../queries/franvaro.js';
import type { Overlamningsforhand } from '../../queries/overlamning.js';
import { ADMIN_OVERLAMNING, AdminRam } from './ram.js';

export interface NyOverlamningPageProps {
  readonly ram: Sidram;
  readonly fran: Personsida;
  readonly mottagare: readonly Ersattarval[];
  /** Who was chosen to take over, and what would go to her. */
  readonly vald?:
    { readonly till: Ersattarval; readonly forhand: Overlamningsforhand; readonly id: string } | undefined;
  readonly svar: Svar;
  readonly errors: FaltFel;
  readonly hindrat?: string | undefined;
}

/** `/admin/overlamning/ny`: whose work goes to whom, what that would do, and the deciding of it. */
export function NyOverlamningPage(props: NyOverlamningPageProps): VNode {
  const { ram, fran, mottagare, vald, errors, hindrat } = props;
  return (
    <AdminRam
      ram={ram}
      rubrik={`Lämna över arbetet från ${fran.namn}`}
      ovanfor={{ href: ADMIN_OVERLAMNING, text: 'Överlämningar' }}
      errors={errors}
      ingress="Allt öppet går till en kollega i samma verksamhet, också det som öppnas senare och uppföljningen av avslutade insatser."
    >
      {hindrat !== undefined && (
        <Meddelande typ="error" nytt rubrik="Det gick inte">
          <p>{hindrat}</p>
        </Meddelande>
      )}
      {mottagare.length === 0 ? (
        <Meddelande typ="warning" rubrik="Ingen kan ta över">
          <p>Ingen annan aktiv person arbetar i {fran.verksamhet}. Lägg till någon där först.</p>
        </Meddelande>
      ) : (
        <Kort rubrik="Vem tar över?">
          <Filterrad action={`${ADMIN_OVERLAMNING}/ny`} etikett="Välj vem som tar över">
            <input type="hidden" name="fran" value={fran.id} />
            <Valjare
              name="till"
              label={`Kollega i ${fran.verksamhet}`}
              tomt="Välj person"
              bredd="full"
              value={vald?.till.id ?? ''}
              options={mottagare.map(({ id, namn, titel }) => ({
                value: id,
                label: titel === null ? namn : `${namn}, ${titel}`,
              }))}
            />
            <Knapp {...(vald ? {} : { variant: 'primary' as const })}>Visa vad som lämnas över</Knapp>
          </Filterrad>
        </Kort>
      )}
      {vald && <Forhand {...vald} />}
      {vald && <Beslut {...props} vald={vald} />}
    </AdminRam>
  );
}

type Vald = NonNullable<NyOverlamningPageProps['vald']>;

const rollord = (kod: string): string => (isKod(roller, kod) ? roller[kod] : kod);

/** Numbers that are something; nothing is not told. */
const antal = (term: string, varde: number, enhet?: 'ärenden' | 'uppgifter') =>
  varde === 0 ? [] : [{ term, varde: enhet ? formatAntal(varde, enhet) : String(varde) }];

/** The roles for no insats alone; those for one stand in its row. */
const overgripande = ({ roller: alla }: Vald['forhand']): string[] => [
  ...new Set(alla.filter(({ insatsId }) => insatsId === undefined).map(({ roll }) => rollord(roll))),
];

/** What each insats gives her to do: nothing is decided before it can be weighed. */
function PerInsats({ forhand: { insatser, roller: alla } }: Pick<Vald, 'forhand'>): VNode | null {
  if (insatser.length === 0) return null;
  const rollerI = (id: string) => alla.filter(({ insatsId }) => insatsId === id).map(({ roll }) => rollord(roll));
  return (
    <>
      <Tabell
        id="insatser"
        caption="Per insats"
        rows={insatser}
        rowKey={({ insatsId }) => insatsId}
        columns={[
          { rubrik: 'Insats', radrubrik: true, cell: ({ insats }) => insats },
          { rubrik: 'Roller', cell: ({ insatsId }) => formatLista(rollerI(insatsId)) || '–' },
          { rubrik: 'Ärenden', align: 'right', cell: ({ arenden }) => formatTal(arenden) },
          {
            rubrik: 'Öppna uppgifter',
            align: 'right',
            cell: ({ uppgifter, forsenade }) =>
              forsenade === 0
                ? formatTal(uppgifter)
                : `${formatTal(uppgifter)}, varav ${formatAntal(forsenade, 'försenade')}`,
          },
          { rubrik: 'Följs upp efter avslut', align: 'right', cell: ({ uppfoljningar }) => formatTal(uppfoljningar) },
          { rubrik: 'Kommande datum', align: 'right', cell: ({ bevakningar }) => formatTal(bevakningar) },
          { rubrik: 'Kommande möten', align: 'right', cell: ({ moten }) => formatTal(moten) },
        ]}
      />
      <p>Kommande datum är det som bevakas framåt i ärendena: uppgifter som öppnas och tider som går ut.</p>
    </>
  );
}

function Forhand({ till, forhand }: Vald): VNode {
  const rader = [
    ...antal('Som koordinator', forhand.koordinator, 'ärenden'),
    ...antal('Som remittent', forhand.remittent, 'ärenden'),
    ...antal('Åtgärder i', forhand.ansvarig, 'ärenden'),
    ...antal('Namngiven för skyddad person i', forhand.skyddade, 'ärenden'),
    ...(overgripande(forhand).length === 0
      ? []
      : [{ term: 'Roller i alla insatser', varde: formatLista(overgripande(forhand)) }]),
    ...antal('Platser i team', forhand.platser),
    ...antal('Tilldelade uppgifter', forhand.tilldelade),
    ...antal('Egna uppgifter i andra ärenden', forhand.egna),
    ...antal('Personer att ersätta', forhand.ersattare),
  ];
  return (
    <Kort rubrik={`Det här går till ${till.namn}`}>
      {rader.length === 0 && forhand.insatser.length === 0 && <p>Ingenting ligger hos personen.</p>}
      {rader.length > 0 && <Definitionslista rader={rader} />}
      <PerInsats forhand={forhand} />
      <Kvar forhand={forhand} />
    </Kort>
  );
}

const PLATS: Readonly<Record<string, string>> = {
  annan_verksamhet: 'platsen gäller en annan verksamhet',
  sitter_redan: 'mottagaren sitter redan där för en annan verksamhet',
};

/** What does not follow, and why: nothing is left without being told. */
function Kvar({ forhand }: Pick<Vald, 'forhand'>): VNode | null {
  const { nekade, platserKvar, egnaKvar, utkast } = forhand;
  if (nekade.length + platserKvar.length + egnaKvar + utkast === 0) return null;
  return (
    <>
      <h3>Följer inte med</h3>
      {nekade.length > 0 && (
        <Tabell
          id="nekade"
          caption="Ärenden som inte kan lämnas över"
          rows={nekade}
          rowKey={({ nummer }) => nummer}
          columns={[
            { rubrik: 'Ärende', radrubrik: true, obruten: true, cell: ({ nummer }) => nummer },
            { rubrik: 'Varför', cell: ({ fel }) => felIOrd(fel) },
          ]}
        />
      )}
      <ul>
        {[...new Set(platserKvar)].map((hinder) => (
          <li key={hinder}>
            Platser i team: {platserKvar.filter((one) => one === hinder).length} ({PLATS[hinder] ?? hinder})
          </li>
        ))}
        {egnaKvar > 0 && <li>Egna uppgifter: {egnaKvar} (mottagaren får inte läsa ärendet)</li>}
        {utkast > 0 && <li>Utkast till remisser: {utkast} (bara den som skriver kan läsa dem)</li>}
      </ul>
    </>
  );
}

function Beslut({ ram, fran, vald, svar, errors }: NyOverlamningPageProps & { vald: Vald }): VNode {
  const { till, id } = vald;
  return (
    <Kort rubrik="Besluta">
      <Formular action={ADMIN_OVERLAMNING} csrf={ram.csrf} beslutId={id} hidden={{ fran: fran.id, till: till.id }}>
        <Textruta
          name="not"
          label="Anteckning"
          hint="Följer med till varje ärende. Skriv inget om enskilda deltagare."
          value={ett(svar, 'not')}
          rows={4}
          max={MAX.text}
          {...(errors['not'] ? { errors: errors['not'] } : {})}
        />
        {fran.aktiv && (
          <Kryssruta
            name="slutar"
            value="ja"
            label={`${fran.namn} slutar: stäng av när allt är överlämnat`}
            checked={ett(svar, 'slutar') === 'ja'}
          />
        )}
        <Knapprad>
          <Knapp variant="primary">Lämna över till {till.namn}</Knapp>
        </Knapprad>
      </Formular>
    </Kort>
  );
}
