import 'reflect-metadata';
import { channelRows } from './channel-rows';
import { proveRows } from './table';

proveRows(channelRows);
