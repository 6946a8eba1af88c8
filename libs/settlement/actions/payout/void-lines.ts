import { time } from '@xihuo/kernel';
import { postAll } from '@xihuo/ledger';
import { newId, type Tx, type Vault } from '@xihuo/platform';
import { approvedCells, nameAccountPurpose, type ApprovedRow } from '../../store/payout/account.sql';
import { brokenLines, endEmptyBatch, freeDues, keepEvents, moveItems } from '../../store/payout/move.sql';
import { fingerprintOf, openedCells } from './account-cells';
import { PAYOUT_RULE } from './payout-kit';

/** Lines of one call to the ledger. */
const CHUNK = 4_000;
/** Numbers opened at once. */
const CARDS = 1_000;

/** Lines (id to reason) that end unpaid, from the step they are at; what they held is due again. */
export async function voidLines(
  tx: Tx,
  reasons: ReadonlyMap<string, string>,
  from: 'drawn' | 'setAside',
): Promise<void> {
  const ids = [...reasons.keys()];
  await tx.sql(moveItems, [ids, 'voided', from, tx.now]);
  await tx.sql(freeDues, [ids]);
  const told = ids.map((id) => ({
    ...{ item_id: id, event: 'void', told_on: time.businessDate(tx.now), bank_reference: null },
    reason: reasons.get(id),
  }));
  const by = tx.actor.kind === 'person' ? `person:${tx.actor.personId}` : 'system:settlement.payouts';
  await tx.sql(keepEvents, [JSON.stringify(told), by, tx.now]);
  if (from === 'setAside') await giveBack(tx, ids);
}

/** What was set aside for lines is given back in the books. */
export async function giveBack(tx: Tx, ids: readonly string[]): Promise<void> {
  for (let at = 0; at < ids.length; at += CHUNK) {
    await postAll(
      tx,
      ids.slice(at, at + CHUNK).map((id) => ({
        ...{ id: newId(), groupId: newId(), pendingId: id, how: 'void', code: 'payout.void' },
        ...{
          sourceKind: 'payoutItem',
          sourceId: id,
          ruleVersion: PAYOUT_RULE,
          businessDate: time.businessDate(tx.now),
        },
      })),
    );
  }
}

/**
 * Looks again at every line of a batch that money was set aside for, before the bank is told of it: whoever changed the account since,
 * or has to wait since, is void; a batch that loses its last line ends. With the vault, also that what is sealed is what was approved.
 *
 * @returns whether anything of the batch is left
 */
export async function recheckLines(tx: Tx, batchId: string, vault?: Vault): Promise<boolean> {
  const broken = await tx.sql(brokenLines, [tx.now, batchId, 'setAside']);
  const reasons = new Map(broken.map(({ id, reason }) => [id, reason]));
  if (vault) {
    for (const id of await strangeCells(tx, vault, batchId)) if (!reasons.has(id)) reasons.set(id, 'accountDiffers');
  }
  if (reasons.size > 0) {
    await voidLines(tx, reasons, 'setAside');
    tx.audit({
      ...{ action: 'payout.void', subjectKind: 'payoutBatch', subjectId: batchId },
      after: { items: reasons.size },
    });
  }
  const [ended] = await tx.sql(endEmptyBatch, [batchId]);
  return !ended;
}

async function strangeCells(tx: Tx, vault: Vault, batchId: string): Promise<string[]> {
  const strange: string[] = [];
  for (let after: string | null = null; ;) {
    await tx.sql(nameAccountPurpose, ['payout.file']);
    const rows: ApprovedRow[] = await tx.sql(approvedCells, [batchId, after, CARDS]);
    strange.push(...rows.filter((row) => !isApproved(vault, row)).map(({ id }) => id));
    if (rows.length < CARDS) return strange;
    after = rows.at(-1)!.id;
  }
}

function isApproved(vault: Vault, row: ApprovedRow): boolean {
  if (!row.number_sealed || !row.holder_sealed) return false;
  try {
    const opened = openedCells(vault, row.account_id, { number: row.number_sealed, holder: row.holder_sealed });
    return fingerprintOf(vault, opened).equals(row.fingerprint);
  } catch {
    // A cell that was sealed for another row does not open.
    return false;
  }
}
