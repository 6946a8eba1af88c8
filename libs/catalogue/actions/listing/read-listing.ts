import { fail, type machines } from '@xihuo/contract';
import { must, time } from '@xihuo/kernel';
import type { Tx } from '@xihuo/platform';
import { policyOn } from '@xihuo/registry';
import { checkTexts, type WordRules } from '../../rules/listing/check-text';
import { contentFields, packTextsIn, textsIn } from '../../rules/listing/difference';
import type { Decider } from '../../rules/listing/may-decide';
import { newestChange, type ChangeRow } from '../../store/listing/change.sql';
import { listingOf, rulesInForce, type ListingRow } from '../../store/listing/listing.sql';
import {
  changeView,
  contentOf,
  listingView,
  packsOf,
  TEXTS,
  type ChangeView,
  type ListingView,
} from '../../store/listing/views';
import { picturesOf } from './pictures';
import { chinese } from '../../words/chinese';

export interface OwnListing {
  readonly supplierId: string;
  readonly productId: string;
}

/** The word rules of today. A platform without any may publish nothing, so their absence is a fault of the installation. */
export async function wordRules(tx: Tx): Promise<WordRules> {
  const [rules] = await tx.sql(rulesInForce);
  must(rules, 'word rules are in force');
  return rules;
}

/** @throws ProblemError NOT_FOUND where the supplier offers no such product */
export async function listingRow(tx: Tx, { supplierId, productId }: OwnListing): Promise<ListingRow> {
  const [row] = await tx.sql(listingOf, [supplierId, productId]);
  if (!row) throw fail('NOT_FOUND');
  return row;
}

/** What is found in the words of a change; of no others, since only they are to be published. */
export function findingsOf(
  row: ListingRow,
  fields: machines.listings.ChangeFields,
  rules: WordRules,
): machines.listings.TextFinding[] {
  return checkTexts(
    rules,
    {
      ...textsIn(contentFields(fields) as Partial<machines.listings.ListingContent>, TEXTS),
      ...packTextsIn(packsOf(row), fields),
    },
    row.certificates,
    chinese,
  );
}

/** The listing with what is found in its words today, and the change that is open or was decided last. */
export async function readListing(tx: Tx, own: OwnListing): Promise<ListingView> {
  const row = await listingRow(tx, own);
  const rules = await wordRules(tx);
  const bandBp = await policyOn(tx, 'catalogue.priceBandBp', time.businessDate(tx.now));
  const [change] = await tx.sql(newestChange, [own.supplierId, own.productId]);
  return listingView(row, {
    findings: checkTexts(rules, textsIn(contentOf(row), TEXTS), row.certificates, chinese),
    change: change ? await viewOfChange(tx, change, { listing: row, rules }) : null,
    ...{ bandBp, pictures: await picturesOf(tx, own) },
  });
}

export async function viewOfChange(
  tx: Tx,
  change: ChangeRow,
  { listing, rules }: { listing: ListingRow; rules: WordRules },
): Promise<ChangeView> {
  must(tx.actor.kind === 'person', 'people read changes');
  const decider: Decider = { personId: tx.actor.personId, grants: tx.actor.grants };
  const own = { supplierId: change.supplier_id, productId: change.product_id };
  return changeView(change, {
    ...{ listing, decider, rulesVersion: rules.version },
    findings: findingsOf(listing, change.fields, rules),
    pictures: await picturesOf(tx, own),
  });
}
