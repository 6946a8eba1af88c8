import type { Output } from '@xihuo/ui';
import { fenOf, yuanOf } from '../yuan';

type Product = Output<'GET /suppliers/{supplierId}/products'>['data'][number];
type Shelf = Output<'GET /suppliers/{supplierId}/stock'>['data'][number];

export const FIELDS = ['price', 'stock'] as const;
export type Field = (typeof FIELDS)[number];

/** A pack, as a row of the sheet. */
export interface PackRow {
  skuId: string;
  productId: string;
  product: string;
  pack: string;
  priceFen: string;
  /** The own warehouse; where nobody has counted yet, zero packs and `counted` false. */
  onHand: number;
  reserved: number;
  counted: boolean;
  stockVersion: number;
}

/** What was typed and is not saved, by cell; a cell that stands as it was is not among them. */
export type Edits = ReadonlyMap<string, string>;

export const cellOf = (skuId: string, field: Field) => `${skuId} ${field}`;

/** The packs of the products with what lies of each in the own warehouse, in the order of the products. */
export function rowsOf(
  products: readonly Product[],
  shelves: readonly Shelf[],
  say: (name: Product['name']) => string,
): PackRow[] {
  const bySku = new Map(shelves.map((shelf) => [shelf.skuId, shelf.places[0]]));
  return products.flatMap(({ productId, name, packs }) =>
    packs.map(({ skuId, pack, price }) => {
      const place = bySku.get(skuId);
      return {
        ...{ skuId, productId, product: say(name), pack, priceFen: price.amount },
        ...{ onHand: place?.onHand ?? 0, reserved: place?.reserved ?? 0 },
        ...{ counted: place?.counted ?? false, stockVersion: place?.version ?? 0 },
      };
    }),
  );
}

/** What stands in a cell when nobody has typed, as people type it. */
export function standing(row: PackRow, field: Field): string {
  if (field === 'price') return yuanOf(row.priceFen);
  return row.counted ? String(row.onHand) : '';
}

/**
 * As it is kept: full-width figures, a currency sign and the commas of thousands are what spreadsheets bring along. Any other comma stays,
 * so that 12,5 is a fault and not a hundred and twenty-five.
 */
export function tidied(typed: string): string {
  return typed
    .normalize('NFKC')
    .replace(/[¥元\s]/g, '')
    .replace(/,(?=\d{3}(?!\d))/g, '');
}

const COUNT = /^\d{1,7}$/;

/** Why a cell cannot be saved; null where it can. */
export function faultOf(row: PackRow, field: Field, typed: string): 'price' | 'count' | 'below' | null {
  if (field === 'price') return fenOf(typed) === null ? 'price' : null;
  if (!COUNT.test(typed)) return 'count';
  return Number(typed) < row.reserved ? 'below' : null;
}

/** Whether what was typed says anything else than what stands. */
export function differs(row: PackRow, field: Field, typed: string): boolean {
  if (field === 'price') return fenOf(typed) !== row.priceFen;
  return typed !== standing(row, field);
}
