import 'reflect-metadata';
import { proveRows } from './table';
import { watchingRows } from './watching-rows';

proveRows(watchingRows);
