import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROLES } from '@xihuo/contract';
import { Vault } from '@xihuo/platform';
import { cloneDatabase, seedMs, testMasterKey, type DatabaseClone } from '@xihuo/testing';
import { Client } from 'pg';
import { newKey } from '../export/pseudonyms.mjs';
import { writeExport } from '../export/write-export.mjs';
import { check } from '../verify/check.mjs';
import { seed } from './seed';
import type { DemoAccount } from './seed/demo-accounts';
import { workspaceRoot } from './workspace-root';

type Row = Record<string, unknown>;

async function connected(clone: DatabaseClone): Promise<Client> {
  const client = new Client({ connectionString: clone.url });
  await client.connect();
  return client;
}

describe('a finished load', () => {
  let clone: DatabaseClone;
  let client: Client;
  const rows = async (sql: string) => (await client.query<Row>(sql)).rows;
  const count = async (from: string) => Number((await rows(`select count(*) as n from ${from}`))[0]!.n);

  beforeAll(async () => {
    clone = await cloneDatabase({ seeded: true });
    client = await connected(clone);
  }, seedMs);
  afterAll(async () => {
    await client.end();
    await clone.drop();
  });

  it('holds everything the files hold', async () => {
    expect(await count('registry.region')).toBe(3218);
    expect(await count('registry.pairing')).toBe(11);
    expect(await count('registry.organisation')).toBe(130 + 2 + 66);
    expect(await count('registry.household')).toBe(2006);
    expect(await count('registry.household_sealed')).toBe(2006);
    expect(await count('catalogue.product')).toBe(226);
    expect(await count('admission.application')).toBe(135);
    // The 832 list names 茫崖市 twice.
    expect(await count(`registry.listed_county where list = 'povertyExitCounty'`)).toBe(831);
    expect(await count(`registry.listed_county where list = 'keyAssistedCounty'`)).toBe(160);
  });

  it('is marked as invented, and its clock is at real time', async () => {
    expect(await rows('select demo, offset_ms::int from platform.instance, platform.business_clock')).toEqual([
      { demo: true, offset_ms: 0 },
    ]);
  });

  it('takes something off in every way there is, each by whoever pays, and says what sending costs', async () => {
    expect(
      await rows(
        `select distinct kind, supplier_id is null as platform from ordering.promotion
          where state = 'published' and ends_at > platform.business_now() order by kind, platform`,
      ),
    ).toEqual([
      { kind: 'campaignPrice', platform: false },
      { kind: 'coupon', platform: false },
      { kind: 'coupon', platform: true },
      { kind: 'flashPrice', platform: false },
      { kind: 'fullReduction', platform: false },
    ]);
    expect(await count('(select distinct supplier_id from ordering.freight_template) sellers')).toBe(4);
    expect(
      await count(`ordering.promotion where supplier_id is null and drafted_by is not distinct from published_by`),
    ).toBe(0);
  });

  it('fits for an outsider who has only its export', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'xihuo-seed-export-'));
    await writeExport({ databaseUrl: clone.url, folder, key: newKey() });
    expect(await check(folder)).toEqual({ ok: true });
    rmSync(folder, { recursive: true });
  });

  it('admits the 120 and refuses the 10', async () => {
    expect(await count('admission.certification')).toBe(120);
    expect(await count(`admission.application where state = 'rejected'`)).toBe(10);
  });

  it('offers nothing of an applicant and nothing the law keeps from sale', async () => {
    expect(
      await count(
        `catalogue.sku where supplier_id not in (select supplier_id from admission.certification)
            or product_id in (select id from catalogue.product where sale_banned_reason is not null)`,
      ),
    ).toBe(0);
    expect(await rows(`select name_zh from catalogue.product where sale_banned_reason is not null order by 1`)).toEqual(
      ['石柱黄连', '赤水金钗石斛', '文山三七', '平利绞股蓝', '岷县当归'].sort().map((name) => ({ name_zh: name })),
    );
    // One supplier is suspended: all it offers stands still.
    const suspended = `catalogue.sku where supplier_id in (select supplier_id from admission.supplier_standing_v where not may_sell)`;
    expect(await count(suspended)).toBe(1);
    expect(await count('catalogue.offer_v where for_sale')).toBe((await count('catalogue.sku')) - 1);
  });

  it('shows a geographical indication only where a page proves it', async () => {
    expect(await count('catalogue.product where gi_kinds is not null')).toBe(28);
    expect(await count('catalogue.product where (gi_kinds is null) <> (gi_source is null)')).toBe(0);
  });

  it('keeps sensitive particulars sealed: unreadable without a purpose, and in no plain column', async () => {
    await client.query('begin; set local role xihuo_app');
    expect(await count('registry.household_sealed')).toBe(0);
    await client.query(`select set_config('xihuo.purpose', 'test', true)`);
    const [row] = await rows('select household_id, id_number, household_kind from registry.household_sealed limit 1');
    await client.query('rollback');
    const vault = new Vault(testMasterKey);
    const open = (column: string) =>
      vault.open(
        { table: 'registry.household_sealed', row: row!.household_id as string, column },
        row![column] as Buffer,
      );
    expect(open('id_number')).toMatch(/^000000\d{11}[\dX]$/);
    expect(['ordinary', 'lifted', 'monitored']).toContain(open('household_kind'));
    expect((row!.id_number as Buffer).toString('latin1')).not.toContain('000000');
  });

  it('has an account for every role, each with a password of its own', async () => {
    const file = join(clone.dataDir, 'demo-accounts.json');
    const accounts = JSON.parse(readFileSync(file, 'utf8')) as DemoAccount[];
    expect([...new Set(accounts.map(({ role }) => role))].sort()).toEqual([...ROLES].sort());
    const granted = await rows('select distinct role from identity.role_grant order by role');
    expect(granted.map(({ role }) => role)).toEqual([...ROLES].sort());
    expect(new Set(accounts.map(({ password }) => password)).size).toBe(accounts.length);
  });

  it('has people who share a phone, and none with a phone that could ring', async () => {
    expect(await count('identity.phone_link')).toBe(2000);
    expect(await count('(select phone_index from identity.phone_link group by 1 having count(*) > 1) shared')).toBe(
      500,
    );
  });

  it('does nothing when asked again', async () => {
    const said: string[] = [];
    const before = await rows('select name, done_at from platform.seed_step order by name');
    await seed({
      ownerUrl: clone.url,
      masterKey: testMasterKey,
      dataDir: clone.dataDir,
      log: (line) => said.push(line),
    });
    expect(await rows('select name, done_at from platform.seed_step order by name')).toEqual(before);
    expect(said).toEqual([]);
  });
});

