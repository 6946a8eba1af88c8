import type { ContextParts } from '@xihuo/platform';
import { BooksController } from './http/books.controller';
import { expirePending, foldAccounts } from './jobs/keep-books.job';

export type { AccountKey } from './rules/chart';
export { closePeriod } from './actions/close-period';
export { openAccounts, postAll, postTransfers, type NewTransfer, type Resolution } from './actions/post-transfers';

export const ledgerParts: ContextParts = {
  name: 'ledger',
  controllers: [BooksController],
  jobs: [foldAccounts, expirePending],
};
