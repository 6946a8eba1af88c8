import 'reflect-metadata';
import { proveRows } from './table';
import { nationwideRows, standardToCopy } from './nationwide-rows';

proveRows(nationwideRows, standardToCopy);
