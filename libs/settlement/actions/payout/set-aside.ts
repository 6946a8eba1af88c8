import { money, must, time } from '@xihuo/kernel';
import { postTransfers, type NewTransfer } from '@xihuo/ledger';
import { failpoint, type Tx } from '@xihuo/platform';
import { batchAsApproved, listAsApproved, payoutsOneAtATime } from '../../store/payout/draw.sql';
import {
  batchesNotTold,
  batchSetAside,
  brokenLines,
  discardRun,
  endEmptyBatch,
  itemsOfBatch,
  moveItems,
  nameAltered,
  nextToSetAside,
  readStop,
  runSetAside,
  type ItemToMove,
} from '../../store/payout/move.sql';
import { tellOfPayouts } from '../tell-live';
import { discard } from './decide-list';
import { INSTITUTION, paidFrom, PAYOUT_RULE } from './payout-kit';
import { voidLines } from './void-lines';

/** Lines of one call to the ledger; it takes ten thousand at the most. */
const CHUNK = 4_000;

/**
 * Sets money aside for the next batch of an approved list, whole: the list is what was approved, every account is still the one to
 * pay to, no supplier has to wait, and the books hold the money; a line of which one is not so is void, and what it held is due again. Where a batch
 * reads otherwise than it was approved, or one is there that was not or is gone, the whole list is thrown away. One batch a transaction: whoever is killed begins with the next one.
 *
 * @returns the batch, or null where nothing waits or payouts are stopped
 */
export async function setAsideNext(tx: Tx): Promise<string | null> {
  await tx.sql(payoutsOneAtATime);
  const [stop] = await tx.sql(readStop);
  if (stop?.stopped) return null;
  const [batch] = await tx.sql(nextToSetAside);
  if (!batch) return null;
  const [found] = await (batch.first
    ? tx.sql(listAsApproved, [batch.run_id])
    : tx.sql(batchAsApproved, [batch.run_id, batch.id]));
  must(found, 'a batch is of a list');
  if (found.same && found.altered.length === 0) {
    await setAside(tx, batch.id);
    await tx.sql(runSetAside, [batch.run_id]);
  } else {
    await voidApproval(tx, batch.run_id, found.altered);
  }
  failpoint('payout.setAside:beforeCommit');
  return batch.id;
}

/** The approval was of the whole list: nothing the bank was not told of is paid by it. */
async function voidApproval(tx: Tx, runId: string, altered: readonly string[]): Promise<void> {
  await tx.sql(nameAltered, [altered]);
  const batches = (await tx.sql(batchesNotTold, [runId])).map(({ id }) => id);
  await discard(tx, batches);
  await tx.sql(discardRun, [runId, 'altered']);
  tellOfPayouts(tx);
  tx.audit({ action: 'payout.altered', subjectKind: 'payoutRun', subjectId: runId, after: { altered, batches } });
}

async function setAside(tx: Tx, batchId: string): Promise<void> {
  const items = await tx.sql(itemsOfBatch, [batchId, 'drawn']);
  const out = new Map((await tx.sql(brokenLines, [tx.now, batchId, 'drawn'])).map(({ id, reason }) => [id, reason]));
  const refused = await book(
    tx,
    items.filter(({ id }) => !out.has(id)),
  );
  for (const [id, reason] of refused) out.set(id, reason);
  const kept = items.filter(({ id }) => !out.has(id)).map(({ id }) => id);
  await tx.sql(moveItems, [kept, 'setAside', 'drawn', tx.now]);
  await voidLines(tx, out, 'drawn');
  await tx.sql(batchSetAside, [batchId]);
  await tx.sql(endEmptyBatch, [batchId]);
  tellOfPayouts(tx);
  tx.audit({
    ...{ action: 'payout.setAside', subjectKind: 'payoutBatch', subjectId: batchId },
    after: { items: kept.length, voided: out.size },
  });
}

/** The lines that the ledger would not set money aside for, each with its reason. */
async function book(tx: Tx, items: readonly ItemToMove[]): Promise<Map<string, string>> {
  const refused = new Map<string, string>();
  for (let from = 0; from < items.length; from += CHUNK) {
    const answers = await postTransfers(
      tx,
      items.slice(from, from + CHUNK).map((item) => asideOf(item, tx)),
    );
    for (const { groupId, reason } of answers) refused.set(groupId, reason);
  }
  return refused;
}

/** The line's id is its transfer's and its group's: set aside once, whatever dies when. */
function asideOf(item: ItemToMove, tx: Tx): NewTransfer {
  return {
    ...{
      id: item.id,
      groupId: item.id,
      debit: paidFrom(item),
      credit: INSTITUTION,
      amountFen: money.fen(item.amount_fen),
    },
    ...{ code: `payout.${item.purpose}`, sourceKind: 'payoutItem', sourceId: item.id, ruleVersion: PAYOUT_RULE },
    businessDate: time.businessDate(tx.now),
    aside: { expiresOn: null },
  };
}
