export { NOTICE_KINDS, type NoticeAbout } from './platform/notice-kinds';
export { applicationStates, type ApplicationEvent, type ApplicationState } from './admission/states';
export {
  DOSSIER_EVENTS,
  DOSSIER_STATES,
  dossierStates,
  type DossierEvent,
  type DossierState,
} from './admission/dossier-states';
export { CHANGE_STATES, changeStates, type ChangeEvent, type ChangeState } from './catalogue/change-states';
export {
  EDITION_EVENTS,
  EDITION_STATES,
  editionStates,
  type EditionEvent,
  type EditionState,
} from './admission/edition-states';
export {
  RECOGNITION_EVENTS,
  RECOGNITION_STATES,
  recognitionStates,
  type RecognitionEvent,
  type RecognitionState,
} from './admission/recognition-states';
export { PROPOSAL_STATES, proposalStates, type ProposalEvent, type ProposalState } from './registry/proposal-states';
export { MANDATE_STATES, mandateStates, type MandateEvent, type MandateState } from './admission/mandate-states';
export {
  inspectionStates,
  objectionStates,
  publicNoticeStates,
  reviewStates,
  type InspectionState,
  type ObjectionState,
} from './admission/review-states';
export { STANDARD_STATES, standardStates, type StandardEvent, type StandardState } from './admission/standard-states';
export {
  AFTER_SALE_OPEN,
  AFTER_SALE_REASONS,
  AFTER_SALE_STATES,
  afterSaleStates,
  CLAIM_KINDS,
  type AfterSaleEvent,
  type AfterSaleKind,
  type AfterSaleReason,
  type AfterSaleState,
} from './ordering/after-sale-states';
export { CARRIERS } from './ordering/carriers';
export { PARCEL_KINDS, type ParcelKind } from './ordering/parcel-kinds';
export { PICKUP_STATES, pickupStates, type PickupEvent, type PickupState } from './ordering/pickup-states';
export { STOCK_REASONS, type StockReason } from './ordering/stock-reasons';
export {
  ORDER_STANDINGS,
  ORDER_STATES,
  PURCHASE_STATES,
  orderStates,
  purchaseStates,
  supplierOrderStates,
  type OrderEvent,
  type OrderStanding,
  type OrderState,
  type PurchaseEvent,
  type PurchaseState,
  type SupplierOrderEvent,
  type SupplierOrderState,
} from './ordering/states';
export { IMPORT_STATES, importStates, type ImportEvent, type ImportState } from './platform/import-states';
export {
  DIFFERENCE_KINDS,
  DIFFERENCE_STATES,
  differenceStates,
  type DifferenceEvent,
  type DifferenceKind,
  type DifferenceState,
} from './payment/difference-states';
export {
  PAYMENT_AT_ONCE,
  paymentStates,
  refundStates,
  type PaymentEvent,
  type PaymentState,
  type RefundEvent,
  type RefundState,
} from './payment/states';
export {
  appealStates,
  caseStates,
  certificateStates,
  exitStates,
  exitStepStates,
  measureStates,
  recheckStates,
  rectificationStates,
  sampleStates,
  spotCheckPlanStates,
  type AppealState,
  type CaseState,
  type CertificateState,
  type ExitState,
  type ExitStepState,
  type MeasureState,
  type RecheckState,
  type RectificationState,
  type SampleState,
  type SpotCheckPlanState,
} from './admission/watching-states';
export {
  DELIVERY_STATES,
  LOT_CERTIFICATE_STATES,
  LOT_STATES,
  RECALL_STATES,
  deliveryStates,
  lotCertificateStates,
  lotStates,
  recallStates,
  type DeliveryEvent,
  type DeliveryState,
  type LotCertificateState,
  type LotState,
  type RecallState,
} from './trace/states';
/** What lots are made of: grades, kinds of processing, reasons of loss, classes of recall. */
export * as tracing from './trace/names';
/** What histories tell of what was changed. */
export * as trail from './insight/trail-fields';
export * as settingShapes from './registry/setting-shapes';
export {
  agreementStates,
  contestStates,
  outsidePaymentStates,
  poolStates,
  workStates,
  type AgreementEvent,
  type AgreementState,
  type ContestEvent,
  type ContestState,
  type OutsidePaymentEvent,
  type OutsidePaymentState,
  type PoolEvent,
  type PoolState,
  type WorkEvent,
  type WorkState,
} from './benefit/states';
/** Kinds of agreements and debts, ways to sign and to pay, who may stand as a witness. */
export * as linking from './benefit/names';
/** What a listing is made of: its fields, how they change, what is found in its words. */
export * as listings from './catalogue/listing-fields';
export {
  CAMPAIGN_STATES,
  LEAD_STATES,
  VENUE_STATES,
  campaignStates,
  leadStates,
  venueStates,
  type CampaignEvent,
  type CampaignState,
  type LeadEvent,
  type LeadState,
  type VenueEvent,
  type VenueState,
} from './catalogue/channel-states';
/** How lines of a cart stand, kinds of discounts, classes of freight. */
export * as carting from './ordering/cart-names';
export { DISPUTE_STATES, disputeStates, type DisputeEvent, type DisputeState } from './dispute/states';
/** What disputes are about, who speaks in them, and what they end with. */
export * as disputing from './dispute/names';
export {
  PROMOTION_STATES,
  promotionStates,
  type PromotionEvent,
  type PromotionState,
} from './ordering/promotion-states';
/** Invoices organisations ask for: states, kinds, papers. */
export * as invoicing from './ordering/invoice-states';
/** What accounts hold: consents, tags of addresses, how coupons stand, what keeps an account from being deleted. */
export * as accounts from './identity/account-names';
/** How organisations buy: duties, ways to pay, whose law gives the term. */
export * as buying from './ordering/business-names';
export {
  ADJUSTMENT_STATES,
  adjustmentStates,
  type AdjustmentEvent,
  type AdjustmentKind,
  type AdjustmentState,
} from './settlement/adjustment-states';
export {
  PAYOUT_HOLDS,
  PAYOUT_ITEM_STATES,
  PAYOUT_LAYOUTS,
  PAYOUT_PURPOSES,
  PAYOUT_RUN_STATES,
  payeeAccountStates,
  payoutItemStates,
  payoutRunStates,
  type PayeeAccountEvent,
  type PayeeAccountState,
  type PayoutEvent,
  type PayoutHold,
  type PayoutItemState,
  type PayoutLayout,
  type PayoutPurpose,
  type PayoutRunEvent,
  type PayoutRunState,
} from './settlement/payout-states';
export {
  SETTLEMENT_RUN_STATES,
  settlementRunStates,
  SHARD_STATES,
  shardStates,
  type SettlementRunEvent,
  type SettlementRunState,
  type ShardEvent,
  type ShardState,
} from './settlement/run-states';

/** What a check of the books reckons anew, in this order. */
export const checkedParts = ['accounts', 'orders', 'statements', 'dues', 'payouts', 'lots', 'audit'] as const;
