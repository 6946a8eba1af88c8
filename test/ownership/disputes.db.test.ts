import 'reflect-metadata';
import { disputeRows } from './dispute-rows';
import { proveRows } from './table';

proveRows(disputeRows);
