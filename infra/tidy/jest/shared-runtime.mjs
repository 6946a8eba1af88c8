/**
 * Loads what database tests test once a process, as a program does, and not once a suite: of ten seconds a suite took, six went
 * into reading the same 3,000 modules anew. The test itself is read anew each time; everything it asks for lies in Node's own
 * registry, which the suites of a worker share. What a suite changes outside of its database it must therefore put back.
 */
import Module from 'node:module';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import runtime from 'jest-runtime';

const Runtime = runtime.default ?? runtime;
const libs = resolve(dirname(fileURLToPath(import.meta.url)), '../../../libs');
const lib = /^@xihuo\/([^/]+)$/;
const how = {
  ...{ collectCoverage: false, collectCoverageFrom: [], coverageProvider: 'babel' },
  ...{ supportsDynamicImport: false, supportsExportNamespaceFrom: false },
  ...{ supportsStaticESM: false, supportsTopLevelAwait: false },
};
/** Where the source of each module that was made is to be found, for the lines of an error. */
const sourceMaps = /** @type {Map<string, string>} */ (new Map());
/** The suite's own transformer: its cache on the disk is the one of all tests. @type {any} */
let transformer;

/** Teaches Node's own loader our aliases and our language. */
function shareModules() {
  const loader = /** @type {any} */ (Module);
  const resolveFilename = loader._resolveFilename;
  loader._resolveFilename = (/** @type {string} */ request, /** @type {unknown[]} */ ...rest) => {
    const [, name] = lib.exec(request) ?? [];
    return resolveFilename(name ? resolve(libs, name, 'index.ts') : request, ...rest);
  };
  for (const ending of ['.ts', '.tsx'])
    loader._extensions[ending] = (/** @type {any} */ module, /** @type {string} */ filename) => {
      const { code, sourceMapPath } = transformer.transform(filename, how);
      if (sourceMapPath) sourceMaps.set(filename, sourceMapPath);
      module._compile(code, filename);
    };
}

export default class SharedRuntime extends Runtime {
  /** @param {any[]} given what every Jest runtime is given: the fourth is the transformer, the seventh the test's path */
  constructor(...given) {
    super(...given);
    if (!transformer) shareModules();
    transformer = given[3];
    this.testPath = given[6];
  }

  /** @param {string} from @param {string} name */
  requireModuleOrMock(from, name) {
    const isJests = from !== this.testPath || name === '@jest/globals' || Module.isBuiltin(name);
    return isJests ? super.requireModuleOrMock(from, name) : Module.createRequire(from)(name);
  }

  getSourceMaps() {
    return new Map([...sourceMaps, ...super.getSourceMaps()]);
  }
}
