import type { Input, Output } from '@xihuo/ui';
import { fenOf, yuanOf } from '../catalogue/yuan';

export type FreightForm = Input<'POST /suppliers/{supplierId}/freight'>['body'];
export type FreightTemplate = Output<'GET /suppliers/{supplierId}/freight'>['data'][number];
type Rate = FreightForm['rates'][number];

export const EVERYWHERE = '000000';

/** A rate as it is typed: kilograms and yuan as text. */
export interface RateTyped {
  storage: Rate['storage'];
  regions: readonly string[];
  served: boolean;
  firstKg: string;
  first: string;
  stepKg: string;
  step: string;
  /** Empty: never free. */
  freeFrom: string;
}

export const BLANK_RATE: RateTyped = {
  ...{ storage: 'ambient', regions: [EVERYWHERE], served: true },
  ...{ firstKg: '1', first: '', stepKg: '1', step: '', freeFrom: '' },
};

/** 1.5 kilograms are 1500 grams; null where it is no weight a parcel has. */
export function gramsOf(kilograms: string): number | null {
  const match = /^(\d{1,4})(?:\.(\d{1,3}))?$/.exec(kilograms.normalize('NFKC').trim());
  if (!match) return null;
  const grams = Number(match[1]) * 1000 + Number((match[2] ?? '').padEnd(3, '0'));
  return grams >= 1 && grams <= 1_000_000 ? grams : null;
}

export const kilogramsOf = (grams: number): string => String(grams / 1000);

/** As `fenOf`, and nothing is a price too: sending may be free. */
export function freightFen(yuan: string): string | null {
  return /^0+(\.0{1,2})?$/.test(yuan.normalize('NFKC').trim()) ? '0' : fenOf(yuan);
}

const wire = (amount: string) => ({ amount, currency: 'CNY' as const });

/** What is wrong with a rate, field by field; empty where it can be saved. */
export function rateFaults(rate: RateTyped): Partial<Record<keyof RateTyped, true>> {
  const faults: Partial<Record<keyof RateTyped, true>> = {};
  if (rate.regions.length === 0 || rate.regions.some((code) => !/^\d{6}$/.test(code))) faults.regions = true;
  if (!rate.served) return faults;
  if (gramsOf(rate.firstKg) === null) faults.firstKg = true;
  if (gramsOf(rate.stepKg) === null) faults.stepKg = true;
  if (freightFen(rate.first) === null) faults.first = true;
  if (freightFen(rate.step) === null) faults.step = true;
  if (rate.freeFrom.trim() !== '' && fenOf(rate.freeFrom) === null) faults.freeFrom = true;
  return faults;
}

/** Places named twice for one class: which of the two would hold nobody could say. */
export function doubledPlaces(rates: readonly RateTyped[]): string[] {
  const places = rates.flatMap(({ storage, regions }) => regions.map((code) => `${storage} ${code}`));
  return [...new Set(places.filter((place, at) => places.indexOf(place) !== at))];
}

/** The form to send; null while something is wrong. */
export function formOf(assumedKg: string, rates: readonly RateTyped[]): FreightForm | null {
  const assumedGrams = gramsOf(assumedKg);
  const faulty = rates.some((rate) => Object.keys(rateFaults(rate)).length > 0);
  if (assumedGrams === null || faulty || rates.length === 0 || doubledPlaces(rates).length > 0) return null;
  return {
    assumedGrams,
    rates: rates.map((rate) => ({
      ...{ storage: rate.storage, regions: [...rate.regions], served: rate.served },
      firstGrams: gramsOf(rate.firstKg) ?? 1000,
      first: wire(freightFen(rate.first) ?? '0'),
      stepGrams: gramsOf(rate.stepKg) ?? 1000,
      step: wire(freightFen(rate.step) ?? '0'),
      freeFrom: rate.served && rate.freeFrom.trim() !== '' ? wire(fenOf(rate.freeFrom)!) : null,
    })),
  };
}

/** What stands, to be changed. */
export function typedOf(template: FreightTemplate): RateTyped[] {
  return template.rates.map((rate) => ({
    ...{ storage: rate.storage, regions: rate.regions, served: rate.served },
    ...{ firstKg: kilogramsOf(rate.firstGrams), first: yuanOf(rate.first.amount) },
    ...{ stepKg: kilogramsOf(rate.stepGrams), step: yuanOf(rate.step.amount) },
    freeFrom: rate.freeFrom === null ? '' : yuanOf(rate.freeFrom.amount),
  }));
}
