import type { ComponentChildren, VNode } from 'preact';
import { uppgiftstyper } from '../../../domain/uppgifter.js';
import { Frist } from '../../components/datum.js';
import { formatAntal, formatDatum, formatTidpunkt } from '../../components/format.js';
import { SakerLank } from '../../components/saker-lank.js';
import { Sida } from '../../components/sida.js';
import { Sidhuvud } from '../../components/sidhuvud.js';
import { Tabell, type Kolumn } from '../../components/tabell.js';
import { TomtLage } from '../../components/tomt-lage.js';
import type { Sidram } from '../../http/page-frame.js';
import type { Dagsmote } from '../../queries/dagens-moten.js';
import type { EgenUppgiftsrad } from '../../queries/egna-uppgifter.js';
import type { Insatsuppgiftsrad } from '../../queries/insatsuppgifter.js';
import type { Grupp, Uppgiftsgrupp } from '../../queries/mina-uppgifter.js';
import type { Uppgiftsrad } from '../../queries/uppgifter.js';
import type { Vantar } from '../../queries/vantar-pa-andra.js';
import { Insatstabell } from '../uppgifter/insatstabell.js';
import { ansvarig, uppgiftsrubrik } from '../uppgifter/ord.js';
import { Ansvarigcell, Arendecell, beslutsadress } from '../uppgifter/tabell.js';

export interface DagenPageProps {
  readonly ram: Sidram;
  /** today in Sweden, `YYYY-MM-DD` */
  readonly idag: string;
  /** what is the reader's to do, the first of each group */
  readonly uppgifter: Readonly<Record<Grupp, Uppgiftsgrupp>>;
  /** what she owes that belongs to no ärende */
  readonly insatsuppgifter: readonly Insatsuppgiftsrad[];
  /** what she has set herself and not done */
  readonly egna: readonly EgenUppgiftsrad[];
  /** today's meetings of her teams */
  readonly moten: readonly Dagsmote[];
  /** what others are to do next in her ärenden and remisser */
  readonly vantar: readonly Vantar[];
}

/** To tick on paper; on the screen the task's own button does it. */
const Ruta = (): VNode => <span class="dagen__ruta" aria-hidden="true" />;

const uppgiftskolumner = (idag: string): Kolumn<Uppgiftsrad>[] => [
  {
    rubrik: 'Att göra',
    radrubrik: true,
    cell: (rad) => {
      const adress = beslutsadress(rad);
      const rubrik = uppgiftsrubrik(rad.typ);
      return (
        <>
          <Ruta />
          {adress === undefined ? rubrik : <SakerLank href={adress}>{rubrik}</SakerLank>}
          <p class="uppgift__varfor">{uppgiftstyper[rad.typ].varfor}</p>
        </>
      );
    },
  },
  { rubrik: 'Ärende', obruten: true, cell: (rad) => <Arendecell rad={rad} /> },
  { rubrik: 'Senast', cell: ({ forfaller }) => <Frist senast={forfaller} idag={idag} /> },
  { rubrik: 'Ansvarig', cell: (rad) => <Ansvarigcell rad={rad} /> },
];

function Del({
  rubrik,
  antal,
  children,
}: {
  rubrik: string;
  antal: number;
  children: ComponentChildren;
}): VNode | null {
  if (antal === 0) return null;
  return (
    <section class="dagen__del">
      <h2>
        {rubrik} ({antal})
      </h2>
      {children}
    </section>
  );
}

const GRUPPER = { forsenat: 'Försenat', idag: 'I dag', veckan: 'Senare i veckan' } as const;

function Gruppen({ id, grupp, idag }: { id: keyof typeof GRUPPER; grupp: Uppgiftsgrupp; idag: string }): VNode {
  const { antal, rader } = grupp;
  return (
    <Del rubrik={GRUPPER[id]} antal={antal}>
      <Tabell
        id={id}
        caption={GRUPPER[id]}
        doldCaption
        jamn
        tat
        columns={uppgiftskolumner(idag)}
        rows={rader}
        rowKey={(rad) => rad.id}
        markera={({ forfaller }) => (forfaller < idag ? 'fel' : undefined)}
      />
      {antal > rader.length && (
        <p>
          <SakerLank href="/uppgifter">Visa {antal - rader.length} till under Uppgifter</SakerLank>
        </p>
      )}
    </Del>
  );
}

function Egna({ egna, idag }: Pick<DagenPageProps, 'egna' | 'idag'>): VNode {
  return (
    <Del rubrik="Egna uppgifter" antal={egna.length}>
      <Tabell
        id="egna"
        caption="Egna uppgifter som bara du ser"
        doldCaption
        tat
        rows={egna}
        rowKey={({ id }) => id}
        markera={({ senast }) => (senast < idag ? 'fel' : undefined)}
        columns={[
          {
            rubrik: 'Uppgift',
            radrubrik: true,
            cell: ({ text }) => (
              <>
                <Ruta />
                {text}
              </>
            ),
          },
          { rubrik: 'Senast', cell: ({ senast }) => <Frist senast={senast} idag={idag} /> },
          { rubrik: 'Ärende', obruten: true, cell: ({ nummer }) => nummer ?? '–' },
        ]}
      />
    </Del>
  );
}

