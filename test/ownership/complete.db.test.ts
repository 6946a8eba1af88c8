import 'reflect-metadata';
import { accountRows } from './account-rows';
import { afterSaleRows } from './after-sale-rows';
import { applyingRows } from './applying-rows';
import { businessRows } from './business-rows';
import { invoiceRows } from './invoice-rows';
import { duesRows } from './dues-rows';
import { channelRows } from './channel-rows';
import { disputeRows } from './dispute-rows';
import { historyRows } from './history-rows';
import { ledgerRows } from './ledger-rows';
import { linkageRows } from './linkage-rows';
import { lotRows } from './lot-rows';
import { nationwideRows } from './nationwide-rows';
import { orderRows } from './order-rows';
import { payoutRows } from './payout-rows';
import { productRows } from './product-rows';
import { promotionRows } from './promotion-rows';
import { reconciliationRows } from './reconciliation-rows';
import { reviewingRows } from './reviewing-rows';
import { samplingRows } from './sampling-rows';
import { guarded } from './table';
import { watchingRows } from './watching-rows';

test('every route that takes an id and is not for everybody stands in a table', () => {
  const rows = [
    accountRows,
    orderRows,
    afterSaleRows,
    ledgerRows,
    linkageRows,
    lotRows,
    duesRows,
    applyingRows,
    reviewingRows,
    productRows,
    nationwideRows,
    watchingRows,
    samplingRows,
    channelRows,
    disputeRows,
    promotionRows,
    payoutRows,
    reconciliationRows,
    businessRows,
    invoiceRows,
    historyRows,
  ].flat();
  expect([...new Set(rows.map(({ key }) => key))].sort()).toEqual(guarded);
});
