import type { Adapter, AdapterPayload } from 'oidc-provider';

interface Stored {
  model: string;
  id: string;
  payload: AdapterPayload;
  /** milliseconds since 1970 */
  expires: number;
}

/** More than a demo ever has; the oldest goes first, so that a public demo cannot fill the memory. */
const MOST = 2000;

/**
 * What the development provider remembers, in this process's memory: a restart forgets who is logged in at the
 * provider, and nothing else depends on it.
 *
 * @returns one adapter per kind of record, over one common store
 */
export function memoryStorage(): (model: string) => Adapter {
  const records = new Map<string, Stored>();

  const alive = (record: Stored | undefined): AdapterPayload | undefined =>
    record && record.expires > Date.now() ? record.payload : undefined;
  const search = (matches: (record: Stored) => boolean): AdapterPayload | undefined =>
    alive([...records.values()].find(matches));
  const remove = (matches: (record: Stored) => boolean): void => {
    for (const [key, record] of records) if (matches(record)) records.delete(key);
  };

  return (model) => {
    const keyOf = (id: string): string => `${model}:${id}`;
    return {
      upsert: async (id, payload, seconds = Number.POSITIVE_INFINITY) => {
        records.delete(keyOf(id));
        records.set(keyOf(id), { model, id, payload, expires: Date.now() + seconds * 1000 });
        const [oldest] = records.keys();
        if (records.size > MOST && oldest !== undefined) records.delete(oldest);
      },
      find: async (id) => alive(records.get(keyOf(id))),
      findByUid: async (uid) => search((record) => record.model === model && record.payload.uid === uid),
      findByUserCode: async (code) => search((record) => record.model === model && record.payload.userCode === code),
      consume: async (id) => {
        const record = records.get(keyOf(id));
        if (record) record.payload.consumed = Math.floor(Date.now() / 1000);
      },
      destroy: async (id) => void records.delete(keyOf(id)),
      revokeByGrantId: async (grantId) => remove((record) => record.payload.grantId === grantId),
    };
  };
}
