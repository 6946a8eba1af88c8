import type { ResponseOf } from '@xihuo/contract';
import { must } from '@xihuo/kernel';
import type { Database, Notices, Tx } from '@xihuo/platform';
import {
  lockWaitingPrices,
  submitWaitingPrices,
  supplierNamed,
  waitingPricesOf,
  type WaitingPricesRow,
} from '../../store/bulk/waiting-prices.sql';
import { reviewersOf } from '../../store/listing/listing.sql';
import { wordRules } from '../listing/read-listing';

type Waiting = ResponseOf<'GET /suppliers/{supplierId}/price-changes'>;

function view({ with_others: withOthers, ...row }: WaitingPricesRow): Waiting {
  return { ...row, withOthers };
}

/** Prices beyond the band that wait, of one supplier. */
export async function readWaitingPrices(database: Database, supplierId: string): Promise<Waiting> {
  const [row] = await database.read(waitingPricesOf, [supplierId]);
  must(row, 'counts are always answered');
  return view(row);
}

/**
 * Hands in all drafts of a supplier that hold prices and nothing else, in one statement. A draft in which somebody also writes
 * words is theirs to finish, one a reviewer sent back wants an answer of its own: both are left as they are.
 */
export async function submitWaiting(
  tx: Tx,
  { notices }: { notices: Notices },
  supplierId: string,
): Promise<ResponseOf<'POST /suppliers/{supplierId}/price-changes/submit'>> {
  must(tx.actor.kind === 'person', 'people write listings');
  tx.attempt({ action: 'listing.submitPrices', subjectKind: 'organisation', subjectId: supplierId });
  await tx.sql(lockWaitingPrices, [supplierId]);
  const { version: rulesVersion } = await wordRules(tx);
  const handed = await tx.sql(submitWaitingPrices, [supplierId, tx.actor.personId, tx.now, rulesVersion]);
  for (const { id: changeId, product_id: subjectId } of handed) {
    const after = { changeId, state: 'submitted', fields: ['prices'], rulesVersion };
    tx.audit({ action: 'listing.submitChange', subjectKind: 'product', subjectId, before: { state: 'draft' }, after });
  }
  if (handed.length > 0) await tellReviewers(tx, notices, { supplierId, products: handed.length });
  const [row] = await tx.sql(waitingPricesOf, [supplierId]);
  must(row, 'counts are always answered');
  return { ...view(row), handedIn: handed.length };
}

/** One notice for all of them: a table of a thousand prices is one thing to look at, not a thousand. */
async function tellReviewers(
  tx: Tx,
  notices: Notices,
  { supplierId, products }: { supplierId: string; products: number },
): Promise<void> {
  const [supplier] = await tx.sql(supplierNamed, [supplierId]);
  must(supplier, 'a supplier is known to the register');
  const people = await tx.sql(reviewersOf, [supplier.county_code]);
  await notices.tellAll(
    tx,
    people.map(({ person_id: id }) => id),
    {
      ...{ key: `listing.pricesWait:${supplierId}:${tx.now.toISOString()}`, about: 'changes:waiting' },
      title: { zh: '有一批价格待复核', en: 'Prices of several listings wait for you' },
      body: {
        zh: `${supplier.name_zh}提交了 ${products} 个商品的价格修改。`,
        en: `${supplier.name_zh} has handed in new prices of ${products} listings.`,
      },
    },
  );
}
