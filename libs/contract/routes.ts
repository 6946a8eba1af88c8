import type { z } from 'zod';
import { admissionRoutes } from './admission/routes';
import { benefitRoutes } from './benefit/routes';
import { brandRoutes } from './catalogue/brands';
import { campaignRoutes } from './catalogue/campaigns';
import { favouriteRoutes } from './catalogue/favourites';
import { fairRoutes } from './catalogue/fairs';
import { catalogueRoutes } from './catalogue/routes';
import { searchRoutes } from './catalogue/search';
import { indicationRoutes } from './catalogue/indications';
import { labelRoutes } from './catalogue/labels';
import { deliveryAreaRoutes } from './catalogue/delivery-areas';
import { listingChangeRoutes } from './catalogue/listing-changes';
import { priceChangeRoutes } from './catalogue/price-changes';
import { pictureRoutes } from './catalogue/pictures';
import { supplierProductRoutes } from './catalogue/supplier-products';
import { channelPickerRoutes } from './catalogue/channel-pickers';
import { venueRoutes } from './catalogue/venues';
import { deskRoutes } from './identity/desk';
import { viewingRoutes } from './identity/viewing';
import { privacyRoutes } from './identity/privacy';
import { peopleRoutes } from './identity/people';
import { identityRoutes } from './identity/routes';
import { importRoutes } from './platform/imports';
import { insightRoutes } from './insight/routes';
import { ledgerRoutes } from './ledger/routes';
import { businessRoutes } from './ordering/business';
import { bankTransferRoutes } from './ordering/bank-transfers';
import { businessAccountRoutes } from './ordering/business-accounts';
import { invoiceRoutes } from './ordering/invoices';
import { accountRoutes } from './ordering/addresses';
import { cartRoutes } from './ordering/cart';
import { purchaseLeadRoutes } from './ordering/purchase-leads';
import { afterSaleRoutes } from './ordering/after-sales';
import { deliveryPaperRoutes } from './ordering/delivery-papers';
import { freightRoutes } from './ordering/freight';
import { promotionRoutes } from './ordering/promotions';
import { pickupRoutes } from './ordering/pickups';
import { carrierRoutes } from './ordering/carriers';
import { orderFollowingRoutes } from './ordering/order-following';
import { orderingRoutes } from './ordering/routes';
import { stockRoutes } from './ordering/stock';
import { reconciliationRoutes } from './payment/reconciliation';
import { paymentRoutes } from './payment/routes';
import { operationRoutes } from './platform/operations';
import { platformRoutes } from './platform/routes';
import { disputeRoutes } from './dispute/routes';
import { registryRoutes } from './registry/routes';
import { adjustmentRoutes } from './settlement/adjustments';
import { payeeAccountRoutes } from './settlement/payee-accounts';
import { payoutRoutes } from './settlement/payouts';
import { settlementRoutes } from './settlement/routes';
import { subsidyRoutes } from './settlement/subsidies';
import { traceRoutes } from './trace/routes';
import type { RouteDefinition } from './core/route';

/** Every route below /api/v1. Validation, OpenAPI and the web's types come from here and nowhere else. */
export const routes = {
  ...platformRoutes,
  ...operationRoutes,
  ...importRoutes,
  ...registryRoutes,
  ...ledgerRoutes,
  ...identityRoutes,
  ...peopleRoutes,
  ...privacyRoutes,
  ...deskRoutes,
  ...viewingRoutes,
  ...admissionRoutes,
  ...catalogueRoutes,
  ...searchRoutes,
  ...supplierProductRoutes,
  ...listingChangeRoutes,
  ...deliveryAreaRoutes,
  ...priceChangeRoutes,
  ...pictureRoutes,
  ...labelRoutes,
  ...indicationRoutes,
  ...venueRoutes,
  ...channelPickerRoutes,
  ...campaignRoutes,
  ...fairRoutes,
  ...brandRoutes,
  ...favouriteRoutes,
  ...traceRoutes,
  ...paymentRoutes,
  ...reconciliationRoutes,
  ...carrierRoutes,
  ...orderingRoutes,
  ...orderFollowingRoutes,
  ...pickupRoutes,
  ...cartRoutes,
  ...accountRoutes,
  ...afterSaleRoutes,
  ...deliveryPaperRoutes,
  ...freightRoutes,
  ...promotionRoutes,
  ...stockRoutes,
  ...businessRoutes,
  ...bankTransferRoutes,
  ...purchaseLeadRoutes,
  ...businessAccountRoutes,
  ...invoiceRoutes,
  ...disputeRoutes,
  ...benefitRoutes,
  ...settlementRoutes,
  ...payoutRoutes,
  ...payeeAccountRoutes,
  ...adjustmentRoutes,
  ...subsidyRoutes,
  ...insightRoutes,
} as const;

export type Routes = typeof routes;
export type RouteKey = keyof Routes;

type Parsed<Schema> = Schema extends z.ZodType ? z.output<Schema> : undefined;
type Sent<Schema> = Schema extends z.ZodType ? z.input<Schema> : undefined;
type Part<Key extends RouteKey, Name extends keyof RouteDefinition> =
  Routes[Key] extends Record<Name, infer Schema> ? Schema : undefined;

/** What a handler receives after validation. */
export interface InputOf<Key extends RouteKey> {
  params: Parsed<Part<Key, 'params'>>;
  query: Parsed<Part<Key, 'query'>>;
  body: Parsed<Part<Key, 'body'>>;
}

/** What a client sends. */
export interface RequestOf<Key extends RouteKey> {
  params: Sent<Part<Key, 'params'>>;
  query: Sent<Part<Key, 'query'>>;
  body: Sent<Part<Key, 'body'>>;
}

/** What a route answers. */
export type ResponseOf<Key extends RouteKey> = z.output<Routes[Key]['response']>;
