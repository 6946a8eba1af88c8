// A certificate for `npm start -- --https`: an authority of this instance's own, to be trusted once on a phone, and
// under it a certificate for the addresses the machine has today.
import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  randomBytes,
  sign,
  X509Certificate,
} from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { isIPv4 } from 'node:net';
import { join } from 'node:path';
import { bits, boolean, implicit, integer, octets, oid, sequence, set, tagged, text, time } from './der.mjs';

const day = 86_400_000;
const ecdsaWithSha256 = sequence(oid('1.2.840.10045.4.3.2'));

/**
 * @param {string} dataDir
 * @param {string[]} names host names and IPv4 addresses
 * @returns {{ key: string, cert: string, authority: string }} PEM texts, and the file to trust
 */
export function localCertificate(dataDir, names, now = new Date()) {
  const file = (/** @type {string} */ name) => join(dataDir, name);
  const [authorityFile, authorityKeyFile] = [file('https-authority.pem'), file('https-authority-key.pem')];
  if (!existsSync(authorityFile) || !existsSync(authorityKeyFile)) {
    const { certificate, key } = issue({ subject: 'Xihuo local authority', years: 10, now });
    writeFileSync(authorityKeyFile, key, { mode: 0o600 });
    writeFileSync(authorityFile, certificate);
  }
  const issuer = { certificate: readFileSync(authorityFile, 'utf8'), key: readFileSync(authorityKeyFile, 'utf8') };
  // Safari refuses certificates valid for more than 825 days; made anew at every start, one year is plenty.
  const { certificate, key } = issue({ subject: 'Xihuo on this machine', years: 1, now, names, issuer });
  return { key, cert: certificate + issuer.certificate, authority: authorityFile };
}

/**
 * @param {object} options
 * @param {string} options.subject
 * @param {number} options.years
 * @param {Date} options.now
 * @param {string[]} [options.names] absent for an authority
 * @param {{ certificate: string, key: string }} [options.issuer] absent for one that signs itself
 */
function issue({ subject, years, now, names, issuer }) {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'prime256v1' });
  const spki = publicKey.export({ type: 'spki', format: 'der' });
  const issuerName = issuer ? nameOf(new X509Certificate(issuer.certificate)) : commonName(subject);
  const issuerKey = issuer ? createPrivateKey(issuer.key) : privateKey;
  const body = sequence(
    tagged(0, integer(Buffer.from([2]))),
    integer(Buffer.concat([Buffer.from([1]), randomBytes(15)])),
    ecdsaWithSha256,
    issuerName,
    // A day back, since a phone's clock may be slow.
    sequence(time(new Date(now.getTime() - day)), time(new Date(now.getTime() + years * 365 * day))),
    commonName(subject),
    spki,
    tagged(
      3,
      sequence(...(names ? serverExtensions(names) : authorityExtensions()), ...keyIdentifiers(spki, issuerKey)),
    ),
  );
  const signature = sign('sha256', body, issuerKey);
  const certificate = pem('CERTIFICATE', sequence(body, ecdsaWithSha256, bits(signature)));
  return { certificate, key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString() };
}

const commonName = (/** @type {string} */ name) => sequence(set(sequence(oid('2.5.4.3'), text(name))));

/** Ours hold nothing but a common name. @param {X509Certificate} certificate */
const nameOf = (certificate) => commonName(certificate.subject.replace(/^CN=/, ''));

/** @param {string} id @param {boolean} critical @param {Buffer} value */
const extension = (id, critical, value) => sequence(oid(id), ...(critical ? [boolean(true)] : []), octets(value));

/** Which key this is and which key signed it, or verifiers could not tell two authorities of one name apart. @param {Buffer} spki @param {import('node:crypto').KeyObject} issuerKey */
function keyIdentifiers(spki, issuerKey) {
  const issuerSpki = createPublicKey(issuerKey).export({ type: 'spki', format: 'der' });
  return [
    extension('2.5.29.14', false, octets(fingerprintOf(spki))),
    extension('2.5.29.35', false, sequence(implicit(0, fingerprintOf(issuerSpki)))),
  ];
}

/** @param {Buffer} spki */
const fingerprintOf = (spki) => createHash('sha256').update(spki).digest().subarray(0, 20);

function authorityExtensions() {
  return [
    extension('2.5.29.19', true, sequence(boolean(true), integer(Buffer.from([0])))),
    // May sign certificates and revocation lists.
    extension('2.5.29.15', true, bits(Buffer.from([0b0000_0110]), 1)),
  ];
}

/** @param {string[]} names */
function serverExtensions(names) {
  const alternatives = names.map((name) =>
    isIPv4(name) ? implicit(7, Buffer.from(name.split('.').map(Number))) : implicit(2, Buffer.from(name)),
  );
  return [
    extension('2.5.29.19', true, sequence()),
    extension('2.5.29.15', true, bits(Buffer.from([0b1000_0000]), 7)),
    extension('2.5.29.37', false, sequence(oid('1.3.6.1.5.5.7.3.1'))),
    extension('2.5.29.17', false, sequence(...alternatives)),
  ];
}

/** @param {string} label @param {Buffer} bytes */
function pem(label, bytes) {
  const lines = bytes.toString('base64').match(/.{1,64}/g) ?? [];
  return `-----BEGIN ${label}-----\n${lines.join('\n')}\n-----END ${label}-----\n`;
}
