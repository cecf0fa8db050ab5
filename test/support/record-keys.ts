/** The master keys of tests: fixed, because the databases of a run are copied from one another. */
export const recordKeys = [{ id: 'prov', key: Buffer.alloc(32, 'remissflodes poster') }];

/** The same as the environment of a process has them. */
export const RECORD_KEYS = recordKeys.map(({ id, key }) => `${id}:${key.toString('base64')}`).join(',');
