import 'reflect-metadata';
import { afterSaleRows } from './after-sale-rows';
import { proveRows } from './table';

proveRows(afterSaleRows);
