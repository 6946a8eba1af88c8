import 'reflect-metadata';
import { accountRows } from './account-rows';
import { proveRows } from './table';

proveRows(accountRows);
