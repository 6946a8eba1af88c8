/** What may be injected: `@Inject(DATABASE) private readonly database: Database`. */
export const CONFIG = Symbol('Config');
export const DATABASE = Symbol('Database');
export const INSTANCE = Symbol('Instance');
export const IMPORTS = Symbol('Imports');
export const LIVE = Symbol('Live');
export const LOG = Symbol('Log');
/** What operators look at: `Operated`. */
export const OPERATIONS = Symbol('Operations');
export const NOTICES = Symbol('Notices');
export const FILES = Symbol('Files');
/** What all contexts keep of people: `NamedKeeping[]`. */
export const PERSONAL = Symbol('Personal');
export const VAULT = Symbol('Vault');
export const QUEUES = Symbol('Queues');
