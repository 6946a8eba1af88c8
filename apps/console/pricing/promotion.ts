import type { Input } from '@xihuo/ui';
import { fenOf } from '../catalogue/yuan';

export type OwnForm = Input<'POST /suppliers/{supplierId}/promotions'>['body'];
export type PlatformForm = Input<'POST /promotions'>['body'];
export const OWN_KINDS = ['fullReduction', 'coupon', 'campaignPrice', 'flashPrice'] as const;
export const PLATFORM_KINDS = ['fullReduction', 'coupon'] as const;
export type Kind = (typeof OWN_KINDS)[number];

export interface PriceTyped {
  skuId: string;
  price: string;
  packsMost: string;
  packsEach: string;
}

/** A promotion as it is typed: times of Beijing, yuan, percent and counts as text. */
export interface PromotionTyped {
  kind: Kind;
  name: { zh: string; en: string };
  startsAt: string;
  endsAt: string;
  threshold: string;
  reduction: string;
  percent: string;
  claimsMost: string;
  claimsEach: string;
  prices: readonly PriceTyped[];
}

export const BLANK_PRICE: PriceTyped = { skuId: '', price: '', packsMost: '', packsEach: '' };
export const BLANK: PromotionTyped = {
  ...{ kind: 'fullReduction', name: { zh: '', en: '' }, startsAt: '', endsAt: '', threshold: '', reduction: '' },
  ...{ percent: '', claimsMost: '', claimsEach: '1', prices: [BLANK_PRICE] },
};

export type Fault = 'name' | 'time' | 'reduction' | 'percent' | 'claims' | 'prices';

const wire = (amount: string) => ({ amount, currency: 'CNY' as const });

/** A time as a field gives it (2026-11-28T08:00), of Beijing; null where it is none. */
export function instantOf(local: string): string | null {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(local)) return null;
  const time = new Date(`${local}:00+08:00`);
  return Number.isNaN(time.getTime()) ? null : time.toISOString();
}

function countOf(text: string): number | null {
  const value = text.normalize('NFKC').trim();
  return /^[1-9]\d{0,5}$/.test(value) ? Number(value) : null;
}

/** 12.5 percent off are 1250 basis points; up to 90 percent. */
export function basisPointsOf(percent: string): number | null {
  const match = /^(\d{1,2})(?:\.(\d{1,2}))?$/.exec(percent.normalize('NFKC').trim());
  const bp = match ? Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0')) : 0;
  return bp >= 1 && bp <= 9_000 ? bp : null;
}

function reductionOf({ threshold, reduction }: PromotionTyped) {
  const [from, off] = [fenOf(threshold), fenOf(reduction)];
  return from !== null && off !== null && BigInt(off) < BigInt(from)
    ? { threshold: wire(from), reduction: wire(off) }
    : null;
}

function pricesOf({ prices }: PromotionTyped) {
  const read = prices.map(({ skuId, price, packsMost, packsEach }) => {
    const [fen, most] = [fenOf(price), countOf(packsMost)];
    const each = packsEach.trim() === '' ? null : countOf(packsEach);
    const isWhole = skuId !== '' && fen !== null && most !== null && (packsEach.trim() === '' || each !== null);
    return isWhole ? { skuId, price: wire(fen), packsMost: most, packsEach: each } : null;
  });
  const whole = read.flatMap((one) => one ?? []);
  const isOnceEach = new Set(whole.map(({ skuId }) => skuId)).size === whole.length;
  return whole.length === prices.length && whole.length > 0 && isOnceEach ? whole : null;
}

function claimsOf({ claimsMost, claimsEach }: PromotionTyped) {
  const [most, each] = [countOf(claimsMost), countOf(claimsEach)];
  return most !== null && each !== null && each <= 20 ? { claimsMost: most, claimsEach: each } : null;
}

/** What is wrong, and the form to send where nothing is. */
export function ownFormOf(typed: PromotionTyped): { faults: Fault[]; form: OwnForm | null } {
  const { kind } = typed;
  const name = { zh: typed.name.zh.trim(), en: typed.name.en.trim() };
  const [startsAt, endsAt] = [instantOf(typed.startsAt), instantOf(typed.endsAt)];
  const [reduces, claims] = [reductionOf(typed), claimsOf(typed)];
  const [prices, percentBp] = [pricesOf(typed), basisPointsOf(typed.percent)];
  const faults: Fault[] = [
    ...(name.zh && name.en ? [] : (['name'] as const)),
    ...(startsAt && endsAt && startsAt < endsAt ? [] : (['time'] as const)),
    ...((kind === 'fullReduction' || kind === 'coupon') && !reduces ? (['reduction'] as const) : []),
    ...(kind === 'coupon' && !claims ? (['claims'] as const) : []),
    ...(kind === 'campaignPrice' && !percentBp ? (['percent'] as const) : []),
    ...(kind === 'flashPrice' && !prices ? (['prices'] as const) : []),
  ];
  if (faults.length > 0) return { faults, form: null };
  const shared = { name, startsAt: startsAt!, endsAt: endsAt! };
  const forms: Record<Kind, () => OwnForm> = {
    fullReduction: () => ({ kind: 'fullReduction', ...shared, ...reduces! }),
    coupon: () => ({ kind: 'coupon', ...shared, ...reduces!, ...claims! }),
    campaignPrice: () => ({ kind: 'campaignPrice', ...shared, percentBp: percentBp! }),
    flashPrice: () => ({ kind: 'flashPrice', ...shared, prices: prices! }),
  };
  return { faults, form: forms[kind]() };
}

/** The same for the platform, which pays for it alone. */
export function platformFormOf(typed: PromotionTyped): { faults: Fault[]; form: PlatformForm | null } {
  const { faults, form } = ownFormOf(typed);
  if (!form || (form.kind !== 'fullReduction' && form.kind !== 'coupon')) return { faults, form: null };
  const { productIds: _all, ...rest } = form;
  return { faults, form: { ...rest, funders: [{ kind: 'platform', shareBp: 10_000 }] } as PlatformForm };
}
