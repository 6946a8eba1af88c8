import type { Output } from '@xihuo/ui';

export type Organisation = Output<'GET /me/organisations'>['data'][number];
export type Purchase = Output<'GET /purchase-orders/{id}'>;

export const has = (organisation: Organisation, duty: Organisation['me']['duties'][number]): boolean =>
  organisation.me.duties.includes(duty);
