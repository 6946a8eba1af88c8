import { cloneDatabase, type DatabaseClone } from '@xihuo/testing';
import { Client } from 'pg';
import { command } from '../database/command';
import { Database, newId } from '../database/database';
import { sealAudit } from './audit.sql';
import { verifyAudit } from './verify-audit';

let clone: DatabaseClone;
let owner: Client;
let database: Database;

beforeEach(async () => {
  clone = await cloneDatabase();
  owner = new Client({ connectionString: clone.url });
  await owner.connect();
  database = await Database.open({ url: clone.url, pool: 12 });
});
afterEach(async () => {
  await database.close();
  await owner.end();
  await clone.drop();
});

const write = (subjectId: string, inside: () => Promise<unknown> = () => Promise.resolve()) =>
  command(database, { name: 'test', actor: { kind: 'system', name: 'test' }, requestId: newId() }, async (tx) => {
    tx.audit({ action: 'lot.close', subjectKind: 'lot', subjectId, after: { kg: 5 } });
    await inside();
    return null;
  });
const seal = async (): Promise<number> => (await database.read(sealAudit, [1_000]))[0]!.sealed;

/** Seals until nothing waits; answers how many. The watermark is the cluster's: other suites' transactions hold it too. */
async function sealAll(): Promise<number> {
  let sealed = 0;
  do sealed += await seal();
  while ((await owner.query('select from platform.audit_entry')).rowCount! > 0);
  return sealed;
}

test('entries are chained in one line, however many write and seal at once', async () => {
  const sealing = Array.from({ length: 5 }, seal);
  await Promise.all(Array.from({ length: 50 }, (_, index) => write(`lot ${index}`)));
  await Promise.all(sealing);
  await Promise.all([seal(), seal(), seal()]);
  await sealAll();
  expect(await verifyAudit(database)).toEqual({ ok: true, entries: 50n, erased: 0, faults: [] });
  expect((await owner.query('select from platform.audit_entry')).rowCount).toBe(0);
});

test('nothing is sealed past a transaction that still runs, and nothing is lost behind it', async () => {
  let finish = () => undefined as void;
  const held = new Promise<void>((resolve) => (finish = resolve));
  let started = () => undefined as void;
  const running = new Promise<void>((resolve) => (started = resolve));
  const slow = command(database, { name: 'slow', actor: { kind: 'guest' }, requestId: newId() }, async (tx) => {
    await tx.client.query('select pg_current_xact_id()');
    tx.audit({ action: 'slow', subjectKind: 'lot', subjectId: 'slow' });
    started();
    await held;
    return null;
  });
  await running;
  await write('quick');
  expect(await seal()).toBe(0);
  finish();
  await slow;
  expect(await sealAll()).toBe(2);
  expect((await verifyAudit(database)).ok).toBe(true);
});

test.each([
  [
    'a content edited',
    `update platform.audit_content set content = replace(content, '5', '6')`,
    /content of entry 1 was changed/,
  ],
  ['an entry taken out', 'delete from platform.audit_chain where position = 2', /broken at position 2/],
  ['the tail cut off', 'delete from platform.audit_chain where position = 3', /does not end where its head says/],
])('%s is found', async (_, damage, fault) => {
  for (const lot of ['a', 'b', 'c']) await write(lot);
  await sealAll();
  await owner.query(damage);
  const verdict = await verifyAudit(database);
  expect(verdict.ok).toBe(false);
  expect(verdict.faults.join('; ')).toMatch(fault);
});

test('a chain rewritten as a whole is found by who kept a checkpoint', async () => {
  await write('a');
  await sealAll();
  const { rows } = await owner.query('select position, head_hash from platform.audit_checkpoint');
  const kept = { position: BigInt(rows[0].position), hash: rows[0].head_hash as Buffer };
  await owner.query(`truncate platform.audit_chain, platform.audit_checkpoint, platform.audit_content;
    update platform.audit_head set position = 0, hash = decode(repeat('00', 32), 'hex')`);
  await write('forged');
  await sealAll();
  expect((await verifyAudit(database)).ok).toBe(true);
  expect(await verifyAudit(database, kept)).toMatchObject({ ok: false });
});

test('an erased content leaves the chain whole', async () => {
  await write('a');
  await sealAll();
  await owner.query('delete from platform.audit_content');
  expect(await verifyAudit(database)).toEqual({ ok: true, entries: 1n, erased: 1, faults: [] });
});

test.each([
  'update platform.audit_content set content = content',
  'delete from platform.audit_content',
  'delete from platform.audit_entry',
  `insert into platform.audit_chain values (1, uuidv7(), sha256(''), sha256(''), sha256(''), now())`,
  'truncate platform.audit_checkpoint',
])('the application may not: %s', async (sql) => {
  await expect(database.pool.query(sql)).rejects.toMatchObject({ code: '42501' });
});
