import 'reflect-metadata';
import { promotionRows } from './promotion-rows';
import { proveRows } from './table';

proveRows(promotionRows);
