import 'reflect-metadata';
import { lotRows } from './lot-rows';
import { proveRows } from './table';

proveRows(lotRows);
