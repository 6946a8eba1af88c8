/** Settings of fulfilment and after-sale: whose turn it is, for how long, and what happens where nobody acts. */
export interface AfterSalePolicies {
  /** Days after the last parcel left in which a buyer confirms; then it counts as received. */
  'fulfilment.autoReceiptDays': number;
  /** Days by which a buyer may put the receipt of a part off, once. */
  'fulfilment.extendReceiptDays': number;
  /** Hours from the payment in which a part is sent; after them it counts as late. */
  'fulfilment.shipWithinHours': number;
  /** Hours after the carrier's word of delivery, where that comes sooner. */
  'fulfilment.autoReceiptAfterDeliveryHours': number;
  /** Hours a supplier has to answer a claim; then it counts as accepted. */
  'afterSale.answerHours': number;
  /** The same for damage of fresh goods. */
  'afterSale.freshAnswerHours': number;
  /** Days a buyer has to send agreed goods back; then the case is closed. */
  'afterSale.returnDays': number;
  /** Days a supplier has from the moment returned goods were sent; then they count as found in order (消费者权益保护法 art. 25: refunded within seven days). */
  'afterSale.inspectDays': number;
  /** Days a supplier has to send agreed packs in place of others; then they are paid back. */
  'afterSale.replaceDays': number;
  /** Days in which a refused claim may be taken to the platform; then it is closed. */
  'afterSale.escalateDays': number;
}
