import type { VNode } from 'preact';
import type { Insatsprofil } from '../../../domain/insatsprofil.js';
import { Brodsmulor, type Brodsmula } from '../../components/brodsmulor.js';
import { Datum } from '../../components/datum.js';
import { Definitionslista } from '../../components/definitionslista.js';
import { formatTal } from '../../components/format.js';
import { Knapprad, Lankknapp } from '../../components/knapp.js';
import { Meddelande } from '../../components/meddelande.js';
import { SakerLank } from '../../components/saker-lank.js';
import { Sida } from '../../components/sida.js';
import { Sidhuvud } from '../../components/sidhuvud.js';
import { Tabell, type Kolumn } from '../../components/tabell.js';
import type { Sidram } from '../../http/page-frame.js';
import { profilIOrd, type Ordsektion } from '../../profil/ord.js';
import type { Insatsmedprofil, Profilversion } from '../../queries/profiler.js';
import { andraAdress, filAdress, flyttaAdress, folkadress, granskaAdress, profiladress } from './adresser.js';
import { ProcessbildVy } from './processbild.js';

/** A profile in plain words; with links to change each section for those who may. */
export function ProfilIOrd({ sektioner, andra }: { sektioner: readonly Ordsektion[]; andra?: string }): VNode {
  return (
    <>
      {sektioner.map(({ del, rubrik, rader }) => (
        <section key={del} id={del} aria-labelledby={`${del}-h`}>
          <h2 id={`${del}-h`}>{rubrik}</h2>
          {rader.length === 0 ? (
            <p class="dampad">Inget eget: standarden gäller.</p>
          ) : (
            <Definitionslista rader={rader.map(({ term, varde }) => ({ term, varde }))} />
          )}
          {andra !== undefined && (
            <p>
              <SakerLank href={andraAdress(andra, del)}>
                Ändra<span class="sr-only"> {rubrik.toLocaleLowerCase('sv')}</span>
              </SakerLank>
            </p>
          )}
        </section>
      ))}
    </>
  );
}

const columns = (kod: string): readonly Kolumn<Profilversion>[] => [
  {
    rubrik: 'Version',
    radrubrik: true,
    cell: ({ version }) => <SakerLank href={`${profiladress(kod)}?version=${version}`}>Version {version}</SakerLank>,
  },
  { rubrik: 'Sparad', cell: ({ skapad }) => <Datum varde={skapad} />, obruten: true },
  { rubrik: 'Av', cell: ({ av }) => av ?? '–' },
  { rubrik: 'Vad som ändrades', cell: ({ kommentar }) => kommentar ?? '–' },
  { rubrik: 'Öppna ärenden', align: 'right', cell: ({ oppna }) => formatTal(oppna) },
];

export interface ProfilPageProps {
  ram: Sidram;
  /** What stands above the profile for who reads it. */
  over: Brodsmula;
  insats: Insatsmedprofil;
  /** The version that is shown, and its number. */
  profil: Insatsprofil;
  version: number;
  farAndra: boolean;
  farFlytta: boolean;
}

function Utkastnotis({ insats, farAndra }: Pick<ProfilPageProps, 'insats' | 'farAndra'>): VNode | null {
  if (!insats.utkast || !farAndra) return null;
  return (
    <Meddelande typ="info" rubrik="Det finns påbörjade ändringar">
      {insats.utkast.av} ändrade senast <Datum varde={insats.utkast.andrad} format="tid" />. De gäller först när de
      publiceras. <SakerLank href={granskaAdress(insats.kod)}>Granska och publicera</SakerLank>
    </Meddelande>
  );
}

/** `/insatser/<kod>/profil`: how an insats works, in plain words, with its process and its versions. */
export function ProfilPage({ ram, over, insats, profil, version, farAndra, farFlytta }: ProfilPageProps): VNode {
  const newest = insats.versioner[0]?.version ?? version;
  const kvar = insats.versioner.filter((one) => one.version < newest).reduce((sum, { oppna }) => sum + oppna, 0);
  return (
    <Sida {...ram} titel={`Profil för ${profil.namn}`} brodsmulor={<Brodsmulor lankar={[over]} har="Profil" />}>
      <Sidhuvud
        overrubrik={`${insats.namn} · ${insats.huvudman.namn}`}
        rubrik={`Profil för ${profil.namn}`}
        ingress={
          version === newest
            ? `Version ${version}. Nya ärenden följer den; ett pågående ärende följer den version det började med.`
            : `Version ${version}, en äldre version. Nya ärenden följer version ${newest}.`
        }
      />
      <Utkastnotis insats={insats} farAndra={farAndra} />
      <Knapprad>
        {farFlytta && kvar > 0 && (
          <Lankknapp href={flyttaAdress(insats.kod)}>
            Flytta ärenden till version {newest} ({kvar})
          </Lankknapp>
        )}
        {farAndra && <Lankknapp href={folkadress(insats.kod)}>Ändra personer</Lankknapp>}
        {farAndra && <Lankknapp href={filAdress(insats.kod)}>Hämta som fil</Lankknapp>}
      </Knapprad>
      <section aria-labelledby="process-h">
        <h2 id="process-h">Processen</h2>
        <ProcessbildVy profil={profil} id="process" />
      </section>
      <ProfilIOrd
        sektioner={profilIOrd(profil, insats.parter)}
        {...(farAndra && version === newest ? { andra: insats.kod } : {})}
      />
      <section aria-labelledby="versioner-h">
        <h2 id="versioner-h">Versioner</h2>
        <Tabell
          id="versioner"
          caption="Profilens versioner"
          doldCaption
          columns={columns(insats.kod)}
          rows={insats.versioner}
          rowKey={(one) => String(one.version)}
        />
      </section>
    </Sida>
  );
}
