import { fail, type InputOf } from '@xihuo/contract';
import { time } from '@xihuo/kernel';
import { exporting, failpoint, type DownloadedFile, type Tx, type Vault } from '@xihuo/platform';
import { codeOfItem } from '../../rules/item-code';
import { pain001, type CreditTransfer } from '../../rules/pain001';
import { linesForBank, nameAccountPurpose, type FileRow } from '../../store/payout/account.sql';
import { instructBatch } from '../../store/payout/move.sql';
import { findBatch, type BatchRow } from '../../store/payout/view.sql';
import { openedCells } from './account-cells';
import { mustNotBeStopped, personOf } from './payout-kit';

type Wanted = InputOf<'GET /settlement/payout-batches/{id}/file'>['query'] & { id: string };

/** Lines read at once. */
const PAGE = 2_000;

const PURPOSES = { wage: '代发工资', share: '农户分成', payable: '货款结算' } as const;

/** Says that a batch is handed to the bank; said twice it is said once. @throws ProblemError NOT_FOUND, NOT_AT_THIS_STEP, PAYOUTS_STOPPED */
export async function instruct(tx: Tx, id: string): Promise<BatchRow> {
  await mustNotBeStopped(tx);
  const [moved] = await tx.sql(instructBatch, [id, personOf(tx.actor), tx.now]);
  failpoint('payout.instruct:moved');
  const [batch] = await tx.sql(findBatch, [id]);
  if (!batch) throw fail('NOT_FOUND');
  if (batch.state !== 'instructed') throw fail('NOT_AT_THIS_STEP');
  if (moved) tx.audit({ action: 'payout.instruct', subjectKind: 'payoutBatch', subjectId: id });
  return batch;
}

/**
 * The file of a batch for the bank, with whole numbers: opened for this file, kept nowhere, noted with who had it and why. Every file
 * of one batch names the same lines under the same numbers, so that a bank knows the second for the first.
 *
 * @throws ProblemError NOT_FOUND, NOT_AT_THIS_STEP before it was handed over, PAYOUTS_STOPPED
 */
export async function bankFile(tx: Tx, vault: Vault, { id, format, reason }: Wanted): Promise<DownloadedFile> {
  await mustNotBeStopped(tx);
  const [batch] = await tx.sql(findBatch, [id]);
  if (!batch) throw fail('NOT_FOUND');
  if (batch.state !== 'instructed') throw fail('NOT_AT_THIS_STEP');
  await tx.sql(nameAccountPurpose, ['payout.file']);
  const transfers = await transfersOf(tx, vault, id);
  tx.audit({
    ...{ action: 'payout.file', subjectKind: 'payoutBatch', subjectId: id },
    after: { format, reason, lines: transfers.length },
  });
  const name = `payout-${codeOfItem(id)}`;
  if (format === 'csv') return exporting.exportFile(name, 'csv', [tableOf(transfers)]);
  const xml = pain001({
    ...{
      messageId: codeOfItem(id),
      createdAt: batch.instructed_at!,
      executeOn: time.businessDate(batch.instructed_at!),
    },
    debtor: { name: batch.debtor_name, account: codeOfItem(batch.debtor_id) },
    transfers,
  });
  return { bytes: Buffer.from(xml), mediaType: 'application/xml; charset=utf-8', name: `${name}.xml` };
}

async function transfersOf(tx: Tx, vault: Vault, batchId: string): Promise<CreditTransfer[]> {
  const transfers: CreditTransfer[] = [];
  for (let after: string | null = null; ;) {
    const rows: FileRow[] = await tx.sql(linesForBank, [batchId, after, PAGE]);
    transfers.push(...rows.map((row) => transferOf(vault, row)));
    if (rows.length < PAGE) return transfers;
    after = rows.at(-1)!.id;
  }
}

function transferOf(vault: Vault, row: FileRow): CreditTransfer {
  const opened = openedCells(vault, row.account_id, { number: row.number_sealed, holder: row.holder_sealed });
  return {
    ...opened,
    ...{ code: codeOfItem(row.id), fen: row.amount_fen, cnapsCode: row.cnaps_code, bankName: row.bank_name },
    purpose: PURPOSES[row.purpose],
  };
}

function tableOf(transfers: readonly CreditTransfer[]): exporting.ExportTable {
  return {
    name: '付款清单',
    columns: ['业务编号', '收款户名', '收款账号', '开户行', '联行号', '金额（元）', '用途'].map((title) => ({ title })),
    rows: transfers.map(({ code, holder, number, bankName, cnapsCode, fen, purpose }) => [
      ...[code, holder, number, bankName, cnapsCode ?? '', exporting.yuanCell(fen), purpose],
    ]),
  };
}
