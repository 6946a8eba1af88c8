import { texts } from '@xihuo/kernel';
import { z } from 'zod';

/**
 * Text as people type it: normalised to NFC, trimmed, without characters that nobody sees or that change directions, which could make
 * one text look like another. Emptiness is judged after trimming. Half a character (a lone surrogate) is refused: no
 * database takes it.
 */
export function text(max: number, min = 1) {
  return z
    .string()
    .max(max * 4)
    .refine((value) => !/\p{Cs}/u.test(value), 'whole characters')
    .transform(texts.tidied)
    .pipe(z.string().min(min).max(max));
}

export const uuid = z.string().regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/, 'uuid');
/** Six digits of GB/T 2260. */
export const regionCode = z.string().regex(/^\d{6}$/, 'six digits');
export const slug = z.string().regex(/^[a-z0-9-]{1,80}$/, 'slug');
/** There is no year 0, and no clock here ever shows it. */
const inSomeYear = (text: string) => !text.startsWith('0000');
export const instant = z.iso.datetime().refine(inSomeYear, 'a year from 0001 on');
export const date = z.iso.date().refine(inSomeYear, 'a year from 0001 on');

/** Fen as a decimal string, never a JSON number; non-negative unless said otherwise. */
export const money = z
  .strictObject({
    amount: z.string().regex(/^(0|[1-9]\d{0,17})$/, 'a whole number of fen as a string'),
    currency: z.literal('CNY'),
  })
  .meta({ title: 'Money' });
/** What is typed as a sum, up to ten billion yuan: millions of such sums are still a number the database holds. */
export const sumOfMoney = z
  .strictObject({
    amount: z.string().regex(/^(0|[1-9]\d{0,11}|10{12})$/, 'whole fen as a string, 1000000000000 at most'),
    currency: z.literal('CNY'),
  })
  .meta({ title: 'SumOfMoney' });
/** Fen a kilogram, day, piece or mu, up to ten million yuan: with the greatest quantity it is still a sum. */
export const rate = z
  .strictObject({
    amount: z.string().regex(/^(0|[1-9]\d{0,8}|10{9})$/, 'whole fen as a string, 1000000000 at most'),
    currency: z.literal('CNY'),
  })
  .meta({ title: 'Rate' });
/** A rate that is more than nothing. */
export const price = z
  .strictObject({
    amount: z.string().regex(/^([1-9]\d{0,8}|10{9})$/, 'whole fen as a string, from 1 to 1000000000'),
    currency: z.literal('CNY'),
  })
  .meta({ title: 'Price' });
/** As `money`, but may be negative: balances and corrections. */
export const signedMoney = z
  .strictObject({
    amount: z.string().regex(/^(0|-?[1-9]\d{0,17})$/, 'a whole number of fen as a string'),
    currency: z.literal('CNY'),
  })
  .meta({ title: 'SignedMoney' });

/** An opaque place in a list; it belongs to the query that made it. */
export const cursor = z.string().max(400);
export const limit = z.coerce.number().int().min(1).max(100).default(24);

export function page<Item extends z.ZodType>(item: Item) {
  return z.object({ data: z.array(item), nextCursor: z.string().nullable() });
}

/** A name in both languages of the product: Chinese first. */
export const bilingual = z.object({ zh: z.string(), en: z.string() });
