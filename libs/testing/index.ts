export { cloneDatabase, seedMs, type CloneOptions, type DatabaseClone } from './clone-database';
export { startRedis, type TestRedis } from './redis';
export { testMasterKey } from './template';
export { asTest, openField, type Field } from './builders/field';
export { openHouse, PASSWORD, type House, type PersonWanted, type TestPerson } from './builders/house';
export { Browser, type Answer } from './builders/browser';
