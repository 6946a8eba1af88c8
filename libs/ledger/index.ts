import type { ContextParts } from '@xihuo/platform';
import { BooksController } from './http/books.controller';
import { expirePending, foldAccounts } from './jobs/keep-books.job';

export { CHART, type AccountCode, type AccountKey } from './rules/chart';
export {
  openAccounts,
  postAll,
  postTransfers,
  type NewTransfer,
  type RefusedGroup,
  type Resolution,
} from './actions/post-transfers';

export const ledgerParts: ContextParts = {
  name: 'ledger',
  controllers: [BooksController],
  jobs: [foldAccounts, expirePending],
};
