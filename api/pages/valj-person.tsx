import type { VNode } from 'preact';
import { Knapp } from '../components/knapp.js';
import { Sida } from '../components/sida.js';
import { Sidhuvud } from '../components/sidhuvud.js';
import { Tabell, type Kolumn } from '../components/tabell.js';
import { TomtLage } from '../components/tomt-lage.js';
import type { DevGroup, DevPerson } from '../login/dev-people.js';

const COLUMNS: readonly Kolumn<DevPerson>[] = [
  {
    rubrik: 'Logga in som',
    radrubrik: true,
    cell: ({ sub, namn }) => (
      <Knapp name="sub" value={sub} liten>
        {namn}
      </Knapp>
    ),
  },
  { rubrik: 'Titel', cell: ({ titel }) => titel || '–' },
  { rubrik: 'Verksamhet', cell: ({ verksamhet }) => verksamhet },
  { rubrik: 'Gäller', cell: ({ inom }) => inom || '–' },
];

/** The development provider's login: the people of the demo by role, one click each. */
export function PickPersonPage({ uid, grupper }: { uid: string; grupper: readonly DevGroup[] }): VNode {
  return (
    <Sida titel="Välj vem du loggar in som">
      <Sidhuvud
        rubrik="Välj vem du loggar in som"
        ingress="Det här är en utvecklingsinloggning med påhittade personer. I drift loggar du in hos din egen organisation."
      />
      {grupper.length === 0 ? (
        <TomtLage rubrik="Här finns inga personer än">Lägg in demons personer och läs in sidan igen.</TomtLage>
      ) : (
        <form class="personval" method="post" action={`/idp/val/${uid}`}>
          {grupper.map(({ rubrik, personer }, index) => (
            <Tabell
              key={rubrik}
              id={`grupp-${index + 1}`}
              caption={rubrik}
              columns={COLUMNS}
              rows={personer}
              rowKey={({ sub }) => sub}
            />
          ))}
        </form>
      )}
    </Sida>
  );
}
