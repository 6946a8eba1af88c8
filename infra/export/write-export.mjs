import { createHash } from 'node:crypto';
import { createWriteStream, existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { once } from 'node:events';
import pg from 'pg';
import { kinds } from './kinds.mjs';
import { pseudonyms } from './pseudonyms.mjs';

const ROWS_AT_ONCE = 5_000;

/**
 * Writes one file of newline-delimited JSON a kind and, last, the manifest that names them with their rows and hashes: without it an
 * export is not whole. All of it is of one moment. Memory does not grow with the number of rows.
 * @param {{ databaseUrl: string, folder: string, key: string, log?: (line: string) => void }} options
 */
export async function writeExport({ databaseUrl, folder, key, log = () => {} }) {
  if (existsSync(folder) && readdirSync(folder).length > 0)
    throw new Error(`${folder} is not empty: an export goes into a folder of its own.`);
  mkdirSync(folder, { recursive: true });
  const client = new pg.Client({ connectionString: databaseUrl, application_name: 'xihuo-export' });
  await client.connect();
  try {
    await client.query('begin isolation level repeatable read read only');
    await client.query(`set local timezone = 'UTC'; set local datestyle = 'ISO'`);
    const { rows } = await client.query('select demo, transaction_timestamp()::text as at from platform.instance');
    const rename = pseudonyms(key);
    /** @type {Record<string, { rows: number, sha256: string }>} */
    const files = {};
    for (const kind of kinds) {
      files[`${kind.name}.ndjson`] = await writeKind(client, kind, folder, rename);
      log(`${kind.name}: ${files[`${kind.name}.ndjson`]?.rows} rows`);
    }
    await client.query('rollback');
    const manifest = { format: 'xihuo-export@1', demo: rows[0].demo, at: rows[0].at, files };
    writeFileSync(join(folder, 'manifest.json'), `${JSON.stringify(manifest, null, 1)}\n`);
    return manifest;
  } finally {
    await client.end();
  }
}

/**
 * @param {pg.Client} client
 * @param {import('./kinds.mjs').Kind} kind
 * @param {string} folder
 * @param {ReturnType<typeof pseudonyms>} rename
 */
async function writeKind(client, { name, sql, ...columns }, folder, rename) {
  const file = createWriteStream(join(folder, `${name}.ndjson`));
  const hash = createHash('sha256');
  let written = 0;
  await client.query(`declare kind no scroll cursor for ${sql}`);
  for (;;) {
    const { rows } = await client.query(`fetch ${ROWS_AT_ONCE} from kind`);
    if (rows.length === 0) break;
    const text = rows.map((row) => `${JSON.stringify(rename(row, columns))}\n`).join('');
    hash.update(text);
    written += rows.length;
    if (!file.write(text)) await once(file, 'drain');
  }
  await client.query('close kind');
  file.end();
  await once(file, 'finish');
  return { rows: written, sha256: hash.digest('hex') };
}
