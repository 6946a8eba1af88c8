import 'reflect-metadata';
import { businessRows } from './business-rows';
import { proveRows } from './table';

proveRows(businessRows);
