export { cloneDatabase, seedMs, type DatabaseClone } from './clone-database';
export { startRedis } from './redis';
export { testMasterKey } from './template';
/** What must hold in the database whatever has happened. */
export * as holding from './holding';
export { asTest, openField, type Field } from './builders/field';
export type { Offer } from './builders/market';
export type { PlacedOrder, Shop } from './builders/orders';
export type { House } from './builders/house';
/** The whole api to send bad input to, and the look into every table that shows what it left. */
export * as badInput from './builders/target';

/** Loaded when asked for: a suite of a low context shall not load all that stands above it. */
export const openShop = async (settings: Readonly<Record<string, string>> = {}) =>
  (await import('./builders/orders')).openShop(settings);
export const openHouse = async (options?: import('./builders/house').HouseOptions) =>
  (await import('./builders/house')).openHouse(options);
export const openReviewDesk = async (field?: import('./builders/field').Field) =>
  (await import('./builders/review-desk')).openReviewDesk(field);
export type { ReviewDesk } from './builders/review-desk';
export const openProductDesk = async (field?: import('./builders/field').Field) =>
  (await import('./builders/product-desk')).openProductDesk(field);
export type { ProductDesk, Seller } from './builders/product-desk';
export const openWatchDesk = async (field?: import('./builders/field').Field) =>
  (await import('./builders/watch-desk')).openWatchDesk(field);
export type { WatchDesk } from './builders/watch-desk';
/** What applicants fill in and hand in. */
export * as paperwork from './builders/paperwork';
export const openApplicantDesk = async () => (await import('./builders/applicant-desk')).openApplicantDesk();
export type { ApplicantDesk } from './builders/applicant-desk';
/** The one that the demonstration begins with. */
export const firstStandard = async () => (await import('../../infra/database/seed/standard')).firstStandard();
