import { fail } from '@xihuo/contract';
import { must } from '@xihuo/kernel';
import type { Database, Tx } from '@xihuo/platform';
import { businessLinesOf, type WantedLine } from '../../rules/pricing/pricing';
import { quote, type Quote } from '../../rules/pricing/quote';
import { accountOf, siteOf, type AccountRow, type SiteRow } from '../../store/business/account.sql';
import { loadPricing } from '../pricing/load-pricing';
import { rowsOf } from './members';

/** An open site of this organisation. @throws ProblemError INVALID_INPUT */
export async function openSite(where: Database | Tx, siteId: string, organisationId: string): Promise<SiteRow> {
  const [site] = await rowsOf(where, siteOf, [siteId, organisationId]);
  if (site && !site.closed) return site;
  throw fail('INVALID_INPUT', {
    errors: [{ pointer: '/siteId', code: 'SITE_UNKNOWN', message: 'not an open site of this organisation' }],
  });
}

export async function accountFor(where: Database | Tx, organisationId: string): Promise<AccountRow> {
  const [account] = await rowsOf(where, accountOf, [organisationId]);
  must(account, 'a member is of an account');
  return account;
}

/** What lines cost an organisation to one of its sites, by the rule that charges. @throws ProblemError SKU_UNKNOWN */
export async function priceLines(
  where: Database | Tx,
  lines: readonly WantedLine[],
  { region, now }: { region: string; now: Date },
): Promise<Quote> {
  const skuIds = lines.map((line) => line.skuId);
  const pricing = await loadPricing(where, { skuIds, now, coupons: [], personId: null, tiers: true });
  const unknown = lines.flatMap(({ skuId }, index) => (pricing.offers.has(skuId) ? [] : [index]));
  if (unknown.length > 0)
    throw fail('SKU_UNKNOWN', {
      errors: unknown.map((index) => ({
        pointer: `/lines/${index}/skuId`,
        code: 'SKU_UNKNOWN',
        message: 'unknown item',
      })),
    });
  const { templates, areas, stacking } = pricing;
  return quote({ lines: businessLinesOf(pricing, lines), region, templates, areas, promotions: [], stacking });
}
