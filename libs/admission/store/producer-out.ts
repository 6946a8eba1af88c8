/** Whether a trader's producer may not sell, as the views of who may sell ask it; false for whoever sells by no mandate. */
export function producerOut(supplierId: string): string {
  return `exists (select from admission.certification trader
            join admission.mandate mandate on mandate.application_id = trader.application_id and mandate.state = 'confirmed'
            left join admission.supplier_standing_v producer on producer.supplier_id = mandate.producer_id
           where trader.supplier_id = ${supplierId} and not coalesce(producer.may_sell, false))`;
}
