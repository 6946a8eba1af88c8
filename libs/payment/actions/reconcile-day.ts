import { money, time } from '@xihuo/kernel';
import { command, failpoint, type Actor, type Tx } from '@xihuo/platform';
import type { BillLine } from '../provider/payment-provider';
import { subjectOf } from '../rules/bill-subject';
import { compare, daysToRead, keepBillDay, keepBillLines, oneAtATime, type FoundRow } from '../store/bill.sql';
import type { Till } from './start-payment';

/** A day is read again this many days running: what came late heals by itself. */
const READ_AGAIN_DAYS = 3;
/** Days read in one round; each is some calls to the provider. */
const BATCH = 5;
/** Webhooks and pollers of the last minutes of a day are heard first. */
const SETTLES_IN_HOURS = 1;
const by = { actor: { kind: 'system', name: 'payment.reconcile' }, requestId: 'payment.reconcile' } as const;

/** The business date whose bill is not complete at this moment; every earlier one is. */
export function unfinishedDay(now: Date): string {
  return time.businessDate(time.addHours(now, -SETTLES_IN_HOURS));
}

/** Reads the bills of days that are due, the oldest first; answers how many. */
export async function reconcile(till: Till): Promise<number> {
  const { view: days } = await command(till.database, { name: 'payment.daysToRead', ...by }, (tx) =>
    tx.sql(daysToRead, [till.providerName, unfinishedDay(tx.now), READ_AGAIN_DAYS, BATCH]),
  );
  for (const { day } of days) await reconcileDay(till, day, by);
  return days.length;
}

/**
 * Reads the provider's bill of a business day whole, keeps it, and compares it with payments, refunds and books in one transaction.
 * Repeating it, or two at once, finds the same differences and opens none twice. No transaction is open while the provider is read.
 *
 * @throws ProviderError
 */
export async function reconcileDay(
  till: Till,
  day: string,
  asked: { actor: Actor; requestId: string },
): Promise<{ opened: number; healed: number }> {
  const lines = await readBill(till, day);
  failpoint('payment.reconcile:afterRead');
  const { view } = await command(till.database, { name: 'payment.reconcileDay', ...asked }, async (tx) => {
    await tx.sql(oneAtATime, [till.providerName]);
    await keepBill(tx, till.providerName, day, lines);
    return compareDays(tx, till.providerName, [day]);
  });
  return view;
}

/** Compares what is known by now of some days, and of whatever waits; the bills stay as they were read. */
export async function compareDays(tx: Tx, provider: string, days: readonly string[]) {
  return sayFound(tx, await tx.sql(compare, [provider, days, tx.now]));
}

/** What became of differences is written down, and finance is told of those that are there to be taken. */
export function sayFound(tx: Tx, told: readonly FoundRow[]): { opened: number; healed: number } {
  for (const { id, event } of told)
    tx.audit({ action: `difference.${event}`, subjectKind: 'difference', subjectId: id });
  const timesOf = (wanted: FoundRow['event']) => told.filter(({ event }) => event === wanted).length;
  const [opened, again] = [timesOf('open'), timesOf('recur')];
  if (opened + again > 0) tx.emit('differencesFound', { opened, again });
  return { opened: opened + again, healed: timesOf('heal') };
}

async function readBill(till: Till, day: string): Promise<BillLine[]> {
  const from = new Date(`${day}T00:00:00+08:00`);
  const to = new Date(`${time.addDays(day, 1)}T00:00:00+08:00`);
  // A page may repeat what a new line has pushed down from the one before.
  const lines = new Map<string, BillLine>();
  for await (const line of till.provider.bill(from, to)) lines.set(line.ref, line);
  return [...lines.values()];
}

const PAID_BACK: readonly BillLine['kind'][] = ['refund', 'refundFailure'];

async function keepBill(tx: Tx, provider: string, day: string, lines: readonly BillLine[]): Promise<void> {
  const sumOf = (wanted: (line: BillLine) => boolean) =>
    money.sum(lines.filter(wanted).map((line) => line.amountFen)).toString();
  await tx.sql(keepBillDay, [
    ...[provider, day, tx.now, lines.length],
    sumOf(({ kind }) => kind === 'payment'),
    sumOf(({ kind }) => PAID_BACK.includes(kind)),
    sumOf(({ kind }) => kind !== 'payment' && !PAID_BACK.includes(kind)),
    money.sum(lines.map((line) => line.feeFen)).toString(),
  ]);
  await tx.sql(keepBillLines, [
    ...[provider, day, tx.now],
    lines.map((line) => line.ref),
    lines.map((line) => line.kind),
    lines.map((line) => line.amountFen.toString()),
    lines.map((line) => line.feeFen.toString()),
    lines.map((line) => line.sourceRef),
    lines.map((line) => line.paymentRef),
    lines.map(subjectOf),
    lines.map((line) => line.at),
  ]);
}
