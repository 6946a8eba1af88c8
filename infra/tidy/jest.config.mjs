/**
 * Tests in four speeds, one Jest project each: unit (no I/O beyond the file system and loopback), db (a clone of the
 * template database per suite), queue (both queue stores) and journeys (a real Chromium against the whole house).
 *
 * Nest 12 and some of its neighbours are ES modules only; Jest on Node 20 cannot load those, so swc turns exactly
 * these packages into CommonJS on the way in.
 */
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');

const esmOnly = [
  '@nestjs',
  '@sparticuz',
  '@tokenizer',
  'content-disposition',
  'cookie',
  'file-type',
  'light-my-request',
  'load-esm',
  'strtok3',
  'token-types',
  'uint8array-extras',
];

/** @param {Record<string, unknown>} parser */
const swc = (parser) => [
  '@swc/jest',
  {
    swcrc: false,
    sourceMaps: 'inline',
    module: { type: 'commonjs' },
    jsc: {
      target: 'es2022',
      parser,
      keepClassNames: true,
      transform: { legacyDecorator: true, decoratorMetadata: true, react: { runtime: 'automatic' } },
    },
  },
];

const base = {
  rootDir: root,
  roots: ['apps', 'libs', 'infra', 'test'].map((folder) => `<rootDir>/${folder}`),
  testEnvironment: 'node',
  moduleFileExtensions: ['ts', 'tsx', 'mts', 'mjs', 'js', 'cjs', 'json', 'node'],
  moduleNameMapper: { '^@xihuo/([^/]+)$': '<rootDir>/libs/$1/index.ts' },
  transform: {
    '\\.m?ts$': swc({ syntax: 'typescript', decorators: true }),
    '\\.tsx$': swc({ syntax: 'typescript', tsx: true }),
    '\\.m?js$': swc({ syntax: 'ecmascript' }),
  },
  transformIgnorePatterns: [`node_modules/(?!(${esmOnly.join('|')})/)`],
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.data/', '<rootDir>/.nx/', '/fixtures/violations/'],
};

/** What is tested is read once a worker, and the suites of it share the modules. */
const shared = {
  runtime: '<rootDir>/infra/tidy/jest/shared-runtime.mjs',
  testEnvironment: '<rootDir>/infra/tidy/jest/shared-environment.mjs',
};

const database = {
  ...shared,
  globalSetup: '<rootDir>/libs/testing/global-setup.ts',
  globalTeardown: '<rootDir>/libs/testing/global-teardown.ts',
};

const house = {
  globalSetup: '<rootDir>/test/journeys/global-setup.ts',
  globalTeardown: '<rootDir>/test/journeys/global-teardown.ts',
};

const others = ['\\.db\\.test\\.', '\\.queue\\.test\\.', '\\.(journey|long|long-db)\\.test\\.'];

export default {
  rootDir: root,
  // A test says what must be so, not how fast: speed is the benches'.
  testTimeout: 120_000,
  projects: [
    {
      ...base,
      displayName: 'unit',
      testMatch: ['**/*.test.{ts,tsx}'],
      testPathIgnorePatterns: ['/node_modules/', ...others],
    },
    { ...base, ...database, displayName: 'db', testMatch: ['**/*.db.test.ts'] },
    { ...base, ...database, displayName: 'queue', testMatch: ['**/*.queue.test.ts'] },
    { ...base, ...house, displayName: 'journeys', testMatch: ['<rootDir>/test/**/*.journey.test.ts'] },
    { ...base, ...house, displayName: 'long', testMatch: ['<rootDir>/test/**/*.long.test.ts'] },
    { ...base, ...database, displayName: 'long-db', testMatch: ['<rootDir>/test/**/*.long-db.test.ts'] },
  ],
};
