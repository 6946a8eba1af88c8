export { routes, type InputOf, type ResponseOf, type RouteKey, type Routes } from './routes';
export { fail, problems, type ProblemCode, type ProblemDeclaration } from './problems';
export { events, type EventName, type EventPayload } from './events';
export * as machines from './states';
export { CONSOLE_ROLES, ROLES, SECOND_FACTOR_ROLES, type Role } from './core/roles';
export { CATEGORIES } from './catalogue/categories';
export type { ImportKind } from './platform/imports';
export type { Access, RouteDefinition } from './core/route';
/** What reviews are made of: questions of the county, steps, reasons why a step is not free. */
export * as reviewing from './admission/review-views';
/** What an application is made of: its steps, its papers, the words that are signed. */
export * as applying from './admission/application-form';
/** By what lists of products are narrowed and ordered. */
export * as searching from './catalogue/search-names';
/** Kinds of venues, fairs, discounts and their funders. */
export * as channels from './catalogue/channel-names';
/** What a supplier writes about a product. */
export * as dossiers from './catalogue/dossier-form';
/** Grounds of measures, kinds of certificates and signals, items of re-checks, steps of an exit. */
export * as watching from './admission/watching-names';
