import type { Output } from '@xihuo/ui';
import { phoneDigits, type DeliveryDraft } from './delivery';

/** An address of the account's book. */
export type KeptAddress = Output<'GET /me/addresses'>['data'][number];
export type AddressTag = NonNullable<KeptAddress['tag']>;
export const TAGS: readonly AddressTag[] = ['home', 'work', 'school'];

/** What stands in the form for an address of the book. */
export function draftOf({ delivery, path }: KeptAddress): DeliveryDraft {
  const [province = '', prefecture = '', county = ''] = path;
  return { ...delivery, path: { province, prefecture, county } };
}

/** Whether the form says just what stands in the book. */
export function isSame(draft: DeliveryDraft, { delivery }: KeptAddress): boolean {
  return (
    draft.regionCode === delivery.regionCode &&
    draft.address.trim() === delivery.address &&
    draft.name.trim() === delivery.name &&
    phoneDigits(draft.phone) === delivery.phone
  );
}
