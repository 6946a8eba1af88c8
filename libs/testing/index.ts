export { cloneDatabase, seedMs, type CloneOptions, type DatabaseClone } from './clone-database';
export { startRedis, type TestRedis } from './redis';
export { testMasterKey } from './template';
