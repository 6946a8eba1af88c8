/**
 * `npm run export -- <folder>`: everything an outsider needs to check the books, as newline-delimited JSON without names. Reads the
 * database of DATABASE_URL, or the embedded one while the house runs. The key it prints leads from a pseudonym back to an id: it is for
 * whoever answers the outsider's questions, and not part of the export.
 */
import { resolve } from 'node:path';
import { runningDatabase } from '../embedded/postgres.mjs';
import { readSettings } from '../embedded/settings.mjs';
import { newKey } from './pseudonyms.mjs';
import { writeExport } from './write-export.mjs';

const [folder] = process.argv.slice(2).filter((word) => word !== '--');
if (!folder) {
  console.error('npm run export -- <folder>');
  process.exit(2);
}
const databaseUrl = process.env.DATABASE_URL ?? (await runningDatabase(readSettings([], process.env).dataDir));
if (!databaseUrl) {
  console.error(
    'No database is named by DATABASE_URL, and no embedded one is running: start the house with npm start.',
  );
  process.exit(2);
}
const key = process.env.EXPORT_KEY ?? newKey();
try {
  await writeExport({ databaseUrl, folder: resolve(folder), key, log: console.log });
  console.log(`Written to ${resolve(folder)}. Check it with: npm run verify -- ${folder}`);
  console.log(`Key of its pseudonyms, to be kept apart from it: ${key}`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
