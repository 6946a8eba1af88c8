import 'reflect-metadata';
import { invoiceRows } from './invoice-rows';
import { proveRows } from './table';

proveRows(invoiceRows);
