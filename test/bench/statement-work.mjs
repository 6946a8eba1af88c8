/**
 * What the statement bench has done by our own code, a process of its own so that its memory is its own:
 * `node statement-work.mjs first | xlsx | pdf <statement>` prints one JSON line.
 */
import { createRequire } from 'node:module';
import { root } from './stage.mjs';

const load = createRequire(`${root}/dist/server/`);
const { Database } = load('./libs/platform/database/database.js');
const { viewLines, viewStatement } = load('./libs/settlement/actions/view-settlement.js');
const { statementFile } = load('./libs/settlement/actions/export-statement.js');

const [, , work = '', id = ''] = process.argv;
const database = await Database.open({ url: String(process.env.DATABASE_URL), pool: 4 });
const reader = { everything: true, suppliers: [], jurisdictions: [] };
const before = process.resourceUsage().maxRSS / 1024;
const began = performance.now();

/** The page as it is opened: the statement, what its lines add up to, and the first of them. */
async function first() {
  await viewStatement(database, id, reader);
  const { data } = await viewLines(database, id, reader, { limit: 50 });
  return { rows: data.length };
}

/** @param {'xlsx' | 'pdf'} format */
async function written(format) {
  const { bytes } = await statementFile(database, id, reader, { format, language: 'zh' });
  let [sent, firstMs] = [0, 0];
  for await (const chunk of bytes) {
    firstMs ||= performance.now() - began;
    sent += chunk.length;
  }
  return { sent, firstMs };
}

const done = work === 'first' ? await first() : await written(work === 'pdf' ? 'pdf' : 'xlsx');
const ms = performance.now() - began;
console.log(JSON.stringify({ ...done, ms, before, megabytes: process.resourceUsage().maxRSS / 1024 }));
await database.close();
