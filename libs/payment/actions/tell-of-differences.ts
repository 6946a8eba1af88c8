import type { Notices, Tx } from '@xihuo/platform';
import { financePeople } from '../store/difference.sql';

export interface FoundNews {
  readonly eventId: string;
  readonly opened: number;
  readonly again: number;
}

/**
 * Tells everybody of finance that differences are there to be taken: a case nobody has heard of has no owner. However many
 * differences there are, each is told of once a comparison, by one look and one insert.
 */
export async function tellOfDifferences(tx: Tx, notices: Notices, all: readonly FoundNews[]): Promise<void> {
  const people = await tx.sql(financePeople);
  await notices.tellEach(
    tx,
    all.flatMap(({ eventId, opened, again }) =>
      people.map(({ person_id: personId }) => ({
        ...{ personId, key: `differences:${eventId}`, about: 'differences:open' },
        title: { zh: '支付对账有差异待处理', en: 'Payments differ: a case waits to be taken' },
        body: {
          zh: `新差异 ${opened} 笔，再次出现 ${again} 笔。请到“对账”中认领并处理。`,
          en: `New differences: ${opened}; come back: ${again}. Take them under Reconciliation.`,
        },
      })),
    ),
  );
}
