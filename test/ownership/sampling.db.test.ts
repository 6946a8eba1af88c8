import 'reflect-metadata';
import { proveRows } from './table';
import { samplingRows } from './sampling-rows';

proveRows(samplingRows);
