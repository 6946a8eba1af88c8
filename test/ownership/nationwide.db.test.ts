import 'reflect-metadata';
import { proveRows } from './table';
import { nationwideRows, standardInForce } from './nationwide-rows';

proveRows(nationwideRows, standardInForce);
