export { applicationStates, type ApplicationEvent, type ApplicationState } from './admission/states';
export {
  orderStates,
  supplierOrderStates,
  type OrderEvent,
  type OrderState,
  type SupplierOrderEvent,
  type SupplierOrderState,
} from './ordering/states';
export { paymentStates, type PaymentEvent, type PaymentState } from './payment/states';
