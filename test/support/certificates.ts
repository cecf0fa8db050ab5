import { generateKeyPairSync, randomUUID } from 'node:crypto';
import forge from 'node-forge';

/** A certificate and its key, in PEM. */
export interface Certificate {
  readonly cert: string;
  readonly key: string;
}

/** An authority of a test's own. */
export interface Authority {
  /** its own certificate */
  readonly ca: string;
  /** a certificate for a server: of a host name, or of 127.0.0.1; good for a day unless told */
  server(name: string, days?: number): Certificate;
  /** a certificate for one who connects, by the name that the server is to know her by */
  client(name: string): Certificate;
}

const DAY_MS = 86_400_000;

interface Issuer {
  readonly attributes: forge.pki.CertificateField[];
  readonly key: forge.pki.rsa.PrivateKey;
}

/** Makes an authority of its own. */
export function createAuthority(): Authority {
  const pair = keyPair();
  const attributes = nameOf(`Provets utfardare ${randomUUID()}`);
  const issuer = { attributes, key: forge.pki.privateKeyFromPem(pair.privateKey) };
  const ca = issue(pair.publicKey, attributes, issuer, [
    { name: 'basicConstraints', cA: true, critical: true },
    { name: 'keyUsage', keyCertSign: true, cRLSign: true, critical: true },
  ]);
  const leaf = (name: string, extensions: object[], days?: number): Certificate => {
    const own = keyPair();
    return { cert: issue(own.publicKey, nameOf(name), issuer, extensions, days), key: own.privateKey };
  };
  return {
    ca,
    server: (name, days) =>
      leaf(
        name,
        [
          { name: 'extKeyUsage', serverAuth: true },
          {
            name: 'subjectAltName',
            altNames: [/^[\d.]+$/.test(name) ? { type: 7, ip: name } : { type: 2, value: name }],
          },
        ],
        days,
      ),
    client: (name) => leaf(name, [{ name: 'extKeyUsage', clientAuth: true }]),
  };
}

/** By Node: the library's own takes seconds. */
const keyPair = () =>
  generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });

const nameOf = (name: string): forge.pki.CertificateField[] => [{ name: 'commonName', value: name }];

function issue(
  publicKey: string,
  subject: forge.pki.CertificateField[],
  issuer: Issuer,
  extensions: object[],
  days = 1,
): string {
  const certificate = forge.pki.createCertificate();
  certificate.publicKey = forge.pki.publicKeyFromPem(publicKey);
  certificate.serialNumber = `01${forge.util.bytesToHex(forge.random.getBytesSync(8))}`;
  certificate.validity.notBefore = new Date(Date.now() - DAY_MS / 24);
  certificate.validity.notAfter = new Date(Date.now() + days * DAY_MS);
  certificate.setSubject(subject);
  certificate.setIssuer(issuer.attributes);
  certificate.setExtensions(extensions);
  certificate.sign(issuer.key, forge.md.sha256.create());
  return forge.pki.certificateToPem(certificate);
}