function Moten({ moten }: Pick<DagenPageProps, 'moten'>): VNode {
  return (
    <Del rubrik="Möten i dag" antal={moten.length}>
      <ul class="dagen__moten">
        {moten.map((mote) => {
          const namn = `${formatTidpunkt(mote.borjar)}, ${mote.insats}: ${mote.team}`;
          return (
            <li key={namn}>
              {mote.id === undefined ? namn : <SakerLank href={`/moten/${mote.id}`}>{namn}</SakerLank>}
              {`, ${mote.arenden === 1 ? '1 ärende' : `${mote.arenden} ärenden`} på dagordningen`}
            </li>
          );
        })}
      </ul>
    </Del>
  );
}

function Andra({ vantar, idag }: Pick<DagenPageProps, 'vantar' | 'idag'>): VNode {
  return (
    <Del rubrik="Väntar på andra" antal={vantar.length}>
      <Tabell
        id="vantar"
        caption="Det som andra ska göra i dina ärenden och remisser"
        doldCaption
        tat
        rows={vantar}
        rowKey={({ nummer }) => nummer}
        markera={({ forfaller }) => (forfaller < idag ? 'fel' : undefined)}
        columns={[
          {
            rubrik: 'Ärende',
            radrubrik: true,
            obruten: true,
            cell: ({ nummer, adress }) => <SakerLank href={adress}>{nummer}</SakerLank>,
          },
          { rubrik: 'Väntar på', cell: ({ roll, verksamhet }) => ansvarig(roll, verksamhet) },
          { rubrik: 'Uppgift', cell: ({ typ }) => uppgiftsrubrik(typ) },
          { rubrik: 'Senast', cell: ({ forfaller }) => <Frist senast={forfaller} idag={idag} /> },
        ]}
      />
    </Del>
  );
}

/** What the day does not hold, where it stands. */
function Ovrigt({ uppgifter: { senare, vilar, vantar } }: Pick<DagenPageProps, 'uppgifter'>): VNode | null {
  const rader = [
    { antal: senare.antal, text: 'senare', href: '/uppgifter' },
    { antal: vilar.antal, text: vilar.antal === 1 ? 'lagd åt sidan' : 'lagda åt sidan', href: '/uppgifter?lage=vilar' },
    { antal: vantar.antal, text: 'kan göras senare', href: '/uppgifter?lage=vantar' },
  ].filter(({ antal }) => antal > 0);
  if (rader.length === 0) return null;
  return (
    <p>
      Utanför dagen:{' '}
      {rader.map(({ antal, text, href }, nr) => (
        <>
          {nr > 0 && ', '}
          <SakerLank key={href} href={href}>
            {antal} {text}
          </SakerLank>
        </>
      ))}
      .
    </p>
  );
}

/** `/dagen`: the reader's day on one page, made to be printed too. */
export function DagenPage(props: DagenPageProps): VNode {
  const { ram, idag, uppgifter, insatsuppgifter, egna, moten, vantar } = props;
  const grupper = Object.keys(GRUPPER) as (keyof typeof GRUPPER)[];
  const antal = grupper.reduce((sum, id) => sum + uppgifter[id].antal, 0) + insatsuppgifter.length;
  return (
    <Sida {...ram} titel={`Min dag ${formatDatum(idag)}`}>
      <Sidhuvud
        rubrik={`Min dag ${formatDatum(idag)}`}
        ingress={
          antal === 0
            ? 'Inget ska vara gjort den här veckan.'
            : `${formatAntal(antal, 'uppgifter')} till och med söndag.`
        }
        atgarder={
          <button type="button" class="button button--secondary" data-skriv-ut hidden>
            Skriv ut
          </button>
        }
      />
      <div class="dagen">
        <Moten moten={moten} />
        {grupper.map((id) => (
          <Gruppen key={id} id={id} grupp={uppgifter[id]} idag={idag} />
        ))}
        <Insatstabell rader={insatsuppgifter} idag={idag} />
        <Egna egna={egna} idag={idag} />
        <Andra vantar={vantar} idag={idag} />
        {antal + egna.length + moten.length + vantar.length === 0 && (
          <TomtLage rubrik="En tom dag">När något väntar på dig eller på andra i dina ärenden visas det här.</TomtLage>
        )}
        <Ovrigt uppgifter={uppgifter} />
      </div>
    </Sida>
  );
}
