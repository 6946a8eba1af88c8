import { z } from 'zod';
import { uuid } from '../core/scalars';

export const orderingEvents = {
  orderPlaced: z.object({ orderId: uuid }),
  orderPaid: z.object({ orderId: uuid }),
  orderCancelled: z.object({ orderId: uuid }),
  /** Money came for an order that was over: it stands again, or the money is on its way back. */
  orderPaidLate: z.object({ orderId: uuid, end: z.enum(['openedAgain', 'paidTooLate', 'paidTwice']) }),
  /** A parcel will not reach its buyer, as the carrier says: it went back, or is lost. */
  parcelStrayed: z.object({
    ...{ shipmentId: uuid, supplierOrderId: uuid, orderId: uuid, supplierId: uuid },
    kind: z.enum(['returned', 'lost']),
  }),
  /** The carrier says that a parcel was handed over. */
  parcelDelivered: z.object({ shipmentId: uuid, supplierOrderId: uuid, orderId: uuid, supplierId: uuid }),
  /** One parcel has left; others of the same part may follow. */
  parcelShipped: z.object({ shipmentId: uuid, supplierOrderId: uuid, orderId: uuid, supplierId: uuid }),
  supplierOrderShipped: z.object({ supplierOrderId: uuid, orderId: uuid, supplierId: uuid }),
  supplierOrderReceived: z.object({ supplierOrderId: uuid, orderId: uuid, supplierId: uuid }),
  supplierOrderReleased: z.object({ supplierOrderId: uuid, orderId: uuid, supplierId: uuid }),
  /** A case was opened or took a step; `escalate` waits for a dispute. */
  afterSaleMoved: z.object({
    caseId: uuid,
    orderId: uuid,
    supplierOrderId: uuid,
    supplierId: uuid,
    event: z.string(),
    state: z.string(),
  }),
  /** An organisation's purchase order waits for an approver of this step. */
  purchaseWaits: z.object({ purchaseOrderId: uuid, organisationId: uuid, level: z.number().int() }),
  /** Whoever accepted a part found papers of it missing. */
  papersMissing: z.object({ purchaseOrderId: uuid, supplierOrderId: uuid, supplierId: uuid }),
  purchaseIssued: z.object({ purchaseOrderId: uuid, organisationId: uuid, orderId: uuid }),
  /** An invoice was asked for or took a step; a red note came to be due or was recorded. */
  invoiceMoved: z.object({ requestId: uuid, news: z.string() }),
  /** A transfer was confirmed for an order that had ended: it stands to the organisation's credit. */
  transferUnused: z.object({ transferId: uuid, purchaseOrderId: uuid, organisationId: uuid }),
  purchaseEnded: z.object({ purchaseOrderId: uuid, organisationId: uuid, state: z.string() }),
} as const;
