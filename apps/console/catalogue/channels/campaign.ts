import type { Input, Output } from '@xihuo/ui';
import { fenOf, yuanOf } from '../yuan';

type Body = Input<'POST /catalogue/campaigns'>['body'];
type Draft = Output<'GET /catalogue/campaigns/{id}'>;

export interface FunderTyped {
  kind: 'supplier' | 'platform' | 'organisation';
  organisation: { id: string; name: string } | null;
  percent: string;
}

export interface DiscountTyped {
  name: { zh: string; en: string };
  kind: 'percentOff' | 'fullReduction';
  percent: string;
  threshold: string;
  reduction: string;
  category: string;
  funders: FunderTyped[];
}

export interface CampaignTyped {
  slug: string;
  name: { zh: string; en: string };
  story: { zh: string; en: string };
  startsOn: string;
  endsOn: string;
  /** Codes of east and west, as one choice. */
  pair: string;
  hostCode: string;
  discounts: DiscountTyped[];
}

export const BLANK_DISCOUNT: DiscountTyped = {
  ...{ name: { zh: '', en: '' }, kind: 'percentOff', percent: '', threshold: '', reduction: '', category: '' },
  funders: [{ kind: 'platform', organisation: null, percent: '100' }],
};

export const BLANK_CAMPAIGN: CampaignTyped = {
  ...{
    slug: '',
    name: { zh: '', en: '' },
    story: { zh: '', en: '' },
    startsOn: '',
    endsOn: '',
    pair: '',
    hostCode: '',
  },
  discounts: [],
};

/** 12.5 per cent are 1250 basis points, in whole numbers throughout; null where it is no share. */
export function basisPointsOf(percent: string): number | null {
  const match = /^(\d{1,3})(?:\.(\d{1,2}))?$/.exec(percent.normalize('NFKC').replace('%', '').trim());
  if (!match) return null;
  const points = Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0'));
  return points > 0 && points <= 10_000 ? points : null;
}

export const percentOf = (basisPoints: number): string => String(basisPoints / 100);

/** What the shares of a discount come to; null while one of them is no share. In basis points. */
export function sharesOf(funders: readonly FunderTyped[]): number | null {
  const shares = funders.map(({ percent }) => basisPointsOf(percent));
  return shares.some((share) => share === null) ? null : shares.reduce<number>((sum, share) => sum + share!, 0);
}

const yuan = (amount: string | null) => (amount === null ? null : { amount, currency: 'CNY' as const });

function discountBody(typed: DiscountTyped): Body['discounts'] extends (infer One)[] | undefined ? One | null : never {
  const percentBp = typed.kind === 'percentOff' ? basisPointsOf(typed.percent) : null;
  const threshold = typed.kind === 'fullReduction' ? yuan(fenOf(typed.threshold)) : null;
  const reduction = typed.kind === 'fullReduction' ? yuan(fenOf(typed.reduction)) : null;
  const said = typed.kind === 'percentOff' ? percentBp !== null : threshold !== null && reduction !== null;
  if (!said || sharesOf(typed.funders) !== 10_000 || !typed.name.zh.trim() || !typed.name.en.trim()) return null;
  return {
    ...{ name: typed.name, kind: typed.kind, percentBp, threshold, reduction },
    category: (typed.category || null) as Draft['discounts'][number]['category'] as never,
    funders: typed.funders.map(({ kind, organisation, percent }) => ({
      ...{ kind, shareBp: basisPointsOf(percent)! },
      organisationId: kind === 'organisation' ? (organisation?.id ?? null) : null,
    })),
  };
}

/** What is sent; null while something is missing, or the shares of a discount are not the whole. */
export function campaignBody(typed: CampaignTyped): Body | null {
  const [eastCode = '', westCode = ''] = typed.pair.split('-');
  const discounts = typed.discounts.map(discountBody);
  const { slug, name, story, startsOn, endsOn, hostCode } = typed;
  if (!slug || !name.zh.trim() || !name.en.trim() || !startsOn || !endsOn || !eastCode || !westCode || !hostCode)
    return null;
  if (discounts.some((one) => one === null)) return null;
  return { slug, name, story, startsOn, endsOn, eastCode, westCode, hostCode, discounts: discounts.map((one) => one!) };
}

export function campaignTyped(draft: Draft): CampaignTyped {
  const { slug, name, story, startsOn, endsOn, east, west, host } = draft;
  return {
    ...{ slug, name, story, startsOn, endsOn, pair: `${east.code}-${west.code}`, hostCode: host.code },
    discounts: draft.discounts.map((one) => ({
      ...{ name: one.name, kind: one.kind, percent: one.percentBp === null ? '' : percentOf(one.percentBp) },
      threshold: one.threshold ? yuanOf(one.threshold.amount) : '',
      reduction: one.reduction ? yuanOf(one.reduction.amount) : '',
      category: one.category ?? '',
      funders: one.funders.map(({ kind, organisation, shareBp }) => ({
        kind,
        organisation,
        percent: percentOf(shareBp),
      })),
    })),
  };
}
