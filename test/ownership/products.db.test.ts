import 'reflect-metadata';
import { proveRows } from './table';
import { productRows } from './product-rows';

proveRows(productRows);
