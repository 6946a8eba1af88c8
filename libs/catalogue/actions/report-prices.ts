import { watch } from '@xihuo/admission';
import { time } from '@xihuo/kernel';
import type { Tx } from '@xihuo/platform';
import { policyOn } from '@xihuo/registry';
import { pricesAbovePeers } from '../store/peer-prices.sql';

/** Fewer are no market: a median of two is one of them. */
const LEAST_PEERS = 3;

/** Reports down, once a day and supplier, by how many basis points its dearest price stands above its peers', beyond what the setting tolerates. */
export async function reportPrices(tx: Tx): Promise<void> {
  const today = time.businessDate(tx.now);
  const tolerance = await policyOn(tx, 'admission.peerToleranceBp', today);
  const rows = await tx.sql(pricesAbovePeers, [tolerance, LEAST_PEERS]);
  await watch.reportSignals(
    tx,
    rows.map(({ supplier_id: supplierId, above_bp: amount }) => ({
      ...{ supplierId, kind: 'priceAbovePeers' as const, day: today, amount, source: 'catalogue' },
    })),
  );
}
