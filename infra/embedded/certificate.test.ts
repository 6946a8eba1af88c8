import { X509Certificate } from 'node:crypto';
import { mkdirSync, readFileSync, statSync } from 'node:fs';
import { createServer, get } from 'node:https';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { localCertificate } from './certificate.mjs';
import { testFolder } from './test-folder';

const dataDir = testFolder();
const names = ['localhost', '127.0.0.1', '192.168.200.7'];

test('a client that trusts the authority speaks to us by name and by address', async () => {
  const { key, cert, authority } = localCertificate(dataDir, names);
  const server = createServer({ key, cert }, (_, response) => response.end('hello'));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const ask = (options: object) =>
    new Promise<string>((resolve, reject) => {
      const request = get({ host: '127.0.0.1', port, agent: false, ...options }, (response) => {
        response.setEncoding('utf8').on('data', resolve);
      });
      request.once('error', (error: NodeJS.ErrnoException) => reject(new Error(error.code)));
    });
  const ca = readFileSync(authority);
  expect(await ask({ ca })).toBe('hello');
  expect(await ask({ ca, servername: 'localhost' })).toBe('hello');
  await expect(ask({})).rejects.toThrow(/SELF_SIGNED_CERT_IN_CHAIN|UNABLE_TO_VERIFY/);
  await expect(ask({ ca, servername: 'shop.example' })).rejects.toThrow('ERR_TLS_CERT_ALTNAME_INVALID');
  await new Promise((resolve) => server.close(resolve));
});

test('the authority stays, since phones were told to trust it; the certificate follows the addresses', () => {
  const first = localCertificate(dataDir, names);
  const second = localCertificate(dataDir, ['localhost', '10.1.2.3']);
  const chain = (pem: string) => pem.split(/(?<=-----END CERTIFICATE-----\n)/).map((one) => new X509Certificate(one));
  const [oldLeaf, oldAuthority] = chain(first.cert);
  const [leaf, authority] = chain(second.cert);
  expect(authority?.fingerprint256).toBe(oldAuthority?.fingerprint256);
  expect(leaf?.fingerprint256).not.toBe(oldLeaf?.fingerprint256);
  expect(leaf?.subjectAltName).toBe('DNS:localhost, IP Address:10.1.2.3');
  expect(authority && leaf?.verify(authority.publicKey)).toBe(true);
  expect([leaf?.ca, authority?.ca]).toEqual([false, true]);
  expect(statSync(join(dataDir, 'https-authority-key.pem')).mode & 0o777).toBe(0o600);
});

test('dates are written as X.509 wants them, before and after 2050', () => {
  const folder = join(dataDir, 'late');
  mkdirSync(folder);
  const { authority } = localCertificate(folder, names, new Date('2045-06-01T12:00:00Z'));
  const certificate = new X509Certificate(readFileSync(authority));
  expect(new Date(certificate.validFrom)).toEqual(new Date('2045-05-31T12:00:00Z'));
  expect(new Date(certificate.validTo).getUTCFullYear()).toBe(2055);
});
