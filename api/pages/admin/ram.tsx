import type { ComponentChildren, VNode } from 'preact';
import { Flikar } from '../../components/flikar.js';
import { Felsammanfattning, type FaltFel } from '../../components/form/felsammanfattning.js';
import { Brodsmulor } from '../../components/brodsmulor.js';
import { Sida } from '../../components/sida.js';
import { Sidhuvud } from '../../components/sidhuvud.js';
import type { Sidram } from '../../http/page-frame.js';

/** The pages of a förvaltare. */
export const ADMIN = '/admin';
export const ADMIN_FRANVARO = '/admin/franvaro';
export const ADMIN_OVERLAMNING = '/admin/overlamning';
export const ORGANISATION = '/admin/organisation';

const FLIKAR = [
  { href: ADMIN, text: 'Personer' },
  { href: ADMIN_FRANVARO, text: 'Frånvaro' },
  { href: ADMIN_OVERLAMNING, text: 'Överlämningar' },
  { href: ORGANISATION, text: 'Organisation' },
] as const;

/** The address of a person's page. */
export const personadress = (id: string): string => `${ADMIN}/personer/${id}`;

export interface AdminRamProps {
  readonly ram: Sidram;
  readonly rubrik: string;
  readonly ingress?: ComponentChildren;
  /** The tab that is shown; missing on a page below one. */
  readonly flik?: string;
  /** The page above, when there is one. */
  readonly ovanfor?: { readonly href: string; readonly text: string };
  readonly errors?: FaltFel;
  readonly marken?: ComponentChildren;
  readonly atgarder?: ComponentChildren;
  readonly children: ComponentChildren;
}

/** What the pages of a förvaltare have in common. */
export function AdminRam(props: AdminRamProps): VNode {
  const { ram, rubrik, ingress, flik, ovanfor, errors = {}, marken, atgarder, children } = props;
  return (
    <Sida
      {...ram}
      titel={rubrik}
      harFel={Object.keys(errors).length > 0}
      {...(ovanfor ? { brodsmulor: <Brodsmulor lankar={[ovanfor]} har={rubrik} /> } : {})}
    >
      <Felsammanfattning errors={errors} />
      <Sidhuvud rubrik={rubrik} {...{ ingress, marken, atgarder }} />
      {flik !== undefined && <Flikar etikett="Förvaltning" flikar={FLIKAR} aktiv={flik} />}
      {children}
    </Sida>
  );
}
