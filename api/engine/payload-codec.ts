import type { Payload, PayloadCodec } from '@temporalio/common';
import proto from '@temporalio/proto';
import { seal, unseal } from '../../prisma/nycklar/skiffer.js';

/** A 32-byte key and the name it is known by. */
export interface PayloadKey {
  readonly id: string;
  readonly key: Buffer;
}

const ENCODING = Buffer.from('binary/aes-256-gcm');

/**
 * Encrypts everything that travels to the engine with AES-256-GCM. The key's id goes along in the metadata and is part of
 * what is authenticated, so histories written with older keys stay readable for as long as the key is configured.
 *
 * @param keys at least one; the first encrypts, all decrypt
 */
export function createPayloadCodec(keys: readonly PayloadKey[]): PayloadCodec {
  const [current] = keys;
  if (!current) throw new Error('At least one payload key is needed');
  const byId = new Map(keys.map((one) => [one.id, one.key]));
  return {
    encode: async (payloads) => payloads.map((payload) => encrypt(payload, current)),
    decode: async (payloads) => payloads.map((payload) => decrypt(payload, byId)),
  };
}

function encrypt(payload: Payload, { id, key }: PayloadKey): Payload {
  const plain = proto.temporal.api.common.v1.Payload.encode(payload).finish();
  return { metadata: { encoding: ENCODING, 'key-id': Buffer.from(id) }, data: seal(key, id, plain) };
}

function decrypt(payload: Payload, keys: ReadonlyMap<string, Buffer>): Payload {
  const { metadata, data } = payload;
  if (!metadata?.['encoding'] || !ENCODING.equals(metadata['encoding']) || !data) return payload;
  const id = Buffer.from(metadata['key-id'] ?? []).toString();
  const key = keys.get(id);
  if (!key) throw new Error(`The payload key ${id} is not configured`);
  return proto.temporal.api.common.v1.Payload.decode(unseal(key, id, Buffer.from(data)));
}
