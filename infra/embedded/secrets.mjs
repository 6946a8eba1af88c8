import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { StartError } from './start-error.mjs';

/**
 * Keys of this instance, made at its first start. Without `masterKey` what it sealed can never be read again, so a
 * damaged file stops the start instead of being replaced.
 * @param {string} dataDir
 * @returns {{ masterKey: string, webhookSecret: string, sandboxKey: string }}
 */
export function loadSecrets(dataDir) {
  const path = join(dataDir, 'secrets.json');
  if (existsSync(path)) {
    try {
      return JSON.parse(readFileSync(path, 'utf8'));
    } catch {
      throw new StartError(
        `${path} is damaged. It holds the key to all sealed data.`,
        'Put it back from a backup; only if nothing in this instance is needed, remove the whole folder.',
      );
    }
  }
  const secrets = {
    masterKey: randomBytes(32).toString('base64'),
    webhookSecret: `whsec_${randomBytes(24).toString('base64url')}`,
    sandboxKey: `sk_test_${randomBytes(24).toString('hex')}`,
  };
  writeFileSync(`${path}.new`, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 });
  renameSync(`${path}.new`, path);
  return secrets;
}
