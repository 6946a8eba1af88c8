import 'reflect-metadata';
import { reconciliationRows } from './reconciliation-rows';
import { proveRows } from './table';

proveRows(reconciliationRows);
