import type { VNode } from 'preact';
import {
  arFel,
  givenTill,
  leveransord,
  planeradTill,
  type PlaneradPaminnelse,
} from '../../../domain/paminnelselage.js';
import type { Insatsprofil } from '../../../domain/insatsprofil.js';
import { Datum, Frist } from '../../components/datum.js';
import { formatDatum, formatTidpunkt } from '../../components/format.js';
import { Marke } from '../../components/marke.js';
import { Tabell, type Kolumn } from '../../components/tabell.js';
import { TomtLage } from '../../components/tomt-lage.js';
import type { GivenPaminnelse, Paminnelsemejl, Paminnelser } from '../../queries/paminnelser.js';
import { uppgiftsrubrik } from '../../../domain/handelsetexter/skrivsatt.js';

const skrivsatt = (profil: Insatsprofil) => ({ dag: formatDatum, tid: formatTidpunkt, profil });

const planerade = ({ profil, verksamheter }: Paminnelser, idag: string): readonly Kolumn<PlaneradPaminnelse>[] => [
  {
    rubrik: 'Uppgift',
    radrubrik: true,
    cell: ({ nr, typ }) => [uppgiftsrubrik(typ), verksamheter[nr]].filter(Boolean).join(', '),
  },
  { rubrik: 'Sista dag', cell: ({ forfaller }) => <Frist senast={forfaller} idag={idag} /> },
  { rubrik: 'Nästa påminnelse', cell: ({ nar }) => <Datum varde={nar} /> },
  { rubrik: 'Till', cell: (one) => planeradTill(one, { profil }) },
];

/** Whom a mail was for: kansli's own is told apart from that of who was reminded. */
const vem = ({ slag, vem: namn }: Paminnelsemejl): string =>
  slag === 'kannedom' ? `${namn}, kansliet för kännedom` : namn;

function Mejl({ mejl, profil }: { mejl: readonly Paminnelsemejl[]; profil: Insatsprofil }): VNode | string {
  if (mejl.length === 0) return '–';
  return (
    <ul class="tabell__lista">
      {mejl.map((one, at) => (
        <li key={at}>
          {vem(one)}:{' '}
          {arFel(one) ? (
            <Marke typ="error">{leveransord(one, skrivsatt(profil))}</Marke>
          ) : (
            leveransord(one, skrivsatt(profil))
          )}
        </li>
      ))}
    </ul>
  );
}

/** The cell of a table ends without a full stop, unless it holds two sentences. */
const utanPunkt = (text: string): string => (/\. /.test(text) ? text : text.replace(/\.$/, ''));

const givna = (profil: Insatsprofil): readonly Kolumn<GivenPaminnelse>[] => [
  { rubrik: 'När', cell: ({ nar }) => <Datum varde={nar} /> },
  {
    rubrik: 'Uppgift',
    radrubrik: true,
    cell: ({ uppgift, verksamhet }) => [uppgiftsrubrik(uppgift), verksamhet].filter(Boolean).join(', '),
  },
  { rubrik: 'Till', cell: ({ data }) => utanPunkt(givenTill(data, { profil })) },
  { rubrik: 'Mejl', cell: ({ mejl }) => <Mejl mejl={mejl} profil={profil} /> },
];

/** The reminders of a case: those to come, whom they reach as the people are today, and what became of each that was given. */
export function Paminnelsetabeller({ paminnelser, idag }: { paminnelser: Paminnelser; idag: string }): VNode {
  const { profil, planerade: kommer, givna: gavs } = paminnelser;
  return (
    <>
      <Tabell
        id="planerade-paminnelser"
        caption="Kommande påminnelser"
        columns={planerade(paminnelser, idag)}
        rows={kommer}
        rowKey={({ nr }) => String(nr)}
        empty={
          <TomtLage rubrik="Ingen påminnelse är på väg" niva={3}>
            Det finns ingen öppen uppgift att påminna om.
          </TomtLage>
        }
      />
      <Tabell
        id="givna-paminnelser"
        caption="Påminnelser som har getts"
        columns={givna(profil)}
        rows={gavs}
        rowKey={({ id }) => id}
        tat
        empty={
          <TomtLage rubrik="Ingen har påmints" niva={3}>
            Här står varje påminnelse, till vem den gick och om mejlet kom fram.
          </TomtLage>
        }
      />
    </>
  );
}
