import 'reflect-metadata';
import { linkageRows } from './linkage-rows';
import { proveRows } from './table';

proveRows(linkageRows);
