import type { Input, Output } from '@xihuo/ui';

export type Listing = Output<'GET /suppliers/{supplierId}/products/{productId}/listing'>;
export type Content = Listing['current'];
export type Change = Output<'GET /catalogue/changes/{id}'>;
export type Finding = Listing['findings'][number];
export type TextName = Exclude<Finding['field'], 'nameZh' | 'nameEn' | 'pack' | 'options'>;
export type Pack = Listing['packs'][number];
export type Picture = Listing['pictures'][number];
export type Body = NonNullable<Input<'PUT /suppliers/{supplierId}/products/{productId}/listing/change'>['body']>;

export const LISTING = 'GET /suppliers/{supplierId}/products/{productId}/listing';

/** A listing as it is being typed: numbers are text until they are whole. */
export interface Typed extends Omit<Content, 'minimumRemainingDays'> {
  minimumRemainingDays: string;
}

/** Whether the change can still be written. */
export function openChange({ change }: Listing): Change | null {
  return change && ['draft', 'submitted', 'changesRequested'].includes(change.state) ? change : null;
}

export function typedOf(listing: Listing): Typed {
  const content = openChange(listing)?.preview ?? listing.current;
  const { minimumRemainingDays, ...rest } = content;
  return { ...rest, minimumRemainingDays: minimumRemainingDays === null ? '' : String(minimumRemainingDays) };
}

/** Null where the days are no number. */
export function contentOf({ minimumRemainingDays: days, ...rest }: Typed): Content | null {
  if (days.trim() === '') return { ...rest, minimumRemainingDays: null };
  return /^[1-9]\d{0,3}$/.test(days.trim()) ? { ...rest, minimumRemainingDays: Number(days) } : null;
}

/** Only what differs from what the shop shows, with the packs, their words, prices and tiers that wait in the same change. */
export function fieldsOf(listing: Listing, content: Content): Body['fields'] {
  const changed = Object.entries(content).filter(
    ([name, value]) => JSON.stringify(value) !== JSON.stringify(listing.current[name as keyof Content]),
  );
  const rows = openChange(listing)?.changes ?? [];
  const prices = rows.flatMap(({ field, sku, after }) =>
    field === 'price' && sku ? [{ skuId: sku.id, value: after as Listing['packs'][number]['price'] }] : [],
  );
  const tiers = rows.flatMap(({ field, sku, after }) =>
    field === 'tiers' && sku ? [{ skuId: sku.id, value: after as Listing['packs'][number]['tiers'] }] : [],
  );
  const options = rows.flatMap(({ field, sku, after }) =>
    field === 'options' && sku ? [{ skuId: sku.id, value: after as Pack['options'] }] : [],
  );
  const packs = rows.flatMap(({ field, sku }) => (field === 'pack' && sku ? [sku.id] : []));
  return {
    ...Object.fromEntries(changed),
    ...(prices.length > 0 ? { prices } : {}),
    ...(tiers.length > 0 ? { tiers } : {}),
    ...(options.length > 0 ? { options } : {}),
    ...(packs.length > 0 ? { packs } : {}),
  };
}

/** The change as it was saved, for a step that adds to it and leaves what is being typed alone. */
export function savedFields(listing: Listing): Body['fields'] {
  return fieldsOf(listing, openChange(listing)?.preview ?? listing.current);
}

/** The tiers a pack has, or shall have by the change that is open. */
export function tiersOf(listing: Listing, skuId: string): Pack['tiers'] {
  const staged = savedFields(listing).tiers?.find((one) => one.skuId === skuId)?.value;
  return staged ?? listing.packs.find((one) => one.skuId === skuId)?.tiers ?? [];
}

/** Whether a pack sells, waits for somebody, or was left out of every change. */
export function packFate(listing: Listing, pack: Pack): 'opened' | 'waits' | 'leftOut' {
  if (pack.opened) return 'opened';
  return savedFields(listing).packs?.includes(pack.skuId) ? 'waits' : 'leftOut';
}

/** Where a typed price would land. */
export function priceFate(
  pack: Listing['packs'][number],
  fen: string | null,
): 'malformed' | 'same' | 'holds' | 'waits' {
  if (fen === null) return 'malformed';
  if (fen === pack.price.amount) return 'same';
  if (!pack.band) return 'holds';
  const price = BigInt(fen);
  return price >= BigInt(pack.band.lowest.amount) && price <= BigInt(pack.band.highest.amount) ? 'holds' : 'waits';
}
