import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { command, defineJob, type Kit } from '@xihuo/platform';
import { CHECK_JOB } from '../actions/check/ask-check';
import { tellOfCheck } from '../actions/tell-live';
import { beginCheck, endCheck, noteCheck } from '../store/books-check.sql';

/** So often a worker may have died over one check before somebody has to look. */
const MOST_BEGUN = 3;
const WORDS_LENGTH = 500;
const by = { name: CHECK_JOB, actor: { kind: 'system', name: CHECK_JOB }, requestId: CHECK_JOB } as const;

type At = Pick<Kit, 'config' | 'database' | 'log'>;
type Outcome = { state: 'fits' | 'broken' | 'failed'; words: string | null; wordsZh?: string };

const cut = (words: string | null | undefined) => words?.slice(0, WORDS_LENGTH) ?? null;

/**
 * Checks the books as an outsider does: the export and the verifier of the command line, each in a process of its own, so that what is
 * answered is theirs and their memory is not the worker's. The export is thrown away after. A check that a killed worker left is begun anew.
 */
export const checkBooks = defineJob({
  name: CHECK_JOB,
  every: 30_000,
  async run({ config, database, log }: Kit) {
    const begun = (await command(database, by, async (tx) => (await tx.sql(beginCheck))[0] ?? null)).view;
    if (!begun) return;
    const outcome: Outcome =
      begun.begun > MOST_BEGUN
        ? { state: 'failed', words: 'begun too often' }
        : await checked({ config, database, log }, begun.id);
    await command(database, by, async (tx) => {
      await tx.sql(endCheck, [begun.id, outcome.state, cut(outcome.words), tx.now, cut(outcome.wordsZh)]);
      tellOfCheck(tx, begun.id);
    });
    log.info({ check: begun.id, state: outcome.state }, 'the books were checked');
  },
});

async function checked({ config, database, log }: At, id: string): Promise<Outcome> {
  const root = rootWithTools(__dirname);
  if (root === null) return { state: 'failed', words: 'export and verify are not installed here' };
  const folder = join(tmpdir(), `xihuo-check-${id}`);
  const progress = { exported: 0, fitting: 0, rows: 0 };
  const note = () =>
    command(database, by, async (tx) => {
      await tx.sql(noteCheck, [id, progress.exported, progress.fitting, progress.rows]);
      tellOfCheck(tx, id);
    });
  try {
    rmSync(folder, { recursive: true, force: true });
    // Who else works on this host does not read it.
    mkdirSync(folder, { mode: 0o700 });
    const exported = await told([join(root, 'infra/export/export.mjs'), folder], config.DATABASE_URL, async (line) => {
      const rows = /^[a-z-]+: (\d+) rows$/.exec(line);
      if (!rows) return;
      progress.exported += 1;
      progress.rows += Number(rows[1]);
      await note();
    });
    if (exported.code !== 0) return { state: 'failed', words: exported.complaint || 'the export ended early' };
    const verify = [join(root, 'infra/verify/verify.mjs'), folder, '--lang', 'en,zh'];
    const verified = await told(verify, '', async (line) => {
      if (!line.startsWith('ok  ')) return;
      progress.fitting += 1;
      await note();
    });
    if (verified.code === 0) return { state: 'fits', words: null };
    const broken = /^BROKEN {2}(.*)$/m.exec(verified.complaint);
    const brokenZh = /^不符 {2}(.*)$/m.exec(verified.complaint);
    if (broken && brokenZh) return { state: 'broken', words: broken[1]!, wordsZh: brokenZh[1]! };
    return { state: 'failed', words: verified.complaint || 'the check ended early' };
  } catch (error) {
    log.error({ err: error, check: id }, 'the books could not be checked');
    return { state: 'failed', words: error instanceof Error ? error.message : String(error) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The checkout above the code, where both stand; a server that was built runs from within it. */
function rootWithTools(from: string): string | null {
  if (existsSync(join(from, 'infra/verify/verify.mjs'))) return from;
  return dirname(from) === from ? null : rootWithTools(dirname(from));
}

/** Runs a tool to its end, line by line; answers its code and what it complained of. */
async function told(
  tool: readonly string[],
  databaseUrl: string,
  hear: (line: string) => Promise<unknown>,
): Promise<{ code: number | null; complaint: string }> {
  const child = spawn(process.execPath, tool, {
    env: { DATABASE_URL: databaseUrl },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let complaint = '';
  child.stderr.on('data', (piece: Buffer) => (complaint += piece.toString()));
  const ended = new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  for await (const line of createInterface({ input: child.stdout })) await hear(line);
  return { code: await ended, complaint: complaint.trim() };
}
