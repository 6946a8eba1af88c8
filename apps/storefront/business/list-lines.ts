import type { Output } from '@xihuo/ui';

export type ListLine = Output<'POST /organisations/{id}/purchase-lists'>['lines'][number];
export type Pack = NonNullable<ListLine['pack']>;

/** A line as the buyer has it now: its pack chosen, its quantity changed. */
export interface Draft {
  row: number;
  text: string;
  quantity: number;
  pack: Pack | null;
  candidates: readonly Pack[];
  fault: ListLine['fault'];
}

export const draftsOf = (lines: readonly ListLine[]): Draft[] =>
  lines.map((line) => ({ ...line, quantity: line.quantity ?? 1 }));

/** What stands against a line with this pack and quantity; stock and price are the server's to say. */
export function faultNow({ pack, quantity, fault }: Pick<Draft, 'pack' | 'quantity' | 'fault'>): ListLine['fault'] {
  if (!pack) return fault;
  if (fault === 'NOT_FOR_SALE' || fault === 'OUT_OF_STOCK') return fault;
  if (quantity < pack.minimumPacks) return 'BELOW_MINIMUM';
  return quantity % pack.stepPacks === 0 ? null : 'NOT_A_STEP';
}

/** Fewer of what was short may be there: asked again, the server says. */
export const withQuantity = (draft: Draft, quantity: number): Partial<Draft> =>
  draft.fault === 'OUT_OF_STOCK' && quantity < draft.quantity ? { quantity, fault: null } : { quantity };

/** One line a pack: of two lines with the same pack the quantities are added. */
export function wantedOf(drafts: readonly Draft[]): { skuId: string; quantity: number }[] {
  const wanted = new Map<string, number>();
  for (const { pack, quantity } of drafts) if (pack) wanted.set(pack.skuId, (wanted.get(pack.skuId) ?? 0) + quantity);
  return [...wanted].map(([skuId, quantity]) => ({ skuId, quantity }));
}

export const isReady = (drafts: readonly Draft[]): boolean =>
  drafts.length > 0 && drafts.every((draft) => draft.pack !== null && faultNow(draft) === null);

/** What of a cart the list says: code, which several suppliers may have, and quantity. */
export const listOf = (items: readonly { slug: string; quantity: number }[]): string =>
  items.map(({ slug, quantity }) => `${slug}\t${quantity}`).join('\n');

/** Of the packs that a code may mean the one that lies in the cart, line by line as the list was made. */
export const asInCart = (drafts: readonly Draft[], items: readonly { skuId: string }[]): Draft[] =>
  drafts.map((draft) => {
    const skuId = items[draft.row - 1]?.skuId;
    const pack = draft.candidates.find((one) => one.skuId === skuId);
    return pack ? { ...draft, pack, fault: draft.pack?.skuId === skuId ? draft.fault : null } : draft;
  });
