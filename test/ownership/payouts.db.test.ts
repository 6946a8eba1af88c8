import 'reflect-metadata';
import { payoutRows } from './payout-rows';
import { proveRows } from './table';

proveRows(payoutRows);
