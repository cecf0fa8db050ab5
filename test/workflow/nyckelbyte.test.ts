import { defaultPayloadConverter } from '@temporalio/common';
import { createPayloadCodec, type PayloadKey } from '../../api/engine/payload-codec.js';
import { startInstallation, type Installation } from '../support/installation.js';
import { testKeys } from '../support/temporal-keys.js';

const nyckel = (id: string): PayloadKey => ({ id, key: Buffer.alloc(32, id) });
const [forsta] = testKeys;
const andra = nyckel('andra');
const tredje = nyckel('tredje');

/*
 * One case, decided on under one key after the other; the tests share it, and each goes on where the one before left it.
 */
describe('The key of what the engine keeps is changed while a case runs', () => {
  let inst: Installation;
  let id: string;
  beforeAll(async () => {
    inst = await startInstallation({ realTime: true });
    id = await inst.send();
  });
  afterAll(() => inst.stop());

  /** The ids of the keys that the case's history is encrypted with, in the order in which they came. */
  async function nycklarna(): Promise<string[]> {
    const history = await inst.handle(id).fetchHistory();
    const found = [...JSON.stringify(history).matchAll(/"key-id":("[^"]*"|\{[^}]*\})/g)].map(([, value = '']) => {
      const parsed: unknown = JSON.parse(value);
      const bytes =
        typeof parsed === 'string' ? Buffer.from(parsed, 'base64') : Buffer.from(Object.values(parsed as object));
      return bytes.toString();
    });
    return found.filter((one, at) => one !== found[at - 1]);
  }

  it('goes on under the second with what was kept under the first', async () => {
    expect(await nycklarna()).toEqual(['prov']);
    await inst.rotate([andra, ...testKeys]);
    expect(await inst.decide(id, 'granskning', 'sammankallande', { utfall: 'accepterad' }, {})).toMatchObject({
      slag: 'fattat',
    });
    expect(await nycklarna()).toContain('andra');
  });

  it('ends under the third, and its whole history is read', async () => {
    await inst.rotate([tredje, andra, ...testKeys]);
    expect(await inst.decide(id, 'atertagande', 'remittent', {}, { skal: 'Personen flyttar.' })).toMatchObject({
      slag: 'fattat',
    });
    await inst.handle(id).result();
    expect((await inst.lage(id)).fas).toBe('stangd');
    const used = await nycklarna();
    expect(used[0]).toBe('prov');
    expect(new Set(used)).toEqual(new Set(['prov', 'andra', 'tredje']));
    expect(await inst.handle(id).query('lage')).toMatchObject({ arendeId: id, fas: 'stangd' });
  });

  it('is read by nobody who lacks the key that it was kept under', async () => {
    const [payload] = await createPayloadCodec([tredje]).encode([{ data: Buffer.from('"hemligt"'), metadata: {} }]);
    await expect(
      createPayloadCodec([andra, ...(forsta ? [forsta] : [])]).decode(payload ? [payload] : []),
    ).rejects.toThrow('The payload key tredje is not configured');
  });

  it('is refused by the name of its way when a later release has encrypted it in another', async () => {
    const [payload] = await createPayloadCodec([andra]).encode([{ data: Buffer.from('"hemligt"'), metadata: {} }]);
    const other = { ...payload, metadata: { ...payload?.metadata, encoding: Buffer.from('binary/annat') } };
    const [left] = await createPayloadCodec([andra]).decode([other]);
    expect(() => defaultPayloadConverter.fromPayload(left ?? other)).toThrow('Unknown encoding: binary/annat');
  });
});
