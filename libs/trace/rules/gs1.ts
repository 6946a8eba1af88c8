import { ids, must } from '@xihuo/kernel';

/** GS1 keeps 952 for demonstrations and examples: no real product carries such a number. */
const DEMO_PREFIX = '952';

export const { checkDigit, isKey } = ids.gs1;

/** GTIN-14 of the counted trade item: an invented number in the demonstration range. */
export function gtinOf(itemNumber: bigint): string {
  const body = `0${DEMO_PREFIX}${itemNumber.toString().padStart(9, '0')}`;
  must(body.length === 13, 'a trade item has nine digits at most');
  return body + checkDigit(body);
}

/** SSCC of the counted logistic unit. */
export function ssccOf(serial: bigint): string {
  const body = `0${DEMO_PREFIX}${serial.toString().padStart(13, '0')}`;
  must(body.length === 17, 'a logistic unit has thirteen digits at most');
  return body + checkDigit(body);
}

/** What the code on a pack says: `/01/{gtin}/10/{lot}`. */
export function digitalLink(origin: string, gtin: string, lotCode: string): string {
  return `${origin}/01/${gtin}/10/${encodeURIComponent(lotCode)}`;
}
