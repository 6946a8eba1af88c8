/**
 * A suite's surroundings where modules are shared: the process and the classes of the modules are those of the test too, so that
 * `instanceof` means the same on both sides, and what builders expect of a test runner is the running suite's.
 */
import { TestEnvironment } from 'jest-environment-node';

const classes = ['Date', 'Map', 'Set', 'WeakMap', 'WeakSet', 'RegExp'];
const errors = ['', 'Aggregate', 'Eval', 'Range', 'Reference', 'Syntax', 'Type', 'URI'].map((kind) => `${kind}Error`);
const ofTheSuite = ['expect', 'test', 'it', 'describe', 'beforeAll', 'afterAll', 'beforeEach', 'afterEach'];

export default class SharedEnvironment extends TestEnvironment {
  variables = { ...process.env };

  async setup() {
    await super.setup();
    const suite = /** @type {any} */ (this.global);
    const house = /** @type {any} */ (globalThis);
    for (const name of [...classes, ...errors])
      Object.defineProperty(suite, name, { configurable: true, get: () => house[name] });
    suite.process = process;
    for (const name of ofTheSuite) Object.defineProperty(house, name, { configurable: true, get: () => suite[name] });
  }

  async teardown() {
    for (const name of Object.keys(process.env)) if (!(name in this.variables)) delete process.env[name];
    Object.assign(process.env, this.variables);
    await super.teardown();
  }
}
