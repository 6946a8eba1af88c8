import type { Input } from '@xihuo/ui';
import { keep } from './kept';

export type Delivery = Input<'POST /orders'>['body']['delivery'];

export interface RegionPath {
  province: string;
  prefecture: string;
  county: string;
}

export const NO_REGION: RegionPath = { province: '', prefecture: '', county: '' };

export interface DeliveryDraft {
  path: RegionPath;
  regionCode: string | null;
  address: string;
  name: string;
  phone: string;
}

const empty: DeliveryDraft = { path: NO_REGION, regionCode: null, address: '', name: '', phone: '' };

export type DeliveryField = 'region' | 'address' | 'name' | 'phone';
export type DeliveryFaults = Partial<Record<DeliveryField, 'missing' | 'malformed'>>;

/** The first look, so that a slip needs no trip to the server; the server looks again. */
export function faultsOf(draft: DeliveryDraft, isFetched = false): DeliveryFaults {
  const faults: DeliveryFaults = {};
  if (!draft.name.trim()) faults.name = 'missing';
  if (!draft.phone.trim()) faults.phone = 'missing';
  else if (!/^1\d{10}$/.test(phoneDigits(draft.phone))) faults.phone = 'malformed';
  if (isFetched) return faults;
  if (!draft.regionCode) faults.region = 'missing';
  if (!draft.address.trim()) faults.address = 'missing';
  return faults;
}

/** 138 0000-0000 or +86 138… as people paste it. */
export function phoneDigits(text: string): string {
  return text.replace(/[\s-]/g, '').replace(/^\+?86(?=1\d{10}$)/, '');
}

export function deliveryOf(draft: DeliveryDraft): Delivery {
  return {
    regionCode: draft.regionCode ?? '',
    address: draft.address.trim(),
    name: draft.name.trim(),
    phone: phoneDigits(draft.phone),
  };
}

/** Who comes to fetch it: the place is the venue's. */
export function fetchedBy(draft: DeliveryDraft, venue: { region: { code: string }; address: string | null }): Delivery {
  return { ...deliveryOf(draft), regionCode: venue.region.code, address: venue.address ?? '' };
}

function isDraft(value: unknown): value is DeliveryDraft {
  const draft = value as Partial<DeliveryDraft> | null;
  return typeof draft?.name === 'string' && typeof draft.path?.province === 'string' && typeof draft.phone === 'string';
}

/** What was typed stays in this browser, so that nobody types it twice. */
export const keptDelivery = keep<DeliveryDraft>('xihuo.delivery', empty, isDraft);

/** A part of it changed; what is the same already moves nothing. */
export function updateDelivery(part: Partial<DeliveryDraft>): void {
  const now = keptDelivery.get();
  const changed = (Object.keys(part) as (keyof DeliveryDraft)[]).some((name) => part[name] !== now[name]);
  if (changed) keptDelivery.set({ ...now, ...part });
}
