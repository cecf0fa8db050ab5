import { z } from 'zod';
import type { OidcConfig } from '../../api/deps.js';
import { claimMappingSchema, type ClaimMapping } from '../../api/login/claim-mapping.js';

const NEEDED = ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET'] as const;

const STARK = 'ska anges i produktion, eller OIDC_AMR: hur stark inloggningen måste vara';

const words = z
  .string()
  .transform((text) => text.split(/[\s,]+/).filter((word) => word !== ''))
  .optional();

const claims = z
  .string()
  .transform((text, context): ClaimMapping => {
    const parsed = parseJson(text);
    const result = claimMappingSchema.safeParse(parsed);
    if (parsed !== undefined && result.success) return result.data;
    context.addIssue({ code: 'custom', message: `ska beskriva anspråken i JSON${where(result.error)}` });
    return z.NEVER;
  })
  .optional();

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** Our own messages say what is wanted; of others the place is what helps. */
function where(error: z.ZodError | undefined): string {
  const [issue] = error?.issues ?? [];
  if (!issue) return '';
  if (issue.code === 'unrecognized_keys') return `; ${[...issue.path, issue.keys[0]].join('.')} finns inte`;
  const said = /\bska /.test(issue.message) ? issue.message : 'är fel';
  return issue.path.length === 0 ? '' : `; ${issue.path.join('.')} ${said}`;
}

/** The settings of the organisations' login. */
export const loginFields = {
  OIDC_ISSUER: z.url({ protocol: /^https?$/, error: 'ska vara en adress som börjar med https://' }).optional(),
  OIDC_CLIENT_ID: z.string().min(1).optional(),
  OIDC_CLIENT_SECRET: z.string().min(1).optional(),
  OIDC_SCOPE: z
    .string()
    .regex(/(?:^|\s)openid(?:\s|$)/, 'ska innehålla ordet openid')
    .default('openid'),
  OIDC_ACR: words,
  OIDC_AMR: words,
  OIDC_HOSTS: words,
  OIDC_CLAIMS: claims,
};

type LoginEnv = z.output<z.ZodObject<typeof loginFields>>;

/** The three that go together: all or none, and in production all, with what a login must have reached. */
export function checkLogin(env: LoginEnv & { readonly NODE_ENV?: string | undefined }, context: z.RefinementCtx): void {
  const production = env.NODE_ENV === 'production';
  const missing = NEEDED.filter((name) => !env[name]);
  const whole = missing.length === 0 || (missing.length === NEEDED.length && !production);
  if (!whole) context.addIssue({ code: 'custom', path: [missing[0] ?? 'OIDC_ISSUER'], message: 'saknas' });
  // a password alone is not enough for what authorities tell each other
  else if (production && !env.OIDC_ACR?.length && !env.OIDC_AMR?.length)
    context.addIssue({ code: 'custom', path: ['OIDC_ACR'], message: STARK });
}

/** The login; undefined where the development provider is to be used. */
export function loginOf(env: LoginEnv): OidcConfig | undefined {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret } = env;
  if (!issuer || !clientId || !clientSecret) return undefined;
  const { OIDC_SCOPE: scope, OIDC_ACR: acr, OIDC_AMR: amr, OIDC_HOSTS: hosts, OIDC_CLAIMS: mapping } = env;
  return { issuer, clientId, clientSecret, scope, acr, amr, hosts, claims: mapping };
}
