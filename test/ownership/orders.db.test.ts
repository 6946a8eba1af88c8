import 'reflect-metadata';
import { orderRows, settleOneOrder } from './order-rows';
import { proveRows } from './table';

proveRows(orderRows, settleOneOrder);
