import { z } from 'zod';
import { defineRoutes, session } from '../core/route';
import { instant, regionCode, uuid } from '../core/scalars';
import { ADDRESS_TAGS, COUPON_STANDINGS } from '../identity/account-names';
import { heldCoupon } from './cart';
import { delivery } from './routes';

const byId = z.strictObject({ id: uuid });
const addressList = z.object({
  data: z.array(
    z.object({
      id: uuid,
      delivery: z.object({ regionCode, address: z.string(), name: z.string(), phone: z.string() }),
      /** Codes from the province down to where it is: two in municipalities and in cities without counties, else three. */
      path: z.array(regionCode),
      regionName: z.string(),
      tag: z.enum(ADDRESS_TAGS).nullable(),
      isDefault: z.boolean(),
    }),
  ),
});

/** What the account keeps to buy with: where it goes, and what takes something off. */
export const accountRoutes = defineRoutes({
  'GET /me/addresses': {
    summary: 'Where the account has things sent, the default first; at most 20',
    access: session,
    response: addressList,
  },
  'PUT /me/addresses/{id}': {
    summary: 'Keeps an address under an id of the client, new or changed; the first is the default',
    access: session,
    params: byId,
    body: z.strictObject({ delivery, tag: z.enum(ADDRESS_TAGS).nullable(), isDefault: z.boolean() }),
    response: addressList,
    problems: ['NOT_FOUND', 'REGION_NOT_DELIVERABLE', 'ADDRESSES_FULL'],
  },
  'DELETE /me/addresses/{id}': {
    summary: 'Forgets an address; the one changed last becomes the default where it was that',
    access: session,
    params: byId,
    response: addressList,
    problems: ['NOT_FOUND'],
  },
  'GET /me/coupons': {
    summary: 'Coupons the account claimed, those to be used first; the last 200',
    access: session,
    response: z.object({
      data: z.array(
        z.object({
          coupon: heldCoupon,
          standing: z.enum(COUPON_STANDINGS),
          claimedAt: instant,
          orderId: uuid.nullable(),
        }),
      ),
    }),
  },
});
