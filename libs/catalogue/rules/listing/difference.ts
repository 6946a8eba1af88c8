import type { machines } from '@xihuo/contract';
import { canonicalJson } from '@xihuo/kernel';

/** What a product itself says, which a listing repeats until its supplier says otherwise. */
export interface ProductWords {
  readonly descriptionZh: string;
  readonly descriptionEn: string;
  readonly harvestMonths: readonly number[];
}

export interface ListedPack {
  readonly skuId: string;
  readonly pack: string;
  readonly priceFen: bigint;
  readonly tiers: readonly machines.listings.PriceTier[];
  readonly options: readonly machines.listings.PackOption[];
  /** False where it was added later and sells nowhere yet. */
  readonly opened: boolean;
}

/** The whole listing: the product's words under the supplier's own. */
export function wholeContent(
  product: ProductWords,
  own: Partial<machines.listings.ListingContent>,
): machines.listings.ListingContent {
  return {
    ...{ taglineZh: '', taglineEn: '', storageNoteZh: '', storageNoteEn: '' },
    ...{ minimumRemainingDays: null, pictures: [] },
    descriptionZh: product.descriptionZh,
    descriptionEn: product.descriptionEn,
    harvestMonths: [...product.harvestMonths],
    ...own,
  };
}

/** The fields of a change that belong to the content itself. */
export function contentFields({
  prices: _p,
  tiers: _t,
  packs: _k,
  options: _o,
  ...content
}: machines.listings.ChangeFields) {
  return content;
}

/** Only what is to become otherwise: whatever equals the present listing, or names a pack that is not there, is dropped. */
export function onlyChanged(
  current: machines.listings.ListingContent,
  packs: readonly ListedPack[],
  wanted: machines.listings.ChangeFields,
): machines.listings.ChangeFields {
  const content = Object.entries(contentFields(wanted)).filter(
    ([field, value]) => value !== undefined && !isSame(value, current[field as keyof machines.listings.ListingContent]),
  );
  const known = new Map(packs.map((pack) => [pack.skuId, pack]));
  const prices = wanted.prices?.filter(({ skuId, value }) => {
    const pack = known.get(skuId);
    return pack !== undefined && BigInt(value.amount) !== pack.priceFen && value.amount !== '0';
  });
  const tiers = wanted.tiers?.filter(({ skuId, value }) => {
    const pack = known.get(skuId);
    return pack !== undefined && !isSame(value, pack.tiers);
  });
  const options = wanted.options?.filter(({ skuId, value }) => {
    const pack = known.get(skuId);
    return pack !== undefined && !isSame(value, pack.options);
  });
  const opening = wanted.packs?.filter((id) => known.get(id)?.opened === false);
  return {
    ...Object.fromEntries(content),
    ...(prices?.length ? { prices } : {}),
    ...(tiers?.length ? { tiers } : {}),
    ...(options?.length ? { options } : {}),
    ...(opening?.length ? { packs: opening } : {}),
  };
}

/** Old beside new, a row a field. */
export function differences(
  current: machines.listings.ListingContent,
  packs: readonly ListedPack[],
  fields: machines.listings.ChangeFields,
): machines.listings.FieldChange[] {
  const packOf = new Map(packs.map((pack) => [pack.skuId, pack]));
  const content = Object.entries(contentFields(fields)).map(([field, after]) => ({
    field: field as machines.listings.ChangeField,
    sku: null,
    before: current[field as keyof machines.listings.ListingContent],
    after: after as machines.listings.FieldChange['after'],
  }));
  const prices = (fields.prices ?? []).map(({ skuId, value }) => {
    const pack = packOf.get(skuId);
    const before = pack ? ({ amount: pack.priceFen.toString(), currency: 'CNY' } as const) : null;
    return { field: 'price' as const, sku: { id: skuId, pack: pack?.pack ?? '' }, before, after: value };
  });
  const tiers = (fields.tiers ?? []).map(({ skuId, value }) => {
    const pack = packOf.get(skuId);
    return {
      field: 'tiers' as const,
      sku: { id: skuId, pack: pack?.pack ?? '' },
      before: pack ? [...pack.tiers] : null,
      after: value,
    };
  });
  const options = (fields.options ?? []).map(({ skuId, value }) => {
    const pack = packOf.get(skuId);
    return {
      field: 'options' as const,
      sku: { id: skuId, pack: pack?.pack ?? '' },
      before: pack ? [...pack.options] : null,
      after: value,
    };
  });
  const opening = (fields.packs ?? []).map((skuId) => {
    const pack = packOf.get(skuId);
    const after = pack ? ({ amount: pack.priceFen.toString(), currency: 'CNY' } as const) : null;
    return { field: 'pack' as const, sku: { id: skuId, pack: pack?.pack ?? '' }, before: null, after };
  });
  return [...content, ...opening, ...options, ...prices, ...tiers];
}

/** The words of a change that are looked through. */
export function textsIn(
  content: Partial<machines.listings.ListingContent>,
  names: readonly machines.listings.TextField[],
): Partial<Record<machines.listings.TextField, string>> {
  return Object.fromEntries(names.flatMap((name) => (content[name] === undefined ? [] : [[name, content[name]]])));
}

/** The words of packs: their own, and what tells them from their neighbours, apart from each other so that no word is made of two. */
export function packTexts(
  packs: readonly { readonly pack?: string; readonly options: readonly machines.listings.PackOption[] }[],
): Partial<Record<(typeof machines.listings.PACK_FIELDS)[number], string>> {
  const said = {
    pack: packs.flatMap(({ pack }) => pack ?? []),
    options: packs.flatMap(({ options }) => options.flatMap(({ name, value }) => [name, value])),
  };
  return Object.fromEntries(
    Object.entries(said).flatMap(([field, words]) => (words.length ? [[field, words.join('；')]] : [])),
  );
}

/** The words of packs that a change is to publish. */
export function packTextsIn(packs: readonly ListedPack[], fields: machines.listings.ChangeFields) {
  const opening = packs.filter(({ skuId }) => fields.packs?.includes(skuId));
  return packTexts([...opening, ...(fields.options ?? []).map(({ value }) => ({ options: value }))]);
}

function isSame(one: unknown, other: unknown): boolean {
  return canonicalJson(one) === canonicalJson(other);
}
