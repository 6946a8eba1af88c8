export { routes, type InputOf, type RequestOf, type ResponseOf, type RouteKey, type Routes } from './routes';
export { fail, problems, type ProblemCode, type ProblemDeclaration } from './problems';
export { events, type EventName, type EventPayload } from './events';
export * as machines from './states';
export { CONSOLE_ROLES, ROLES, SECOND_FACTOR_ROLES, type Role } from './core/roles';
export { CATEGORIES, PRODUCT_SORTS } from './catalogue/routes';
export type { Access, RouteDefinition } from './core/route';
