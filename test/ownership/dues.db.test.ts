import 'reflect-metadata';
import { askedDuesRows, duesRows } from './dues-rows';
import { proveRows } from './table';

proveRows([...duesRows, ...askedDuesRows]);
