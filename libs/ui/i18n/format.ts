import type { money } from '@xihuo/kernel';
import type { Locale } from './catalog';

/** 123450 fen -> { sign: '', yuan: '1,234', fen: '50' }; in whole numbers throughout, so no amount loses a fen. */
export function moneyParts(amount: string): { sign: '' | '-'; yuan: string; fen: string } {
  const value = BigInt(amount);
  const size = value < 0n ? -value : value;
  return {
    sign: value < 0n ? '-' : '',
    yuan: (size / 100n).toString().replace(/\B(?=(\d{3})+$)/g, ','),
    fen: (size % 100n).toString().padStart(2, '0'),
  };
}

/** ¥1,234.50 */
export function formatMoney(value: money.MoneyWire): string {
  const { sign, yuan, fen } = moneyParts(value.amount);
  return `${sign}¥${yuan}.${fen}`;
}

const ZONE = 'Asia/Shanghai';

/** 2026年11月23日, or 23 November 2026: business dates are Beijing dates wherever the reader is. */
export function formatDate(value: string, locale: Locale): string {
  const moment = /^\d{4}-\d{2}-\d{2}$/.test(value) ? new Date(`${value}T12:00:00+08:00`) : new Date(value);
  return new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, {
    dateStyle: 'long',
    timeZone: ZONE,
  }).format(moment);
}

export function formatDateTime(value: string, locale: Locale): string {
  return new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone: ZONE,
  }).format(new Date(value));
}

export function formatNumber(value: number, locale: Locale, digits = 2): string {
  return new Intl.NumberFormat(locale, { maximumFractionDigits: digits }).format(value);
}

/** Both units a buyer thinks in: 2.5 千克（5 斤）. Grams in, since packs are whole grams. */
export function formatWeight(grams: number, locale: Locale): string {
  const kilograms = formatNumber(grams / 1000, locale, 3);
  return locale === 'en' ? `${kilograms} kg` : `${kilograms} 千克（${formatNumber(grams / 500, locale)} 斤）`;
}

/** Basis points as a percentage: 1250 -> 12.5%. */
export function formatBasisPoints(basisPoints: number, locale: Locale): string {
  return new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 2 }).format(basisPoints / 10_000);
}
