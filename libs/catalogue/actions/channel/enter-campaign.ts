import { fail } from '@xihuo/contract';
import { time } from '@xihuo/kernel';
import { mustBeVersion, type Tx } from '@xihuo/platform';
import { versionOfSet } from '../../rules/version-of-set';
import { enterCampaign, leaveCampaign, mayEnter } from '../../store/channel/campaign-entry.sql';
import { campaignBySlug, lockCampaign } from '../../store/channel/campaign.sql';

/** Who enters must be a person: a demonstration's loader acts for one. */
export interface Entry {
  supplierId: string;
  slug: string;
  products: readonly string[];
  personId: string;
  /** Of what was entered when it was read; a loader reads nothing. */
  version?: number;
}

/**
 * Says which own products take part, all of them at once: the others leave. Entering accepts the supplier's share of the discounts
 * as they were published, which no longer change.
 *
 * @throws ProblemError NOT_FOUND, CAMPAIGN_OVER, NOT_RECOGNISED naming the products, STALE_VERSION
 */
export async function enterProducts(
  tx: Tx,
  { supplierId, slug, products: named, personId, version }: Entry,
): Promise<void> {
  tx.attempt({ action: 'campaign.enter', subjectKind: 'supplier', subjectId: supplierId });
  const [found] = await tx.sql(campaignBySlug, [slug]);
  if (!found) throw fail('NOT_FOUND');
  tx.attempt({
    ...{ action: 'campaign.enter', subjectKind: 'campaign', subjectId: found.id },
    among: { after: { supplierId } },
  });
  await tx.sql(lockCampaign, [found.id]);
  const [row] = await tx.sql(campaignBySlug, [slug]);
  const today = time.businessDate(tx.now);
  if (!row || row.state !== 'published' || row.ends_on < today) throw fail('CAMPAIGN_OVER');
  const own = (await tx.sql(mayEnter, [supplierId, today])).filter((one) => one.campaign_id === row.id);
  if (version !== undefined) mustBeVersion(versionOfSet(idsOf(own.filter(({ entered }) => entered))), version);
  const may = new Set(idsOf(own));
  const products = [...new Set(named)];
  const refused = products.filter((id) => !may.has(id));
  if (refused.length > 0) throw fail('NOT_RECOGNISED', { extra: { products: refused } });
  const left = await tx.sql(leaveCampaign, [row.id, supplierId, products, tx.now]);
  const entered = await tx.sql(enterCampaign, [row.id, supplierId, products, row.row_version, personId, tx.now]);
  tx.audit({
    ...{ action: 'campaign.enter', subjectKind: 'campaign', subjectId: row.id },
    after: { supplierId, entered: idsOf(entered), left: idsOf(left), acceptedTermsOfVersion: row.row_version },
  });
}

const idsOf = (rows: readonly { product_id: string }[]) => rows.map((row) => row.product_id);
