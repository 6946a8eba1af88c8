/** What may be injected: `@Inject(DATABASE) private readonly database: Database`. */
export const CONFIG = Symbol('Config');
export const DATABASE = Symbol('Database');
export const INSTANCE = Symbol('Instance');
export const IMPORTS = Symbol('Imports');
export const LOG = Symbol('Log');
export const NOTICES = Symbol('Notices');
export const FILES = Symbol('Files');
export const VAULT = Symbol('Vault');
export const QUEUES = Symbol('Queues');
