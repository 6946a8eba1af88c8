import 'reflect-metadata';
import { proveRows } from './table';
import { reviewingRows } from './reviewing-rows';

proveRows(reviewingRows);