describe('a load that is killed', () => {
  /** Runs the loader as a process of its own, which the failpoint kills as kill -9 would. */
  function run(url: string, dataDir: string, failpoint: string): Promise<NodeJS.Signals | number | null> {
    const child = spawn(process.execPath, ['-r', '@swc-node/register', 'infra/database/seed.ts'], {
      cwd: workspaceRoot(),
      stdio: 'ignore',
      env: {
        ...process.env,
        ...{
          DATABASE_URL: url,
          DATABASE_OWNER_URL: '',
          MASTER_KEY: testMasterKey,
          DATA_DIR: dataDir,
          FAILPOINTS: failpoint,
        },
        ...{ SWC_NODE_PROJECT: 'tsconfig.base.json', SWCRC: 'true' },
      },
    });
    return new Promise((resolve, reject) => {
      child.once('error', reject);
      child.once('close', (code, signal) => resolve(signal ?? code));
    });
  }

  it(
    'goes on where it was: nothing twice, nothing missing, the clock back at real time',
    async () => {
      const clone = await cloneDatabase();
      const dataDir = mkdtempSync(join(tmpdir(), 'xihuo-seed-'));
      const client = await connected(clone);
      try {
        expect(await run(clone.url, dataDir, 'seed.products:beforeCommit')).toBe('SIGKILL');
        expect(await run(clone.url, dataDir, 'seed.story.orders:afterCommit')).toBe('SIGKILL');
        expect(existsSync(join(dataDir, 'demo-accounts.json'))).toBe(false);
        expect(await run(clone.url, dataDir, '')).toBe(0);
        const { rows } = await client.query<Row>(
          `select (select count(*)::int from catalogue.product) as products,
                  (select count(*)::int from admission.certification) as certified,
                  (select count(*)::int from identity.person) as people,
                  (select count(*)::int from ordering.customer_order) as orders,
                  (select offset_ms::int from platform.business_clock) as clock`,
        );
        expect(rows).toEqual([{ products: 226, certified: 120, people: 2395, orders: 173, clock: 0 }]);
        expect(existsSync(join(dataDir, 'demo-accounts.json'))).toBe(true);
      } finally {
        await client.end();
        await clone.drop();
        rmSync(dataDir, { recursive: true, force: true });
      }
    },
    seedMs,
  );
});
