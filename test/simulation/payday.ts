import { ProblemError } from '@xihuo/kernel';
import { payouts } from '@xihuo/settlement';
import type { Purpose } from './auditor/payments';
import { count, type AtBank, type Season } from './season';
import { sayAccount } from './seller';

/** Days from one list to the next. */
const EVERY = 7;
const PAGE = 100;

/** Lists are drawn, approved, set aside and handed to the bank; the bank answers the next days. */
export async function payOut(season: Season): Promise<void> {
  season.step = 'results of the bank';
  await hearBank(season);
  season.step = 'payout list';
  if (season.day % EVERY === 3 && season.atBank.length === 0) await drawUp(season);
}

async function drawUp(season: Season): Promise<void> {
  const { village, auditor, chance } = season;
  const { as, drawer, approver, shop, desk } = village;
  const id = await as(drawer, (tx) => payouts.draw(tx, desk)).catch((error: unknown) => {
    if (error instanceof ProblemError && error.code === 'PAYOUT_NOTHING_DUE') return null;
    throw error;
  });
  if (id === null) return;
  const run = await payouts.viewRun(shop.database, approver, id);
  const listed = await Promise.all(run.batches.map((batch) => linesOf(season, batch)));
  auditor.payments.drawn(listed.flat(), await heldOf(season, id));
  if (run.state === 'discarded') return;
  await as(approver, (tx) => payouts.approve(tx, { id, hash: run.hash }));
  while ((await shop.does(payouts.setAsideNext)) !== null);
  for (const batch of run.batches) await as(drawer, (tx) => payouts.instruct(tx, batch.id));
  season.atBank = inOrder(listed.flat()).map(({ id: line, batchId, payee, fen }) => ({
    ...{ id: line, batchId, payee, fen, told: 'nothing' },
    fate: chance.happens(6) ? (chance.happens(50) ? 'fail' : 'bounce') : 'pay',
  }));
  count(season, 'payout', season.atBank.length);
}

interface Line {
  id: string;
  batchId: string;
  supplier: string;
  payee: string;
  name: string;
  purpose: Purpose;
  fen: bigint;
}

/** Ids are made anew in every run of a seed: what chance does it does by names. */
const inOrder = (lines: readonly Line[]) => {
  const keyOf = ({ name, purpose, fen }: Line) => `${name} ${purpose} ${fen}`;
  return [...lines].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
};

async function linesOf(
  { village: { shop, drawer } }: Season,
  { id: batchId, debtor }: Awaited<ReturnType<typeof payouts.viewRun>>['batches'][number],
): Promise<Line[]> {
  const lines: Line[] = [];
  for (let cursor: string | undefined; ;) {
    const page = await payouts.viewItems(shop.database, drawer, batchId, {
      limit: PAGE,
      ...(cursor ? { cursor } : {}),
    });
    lines.push(
      ...page.data.map(({ id, payee, purpose, amount }) => ({
        ...{ id, batchId, supplier: debtor.id, payee: payee.id, name: payee.name, purpose, fen: BigInt(amount.amount) },
      })),
    );
    if (page.nextCursor === null) return lines;
    cursor = page.nextCursor;
  }
}

async function heldOf({ village: { shop, drawer } }: Season, id: string) {
  const held: { supplier: string; payee: string; purpose: Purpose; fen: bigint; reason: string }[] = [];
  for (let cursor: string | undefined; ;) {
    const page = await payouts.viewHeld(shop.database, drawer, id, { limit: PAGE, ...(cursor ? { cursor } : {}) });
    held.push(
      ...page.data.map(({ payee, supplierId, purpose, amount, reason }) => ({
        ...{ supplier: supplierId, payee: payee.id, purpose, fen: BigInt(amount.amount), reason },
      })),
    );
    if (page.nextCursor === null) return held;
    cursor = page.nextCursor;
  }
}

/** First what was paid and what failed; on the next day what was sent back after all. */
async function hearBank(season: Season): Promise<void> {
  const told = season.atBank.map((line) => ({
    line,
    outcome:
      line.told === 'nothing' ? (line.fate === 'fail' ? ('fail' as const) : ('pay' as const)) : ('bounce' as const),
  }));
  for (const batchId of new Set(told.map(({ line }) => line.batchId)))
    await tell(
      season,
      batchId,
      told.filter(({ line }) => line.batchId === batchId),
    );
  for (const { line, outcome } of told) {
    season.auditor.payments.told(line.id, outcome);
    count(season, `bank: ${outcome}`);
    line.told = 'pay';
  }
  const back = told.filter(({ outcome }) => outcome !== 'pay').map(({ line }) => line.payee);
  for (const payee of new Set(back)) {
    const turn = (season.cards.get(payee) ?? 0) + 1;
    season.cards.set(payee, turn);
    await sayAccount(season.village, payee, turn);
  }
  season.atBank = told.flatMap(({ line, outcome }) => (line.fate === 'bounce' && outcome === 'pay' ? [line] : []));
}

/** A table of the bank, handed in as it came and then once more. */
async function tell(
  { village: { as, drawer, desk, shop } }: Season,
  batchId: string,
  told: readonly { line: AtBank; outcome: 'pay' | 'fail' | 'bounce' }[],
): Promise<void> {
  const [today] = await shop.rows<{ day: string }>(
    `select to_char(platform.business_now() at time zone 'Asia/Shanghai', 'YYYY-MM-DD') as day`,
  );
  const rows = told.map(({ line, outcome }) => ({
    ...{ item: payouts.codeOfItem(line.id), outcome, amount: String(line.fen), on: today!.day, bankReference: 'B1' },
    reason: outcome === 'pay' ? '' : '户名不符',
  }));
  const raw = rows as unknown as Record<string, unknown>[];
  for (const isAgain of [false, true]) {
    await as(drawer, async (tx) => {
      await payouts.results.admit(tx, batchId);
      const verdicts = await payouts.results.inspect(tx, batchId, raw, { vault: desk.vault });
      const fresh = verdicts.flatMap((verdict, at) =>
        typeof verdict === 'object' && 'found' in verdict ? [{ row: raw[at]!, found: verdict.found }] : [],
      );
      if (fresh.length !== (isAgain ? 0 : rows.length))
        throw new Error(`the bank's table: ${JSON.stringify(verdicts)}`);
      await payouts.results.write(
        tx,
        batchId,
        fresh.map(({ row }) => row),
        { vault: desk.vault },
        fresh.map(({ found }) => found),
      );
    });
  }
}
