import { openAccounts, postAll, type NewTransfer } from '@xihuo/ledger';
import type { Tx } from '@xihuo/platform';

const CHUNK = 4000;

/** Posts transfers of as many groups as there are, so many at once; accounts that are not there yet are opened. */
export async function postInChunks(tx: Tx, transfers: readonly NewTransfer[]): Promise<void> {
  for (let from = 0; from < transfers.length; from += CHUNK) {
    const chunk = transfers.slice(from, from + CHUNK);
    await openAccounts(
      tx,
      chunk.flatMap((transfer) => [transfer.debit, transfer.credit]),
    );
    await postAll(tx, chunk);
  }
}
