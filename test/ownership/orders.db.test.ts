import 'reflect-metadata';
import { ledgerRows } from './ledger-rows';
import { orderRows, settleOneOrder } from './order-rows';
import { proveRows } from './table';

proveRows([...orderRows, ...ledgerRows], settleOneOrder);
