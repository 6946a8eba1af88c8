import type { Tx } from '@xihuo/platform';
import { MESSAGES } from '../../rules/watch/messages';
import { tradersOf } from '../../store/watch/mandate.sql';
import type { ReviewKit } from '../review/review-kit';
import { tellSuppliers } from './tell';

/** A measure that began or ended, against whoever it is. */
interface Turn {
  readonly id: string;
  readonly kind: string;
  readonly supplier_id: string;
}

/**
 * Tells traders that the producer whose goods they sell may sell no more, or may again. That they sell nothing meanwhile is read in
 * the statement that sells; this says why the shelf is empty.
 */
export async function tellTraders(
  tx: Tx,
  kit: ReviewKit,
  turns: readonly Turn[],
  turn: 'began' | 'ended',
): Promise<void> {
  const stopping = turns.filter(({ kind }) => kind === 'suspension' || kind === 'exit');
  if (stopping.length === 0) return;
  const traders = await tx.sql(tradersOf, [stopping.map((one) => one.supplier_id)]);
  await tellSuppliers(
    tx,
    kit,
    stopping.flatMap(({ id, supplier_id: producerId }) =>
      traders
        .filter((one) => one.producer_id === producerId)
        .map(({ trader_id: supplierId, producer_name: producer }) => ({
          ...{ supplierId, key: `producer.${turn}:${id}`, sms: true as const },
          message: (supplier: string) =>
            MESSAGES[turn === 'began' ? 'producerOut' : 'producerBack']({ supplier, producer }),
        })),
    ),
  );
}
