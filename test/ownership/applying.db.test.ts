import 'reflect-metadata';
import { proveRows } from './table';
import { applyingRows } from './applying-rows';

proveRows(applyingRows);
