import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { claims } from '@xihuo/ordering';
import { createLog } from '@xihuo/platform';
import { settlementParts } from '@xihuo/settlement';
import { holding } from '@xihuo/testing';
import { newKey } from '../../infra/export/pseudonyms.mjs';
import { writeExport } from '../../infra/export/write-export.mjs';
import { check } from '../../infra/verify/check.mjs';
import { Auditor } from './auditor/auditor';
import { Chance } from './chance';
import { closeBooks } from './close-books';
import { comeAndGo } from './comings';
import { complain, payBuyersBack } from './complaints';
import { farm } from './farm';
import { payOut } from './payday';
import { putRight } from './put-right';
import type { Season } from './season';
import { ship } from './ship';
import { follow, letGo, receive, sell } from './trade';
import { FEE_BP, openVillage, type Village } from './village';

const SUPPLIERS = 10;
/** After the last day of trade: every term ends, every quarrel is over, everything is settled and paid out. */
const QUIET_DAYS = 32;
const log = createLog('silent', 'simulation');

export interface Told {
  readonly seed: number;
  readonly days: number;
  readonly tally: ReadonlyMap<string, number>;
  /** Of all days. */
  readonly seconds: number;
}

/**
 * Trades so many days by a seed, while an auditor that sees only what is asked and answered keeps books of its own; they agree to the
 * fen in the evening of every day. Afterwards everything comes to its end, all invariants hold and an export of it is verified.
 *
 * @throws Error with the seed, the day and the step, by which it can be told again
 */
export async function simulate(
  { seed, days }: { seed: number; days: number },
  say: (line: string) => void = () => undefined,
): Promise<Told> {
  const village = await openVillage(SUPPLIERS);
  const season: Season = {
    ...{ village, auditor: new Auditor(FEE_BP), chance: new Chance(seed), later: new Chance(~seed) },
    ...{ day: 0, step: 'opening', past: [] },
    ...{ parts: [], complaints: [], atBank: [], cards: new Map(), refundedFen: 0n, tally: new Map() },
  };
  const began = performance.now();
  try {
    for (; season.day < days + QUIET_DAYS; season.day += 1) {
      await live(season, season.day < days);
      if (season.day % 10 === 9) say(`day ${season.day + 1}, ${secondsSince(began).toFixed(1)} s`);
    }
    season.step = 'the end';
    await mustBeSound(season);
  } catch (error) {
    const where = `seed ${seed}, day ${season.day}, ${season.step}`;
    throw new Error(`${where} (npm run simulate -- --seed ${seed} --days ${days})`, { cause: error });
  } finally {
    await village.shop.close();
  }
  return { seed, days, tally: season.tally, seconds: secondsSince(began) };
}

const secondsSince = (began: number) => (performance.now() - began) / 1_000;

async function live(season: Season, isTrading: boolean): Promise<void> {
  const { village } = season;
  season.step = 'morning';
  await village.morning(season.day);
  await claims.moveSilent(village.shop.database, log);
  await letGo(season);
  season.step = 'settlement';
  await settleYesterday(village);
  season.auditor.settle();
  await follow(season);
  if (isTrading) {
    await comeAndGo(season);
    await farm(season);
  }
  await village.noon(season.day);
  await complain(season);
  await ship(season);
  await receive(season);
  if (isTrading) await sell(season);
  if (isTrading) await putRight(season);
  await payBuyersBack(season);
  await payOut(season);
  await closeBooks(season);
  season.step = 'evening';
  await mustAgree(season);
}

interface Daily {
  run(kit: { database: Village['shop']['database']; log: typeof log }): Promise<void>;
}
const settleDaily = settlementParts.jobs?.find(({ name }) => name === 'settlement.daily') as unknown as Daily;

/** As the worker does every morning. */
function settleYesterday({ shop: { database } }: Village): Promise<void> {
  return settleDaily.run({ database, log });
}

async function mustAgree({ village, auditor }: Season): Promise<void> {
  const rows = await village.shop.rows<{ code: string; owner: string | null; fen: string }>(
    `select account.code, account.owner_id as owner,
            case account.normal_side when 'credit' then credits_fen - debits_fen else debits_fen - credits_fen end as fen
       from ledger.account join ledger.trial_balance('9999-12-31') on account_id = account.id`,
  );
  const differences = auditor.differences(rows.map((row) => ({ ...row, fen: BigInt(row.fen) })));
  if (differences.length > 0) throw new Error(differences.join('\n'));
}

/** All invariants, an export that an outsider finds right, and no buyer who waits for money. */
async function mustBeSound({ village: { shop }, auditor, parts, complaints }: Season): Promise<void> {
  const broken = await holding.brokenInvariants(shop.count);
  if (Object.keys(broken).length > 0) throw new Error(`the books do not hold: ${JSON.stringify(broken)}`);
  const open = parts.length + complaints.length;
  if (open > 0 || auditor.sales.promisedFen > 0n)
    throw new Error(
      `${open} parts and complaints are open, ${auditor.sales.promisedFen} fen are on their way to buyers`,
    );
  // As the worker does all day. Nothing is sealed past a transaction that still runs, and another database beside this one may have one.
  while ((await shop.count('select count(*) from platform.audit_entry')) > 0)
    await shop.rows('select platform.seal_audit(5000), pg_sleep(0.02)');
  const folder = mkdtempSync(join(tmpdir(), 'xihuo-simulation-'));
  try {
    await writeExport({ databaseUrl: shop.url, folder, key: newKey() });
    const told: string[] = [];
    const verdict = await check(folder, { log: (line) => told.push(line) });
    if (!/chain is whole over [1-9]/.test(told.at(-1) ?? '') && verdict.ok)
      throw new Error('nothing of the log was sealed');
    if (!verdict.ok) throw new Error(`an outsider finds: ${verdict.broken}`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
