/** What those above do with lines of an order: who may follow it, what of it is held, and how its buyer is told. */
export { endHold, holdLines, type HeldLine } from './actions/hold-lines';
export { tellBuyer, type BuyerMessage } from './actions/tell-buyer';
export { loadOrder, type OrderAccess } from './actions/view-order';
