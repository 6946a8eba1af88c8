import 'reflect-metadata';
import { duesRows } from './dues-rows';
import { proveRows } from './table';

proveRows(duesRows);
