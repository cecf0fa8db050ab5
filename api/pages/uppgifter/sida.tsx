import type { VNode } from 'preact';
import { Flikar } from '../../components/flikar.js';
import { Lankknapp } from '../../components/knapp.js';
import { Paginering } from '../../components/paginering.js';
import { SakerLank } from '../../components/saker-lank.js';
import { Sida } from '../../components/sida.js';
import { Sidhuvud } from '../../components/sidhuvud.js';
import { TomtLage } from '../../components/tomt-lage.js';
import { adressMed } from '../../http/adress.js';
import type { Sidram } from '../../http/page-frame.js';
import type { EgenUppgiftsrad } from '../../queries/egna-uppgifter.js';
import type { SparatFilterrad } from '../../queries/sparade-filter.js';
import type { Urval } from '../../queries/uppgiftsurval.js';
import { isNarrowed, lagen, listadress, urval } from '../../uppgifter/fraga.js';
import { stampelOf, type Uppgiftslista } from '../../uppgifter/lista.js';
import { EgnaUppgifter } from './egna.js';
import { Listfilter } from './filter.js';
import { Insatstabell } from './insatstabell.js';
import { Massval, MASSVAL, ValjAlla } from './massval.js';
import { Uppgiftstabell } from './tabell.js';
import { Vantetabell, Vilotabell } from './vantar.js';

export interface UppgifterPageProps {
  ram: Sidram;
  lista: Uppgiftslista;
  /** the lists that the reader has named */
  sparade: readonly SparatFilterrad[];
  /** the tasks that the reader has set herself */
  egna: readonly EgenUppgiftsrad[];
  /** the id of a new task of her own, when it is written here */
  nyEgen: string;
  /** when she last opened her list, ISO; missing the first time */
  sedda?: string | undefined;
}

const TOMT: Readonly<Record<Urval, string>> = {
  mina: 'När något väntar på dig får du ett mejl, och uppgiften hamnar här.',
  teamets: 'När ett ärende kommer upp på teamets dagordning visas här vilka yttranden som saknas.',
  alla: 'Uppgifter i ärenden som du arbetar med hamnar här.',
};

const summary = ({ antal: { mina }, forsenade }: Uppgiftslista): string => {
  if (mina === 0) return 'Inget väntar på dig just nu.';
  const many = mina === 1 ? '1 uppgift väntar på dig' : `${mina} uppgifter väntar på dig`;
  return forsenade === 0
    ? `${many}. Ingen är försenad.`
    : `${many}, varav ${forsenade} ${forsenade === 1 ? 'försenad' : 'försenade'}.`;
};

const vy = (visa: Urval) => ({ visa, lage: 'nu', forsenade: false }) as const;

/** What others have of what she owes with them. */
function Tagna({ antal }: { antal: number }): VNode | null {
  if (antal === 0) return null;
  const text =
    antal === 1 ? '1 uppgift i dina roller har någon annan' : `${antal} uppgifter i dina roller har någon annan`;
  return (
    <p>
      <SakerLank href={listadress({ ...vy('alla'), har: 'andra' })}>{text}</SakerLank>
    </p>
  );
}

function Tomt({ fraga }: Uppgiftslista): VNode {
  if (isNarrowed(fraga))
    return (
      <TomtLage
        rubrik="Inga uppgifter med det urvalet"
        atgard={<Lankknapp href={listadress(vy(fraga.visa))}>Visa allt</Lankknapp>}
      >
        Ändra filtret, eller visa allt.
      </TomtLage>
    );
  return <TomtLage rubrik="Inga uppgifter här">{TOMT[fraga.visa]}</TomtLage>;
}

/** The rows of the list with what stands beside them; replaced as a whole when something has happened. */
export function Listdel({ lista, csrf, sedda }: { lista: Uppgiftslista; csrf: string; sedda?: string | undefined }) {
  const { fraga, idag, sida, antalSidor, rader, vilande, vantande, insatsuppgifter, urval: found } = lista;
  const caption = fraga.lage === 'nu' ? urval[fraga.visa].caption : lagen[fraga.lage];
  const ater = listadress(fraga, sida);
  return (
    <>
      <input type="hidden" id="stampel" name="stampel" value={stampelOf(lista)} />
      <Insatstabell rader={insatsuppgifter} idag={idag} val={{ csrf, ater }} />
      {rader.length + vilande.length + vantande.length + insatsuppgifter.length === 0 && <Tomt {...lista} />}
      <ValjAlla lista={lista} />
      {rader.length > 0 && (
        <Uppgiftstabell
          id="uppgifter"
          caption={`${caption} (${found.funna[fraga.lage]})`}
          val={{ csrf, form: MASSVAL, ater }}
          {...{ rader, idag, sedda }}
        />
      )}
      <Paginering sida={sida} antalSidor={antalSidor} href={(n) => listadress(fraga, n)} />
      {fraga.visa === 'mina' && sida === 1 && <Tagna antal={found.tagna} />}
      <Vilotabell rader={vilande} antal={found.funna.vilar} href={listadress({ ...fraga, lage: 'vilar' })} />
      <Vantetabell rader={vantande} antal={found.funna.vantar} href={listadress({ ...fraga, lage: 'vantar' })} />
    </>
  );
}

/** The numbers above the list: how much waits, and how much each view holds. */
export function Listhuvud({ lista }: { lista: Uppgiftslista }): VNode {
  const { fraga, antal } = lista;
  return (
    <>
      <Sidhuvud rubrik="Uppgifter" ingress={summary(lista)} />
      <Flikar
        etikett="Vilka uppgifter"
        flikar={Object.entries(urval).map(([key, { text }]) => ({
          href: listadress(vy(key as Urval)),
          text,
          antal: antal[key as Urval],
        }))}
        aktiv={listadress(vy(fraga.visa))}
      />
    </>
  );
}

/** The ids of the parts that are replaced when something has happened. */
export const LISTHUVUD = 'listhuvud';
const LISTDEL = 'listdel';

/** `/uppgifter`: the tasks of all my roles in one list, least time left first. */
export function UppgifterPage({ ram, lista, sparade, egna, nyEgen, sedda }: UppgifterPageProps): VNode {
  const { fraga, idag, sida } = lista;
  const adress = listadress(fraga, sida);
  const puls = {
    href: adressMed('/puls', { lista: adress.slice('/uppgifter?'.length) || 'visa=mina' }),
    del: LISTDEL,
    sida: adress,
  };
  return (
    <Sida {...ram} olasta={0} puls={puls} titel="Uppgifter">
      <div id={LISTHUVUD}>
        <Listhuvud lista={lista} />
      </div>
      <Listfilter lista={lista} sparade={sparade} csrf={ram.csrf} />
      <div class="urvalsdel">
        <Massval lista={lista} csrf={ram.csrf} />
        <div id={LISTDEL}>
          <Listdel lista={lista} csrf={ram.csrf} sedda={sedda} />
        </div>
      </div>
      {fraga.visa === 'mina' && sida === 1 && <EgnaUppgifter rader={egna} idag={idag} ny={nyEgen} ram={ram} />}
    </Sida>
  );
}
