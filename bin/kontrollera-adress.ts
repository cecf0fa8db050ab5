import { get } from 'node:https';
import type { TLSSocket } from 'node:tls';
import { ConfigError, readAddressConfig } from './config.js';

// node dist/bin/kontrollera-adress.js: is BASE_URL reached over a certificate that every browser trusts, and for how long? Node.js
// trusts the same public authorities as browsers do; one of the installation's own is not among them.
const LEAST_DAYS = 14;
const ANSWER_WITHIN_MS = 15_000;
const DAY_MS = 86_400_000;

/** The days that the certificate is still good for. @throws when the address does not answer, or its certificate is not trusted */
const daysLeft = (address: string): Promise<number> =>
  new Promise((resolve, reject) => {
    const request = get(`${address}/halsa/levande`, { agent: false, timeout: ANSWER_WITHIN_MS }, (answer) => {
      const { valid_to: end } = (answer.socket as TLSSocket).getPeerCertificate();
      answer.resume();
      if (answer.statusCode !== 200) return reject(new Error(`svaret är ${answer.statusCode}`));
      resolve(Math.floor((Date.parse(end) - Date.now()) / DAY_MS));
    });
    request.once('timeout', () => request.destroy(new Error('inget svar')));
    request.once('error', reject);
  });

try {
  const { baseUrl } = readAddressConfig(process.env);
  try {
    const days = await daysLeft(baseUrl);
    console.log(`${baseUrl} har ett certifikat som webbläsare litar på, i ${days} dagar till.`);
    if (days < LEAST_DAYS) process.exitCode = 1;
  } catch (error) {
    console.error(`${baseUrl} nås inte som webbläsare når den: ${(error as Error).message}.`);
    process.exitCode = 1;
  }
} catch (error) {
  console.error(error instanceof ConfigError ? error.message : error);
  process.exitCode = 1;
}
