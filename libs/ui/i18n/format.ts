import type { money } from '@xihuo/kernel';
import type { Locale } from './catalog';

/** A sign between thousands of a whole number. */
const grouped = (digits: string): string => digits.replace(/\B(?=(\d{3})+$)/g, ',');

/** 123450 fen -> { sign: '', yuan: '1,234', fen: '50' }; in whole numbers throughout, so no amount loses a fen. */
export function moneyParts(amount: string): { sign: '' | '-'; yuan: string; fen: string } {
  const value = BigInt(amount);
  const size = value < 0n ? -value : value;
  return {
    sign: value < 0n ? '-' : '',
    yuan: grouped((size / 100n).toString()),
    fen: (size % 100n).toString().padStart(2, '0'),
  };
}

/** ¥1,234.50 */
export function formatMoney(value: money.MoneyWire): string {
  const { sign, yuan, fen } = moneyParts(value.amount);
  return `${sign}¥${yuan}.${fen}`;
}

const MONTHS = 'January February March April May June July August September October November December'.split(' ');
/** Beijing is eight hours ahead the year round. */
const BEIJING_MS = 8 * 3_600_000;

/*
 * Dates and numbers are written here and not by Intl: its first use has the engine load what it knows of all languages, some 40 ms of a
 * quick machine in the middle of the first view, for the two this shop speaks. A test lays both beside each other.
 */

/**
 * 2026年11月23日, or 23 November 2026: business dates are Beijing dates wherever the reader is. Of a month, as ISO writes it, 2026年11月 or
 * November 2026. @throws RangeError of no date
 */
export function formatDate(value: string, locale: Locale): string {
  const [year, month, day] = inBeijing(value).slice(0, 10).split('-').map(Number);
  const isMonth = value.length === 7;
  if (locale === 'en') return `${isMonth ? '' : `${day} `}${MONTHS[month! - 1]} ${year}`;
  return `${year}年${month}月${isMonth ? '' : `${day}日`}`;
}

/** 2026年11月23日 09:05, or 23 November 2026 at 09:05, by Beijing's clock. @throws RangeError of no date */
export function formatDateTime(value: string, locale: Locale): string {
  return `${formatDate(value, locale)}${locale === 'en' ? ' at' : ''} ${inBeijing(value).slice(11, 16)}`;
}

/** As ISO writes it, by Beijing's clock; a date alone is that day. */
function inBeijing(value: string): string {
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(value);
  return new Date(new Date(value).getTime() + (isDay ? 0 : BEIJING_MS)).toISOString();
}

/** 1,234.5 in both languages: a sign between thousands, and as many digits after the point as there are, up to `digits`. */
export function formatNumber(value: number, _locale: Locale, digits = 2): string {
  const size = Math.abs(value);
  // By its decimal digits as people read them, halves away from nothing: 1.005 is 1.01. What is that small has an exponent already.
  const steps = size < 1e-6 ? 0 : Math.round(Number(`${size}e${digits}`));
  const [whole = '', part = ''] = (steps / 10 ** digits).toFixed(digits).split('.');
  const signed = (value < 0 && steps > 0 ? '-' : '') + grouped(whole);
  const rest = part.replace(/0+$/, '');
  return rest ? `${signed}.${rest}` : signed;
}

/** Both units a buyer thinks in: 2.5 千克（5 斤）. Grams in, since packs are whole grams. */
export function formatWeight(grams: number, locale: Locale): string {
  const kilograms = formatNumber(grams / 1000, locale, 3);
  return locale === 'en' ? `${kilograms} kg` : `${kilograms} 千克（${formatNumber(grams / 500, locale)} 斤）`;
}

/** Basis points as a percentage: 1250 -> 12.5%. */
export function formatBasisPoints(basisPoints: number, locale: Locale): string {
  return `${formatNumber(basisPoints / 100, locale)}%`;
}
