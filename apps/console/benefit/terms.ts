import type { Input } from '@xihuo/ui';
import { FEN, GRAM, HUNDREDTH, plain, scaled } from './figures';

export type Terms = Input<'POST /benefit/agreements'>['body']['terms'];
export type LinkageKind = Terms['kind'];

/** What the fields hold while an agreement is drawn up: text, as typed. */
export interface Typed {
  productId: string;
  floorPrice: string;
  premium: string;
  contracted: string;
  priority: string;
  capYear: string;
  capLot: string;
  rebate: string;
  basis: 'day' | 'piece';
  dailyWage: string;
  pieceRate: string;
  pieceName: string;
  workDays: string;
  shares: string;
  mu: string;
  rent: string;
  from: string;
  to: string;
}

export const BLANK: Typed = {
  productId: '',
  floorPrice: '',
  premium: '',
  contracted: '',
  priority: '1',
  capYear: '',
  capLot: '',
  rebate: '',
  basis: 'day',
  dailyWage: '',
  pieceRate: '',
  pieceName: '',
  workDays: '',
  shares: '',
  mu: '',
  rent: '',
  from: '',
  to: '',
};

export type TermField = keyof Typed;
export type TermFault = 'missing' | 'figure' | 'order' | 'nothing';
export type Faults = Partial<Record<TermField, TermFault>>;

const CNY = 'CNY' as const;
const wire = (fen: bigint) => ({ amount: String(fen), currency: CNY });

/** Reads one field after the other and remembers what is wrong with each. */
class Reading {
  readonly faults: Faults = {};
  constructor(private readonly typed: Typed) {}

  /** A figure that may be left empty. */
  maybe(field: Exclude<TermField, 'basis'>, digits: number, least = 1n): bigint | null {
    const text = this.typed[field].trim();
    if (text === '') return null;
    const value = scaled(text, digits);
    if (value !== null && value >= least) return value;
    this.faults[field] = 'figure';
    return null;
  }

  figure(field: Exclude<TermField, 'basis'>, digits: number, least = 1n): bigint {
    if (this.typed[field].trim() === '') this.faults[field] = 'missing';
    return this.maybe(field, digits, least) ?? 0n;
  }

  text(field: Exclude<TermField, 'basis'>): string {
    const text = this.typed[field].trim();
    if (text === '') this.faults[field] = 'missing';
    return text;
  }
}

const count = (value: bigint | null) => (value === null ? null : Number(value));
const money = (value: bigint | null) => (value === null ? null : wire(value));

function read(kind: LinkageKind, typed: Typed, reading: Reading): Terms {
  if (kind === 'contractPurchase') {
    return {
      kind,
      productId: reading.text('productId'),
      floorPricePerKg: wire(reading.figure('floorPrice', FEN)),
      premiumPerKg: wire(reading.maybe('premium', FEN, 0n) ?? 0n),
      contractedGrams: Number(reading.figure('contracted', GRAM)),
      priority: Number(reading.figure('priority', 0)),
      capGramsPerYear: count(reading.maybe('capYear', GRAM)),
      capGramsPerLot: count(reading.maybe('capLot', GRAM)),
      rebateBp: Number(reading.maybe('rebate', HUNDREDTH, 0n) ?? 0n),
    };
  }
  if (kind === 'employment') {
    const byDay = typed.basis === 'day';
    return {
      kind,
      dailyWage: byDay ? wire(reading.figure('dailyWage', FEN)) : null,
      pieceRate: byDay ? null : wire(reading.figure('pieceRate', FEN)),
      pieceName: byDay ? null : reading.text('pieceName'),
      workDaysPerYear: count(reading.maybe('workDays', 0)),
    };
  }
  const shares = reading.maybe('shares', 0, 0n) ?? 0n;
  const mu = reading.maybe('mu', HUNDREDTH);
  // Land without a rent, or a rent without land, binds nobody to anything.
  const rent = mu === null ? reading.maybe('rent', FEN) : reading.figure('rent', FEN);
  if (rent !== null && mu === null) reading.faults.mu ??= 'missing';
  if (shares === 0n && mu === null) reading.faults.shares ??= 'nothing';
  return { kind, shares: Number(shares), landMuHundredths: count(mu), rentPerMu: money(rent) };
}

/** The terms as the contract has them, or what is wrong field by field. */
export function termsOf(kind: LinkageKind, typed: Typed): { terms: Terms; faults: Faults } {
  const reading = new Reading(typed);
  const terms = read(kind, typed, reading);
  if (typed.from === '') reading.faults.from = 'missing';
  if (typed.to !== '' && typed.to < typed.from) reading.faults.to = 'order';
  return { terms, faults: reading.faults };
}

const yuan = (value: { amount: string } | null | undefined) => (value ? plain(value.amount, FEN) : '');
const some = (value: number | null | undefined, digits: number) => (value == null ? '' : plain(value, digits));

/** An agreement that stands, as its fields would hold it: for the next draft or the next version. */
export function typedOf(terms: Terms, from: string, to: string | null): Typed {
  const base: Typed = { ...BLANK, from, to: to ?? '' };
  if (terms.kind === 'contractPurchase') {
    return {
      ...base,
      productId: terms.productId,
      floorPrice: yuan(terms.floorPricePerKg),
      premium: terms.premiumPerKg && terms.premiumPerKg.amount !== '0' ? yuan(terms.premiumPerKg) : '',
      contracted: some(terms.contractedGrams, GRAM),
      priority: String(terms.priority ?? 1),
      capYear: some(terms.capGramsPerYear, GRAM),
      capLot: some(terms.capGramsPerLot, GRAM),
      rebate: terms.rebateBp ? plain(terms.rebateBp, HUNDREDTH) : '',
    };
  }
  if (terms.kind === 'employment') {
    return {
      ...base,
      basis: terms.pieceRate ? 'piece' : 'day',
      dailyWage: yuan(terms.dailyWage),
      pieceRate: yuan(terms.pieceRate),
      pieceName: terms.pieceName ?? '',
      workDays: some(terms.workDaysPerYear, 0),
    };
  }
  return {
    ...base,
    shares: terms.shares > 0 ? String(terms.shares) : '',
    mu: some(terms.landMuHundredths, HUNDREDTH),
    rent: yuan(terms.rentPerMu),
  };
}
