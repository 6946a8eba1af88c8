import type { ContextParts } from '@xihuo/platform';
import { personalOrders } from './actions/account/personal-orders';
import { counterProvider } from './actions/counter';
import { shipmentImport } from './actions/import-shipments';
import { stockImport } from './actions/stock/import-stock';
import { AccountController } from './http/account.controller';
import { CarrierController } from './http/carrier.controller';
import { CartController } from './http/cart.controller';
import { AfterSaleController } from './http/after-sale.controller';
import { DeliveryPaperController } from './http/delivery-paper.controller';
import { BusinessAccountController } from './http/business/account.controller';
import { InvoiceController } from './http/business/invoice.controller';
import { OrderController } from './http/order.controller';
import { OrganisationController } from './http/business/organisation.controller';
import { OwnInvoiceController } from './http/own-invoice.controller';
import { PurchaseController } from './http/business/purchase.controller';
import { SettlementNoteController } from './http/business/settlement-note.controller';
import { TransferController } from './http/business/transfer.controller';
import { PaymentController } from './http/payment.controller';
import { PickupController } from './http/pickup.controller';
import { PromotionController } from './http/promotion.controller';
import { StockController } from './http/stock.controller';
import { SupplierAfterSaleController } from './http/supplier-after-sale.controller';
import { SupplierOrderController } from './http/supplier-order.controller';
import { dropGuestCartsJob } from './jobs/drop-guest-carts.job';
import { sweepPhotosJob } from './jobs/sweep-photos.job';
import { expireOrders } from './jobs/expire-orders.job';
import { endUnsentJob, exits } from './jobs/follow-exits.job';
import { carrierFeedProvider, followParcelsJob, onParcelStrayed } from './jobs/follow-parcels.job';
import { moveSilent, onAfterSaleMoved, onRefundFailed, onRefundSucceeded } from './jobs/on-after-sale';
import { onDisputeAwarded } from './jobs/on-dispute-awarded';
import { followInvoicesJob, onInvoiceMoved } from './jobs/on-invoice';
import { onLotRecalled, onRecallEnded } from './jobs/on-lot-recalled';
import {
  onIssuedToShip,
  onOrderCancelled,
  onOrderPaid,
  onOrderPaidLate,
  onPapersMissing,
  onParcelDelivered,
  onParcelShipped,
  onPartReceived,
  onUnmatchedBack,
} from './jobs/on-order';
import { onPaymentCaptured } from './jobs/on-payment-captured';
import {
  onPurchaseEnded,
  onPurchaseIssued,
  onPurchaseWaits,
  onTransferUnused,
  remindReceivablesJob,
} from './jobs/on-purchase';
import { receiveOverdueJob } from './jobs/receive-overdue.job';
import { releaseOrders } from './jobs/release-orders.job';
import { reportSignalsJob } from './jobs/report-signals.job';
import { tellHeldLongJob } from './jobs/tell-held-long.job';
import { tellOfRecalls } from './jobs/tell-of-recalls.job';

export { confirmReceipt } from './actions/confirm-receipt';
export { placeOrderBatch } from './actions/place-orders';
export { markOrdersPaid } from './actions/mark-orders-paid';
export { shipSupplierOrder } from './actions/ship-supplier-order';
export { Counter } from './actions/counter';
/** What those who sell do before anything is ordered. */
export { selling } from './selling-door';
/** What those above do with lines: hold fen of them, let them go, tell the buyer. */
export { lines } from './line-door';
/** What is claimed after an order was paid. */
export { claims } from './after-sale-door';

/** How organisations buy. */
export { business } from './business-door';

export const orderingParts: ContextParts = {
  name: 'ordering',
  controllers: [
    AccountController,
    CarrierController,
    CartController,
    OrderController,
    PaymentController,
    PickupController,
    SupplierOrderController,
    AfterSaleController,
    SupplierAfterSaleController,
    PromotionController,
    StockController,
    OrganisationController,
    PurchaseController,
    TransferController,
    InvoiceController,
    OwnInvoiceController,
    BusinessAccountController,
    SettlementNoteController,
    DeliveryPaperController,
  ],
  providers: [counterProvider, carrierFeedProvider],
  consumers: [
    exits.consumer,
    onPaymentCaptured,
    onLotRecalled,
    onRecallEnded,
    onRefundSucceeded,
    onRefundFailed,
    onAfterSaleMoved,
    onDisputeAwarded,
    onParcelStrayed,
    onPurchaseWaits,
    onPurchaseIssued,
    onPurchaseEnded,
    onTransferUnused,
    onInvoiceMoved,
    onOrderPaid,
    onOrderPaidLate,
    onOrderCancelled,
    onUnmatchedBack,
    onIssuedToShip,
    onParcelShipped,
    onParcelDelivered,
    onPartReceived,
    onPapersMissing,
  ],
  personal: personalOrders,
  imports: [stockImport, shipmentImport],
  jobs: [
    endUnsentJob,
    exits.job,
    reportSignalsJob,
    expireOrders,
    releaseOrders,
    receiveOverdueJob,
    followParcelsJob,
    moveSilent,
    tellOfRecalls,
    dropGuestCartsJob,
    sweepPhotosJob,
    tellHeldLongJob,
    remindReceivablesJob,
    followInvoicesJob,
  ],
};
