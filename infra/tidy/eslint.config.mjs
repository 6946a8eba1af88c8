import { createProjectGraphAsync } from '@nx/devkit';
import nx from '@nx/eslint-plugin';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';
import { fences } from './fences.mjs';
import { below, contexts, libs, root } from './layers.mjs';

// Without a project graph the Nx rule only warns and lets everything pass; making it here makes the fence fail closed.
await createProjectGraphAsync({ exitOnError: false });

const layer = (/** @type {string} */ name) => `layer:${name}`;

/** @param {string} source @param {string[]} targets */
const mayImport = (source, targets) => ({
  sourceTag: layer(source),
  onlyDependOnLibsWithTags: [source, ...targets].map(layer),
});

const web = ['ui', 'contract', 'kernel'];

const layers = [
  ...libs.map((lib) => mayImport(lib, below(lib))),
  mayImport('app', libs),
  mayImport('ui', ['contract', 'kernel']),
  mayImport('web', web),
  mayImport('testing', [...libs, 'tools']),
  mayImport('tools', []),
  mayImport('test', [...libs, 'testing', 'tools', 'app']),
];

const forbidden = {
  focus: {
    selector: 'MemberExpression[object.name=/^(it|test|describe)$/][property.name=/^(only|skip|todo|failing)$/]',
    message: 'A test runs or goes: no only, skip, todo or failing.',
  },
  focusShort: {
    selector: 'CallExpression[callee.name=/^(fit|fdescribe|xit|xtest|xdescribe)$/]',
    message: 'A test runs or goes: no only, skip, todo or failing.',
  },
  rawHtml: {
    selector: 'JSXAttribute[name.name="dangerouslySetInnerHTML"]',
    message: 'Text from people must never become markup: render it as children.',
  },
  clock: {
    selector:
      'NewExpression[callee.name="Date"][arguments.length=0], CallExpression[callee.object.name="Date"][callee.property.name="now"]',
    message: 'Now is an argument: command() reads it once from the database.',
  },
  chance: {
    selector: 'CallExpression[callee.object.name="Math"][callee.property.name="random"]',
    message: 'Chance is an argument, and a secret never comes from Math.random().',
  },
  environment: {
    selector: 'MemberExpression[object.name="process"][property.name="env"]',
    message: 'Config is one schema, read once in libs/platform/config; everything else receives values.',
  },
};

/** @param {(keyof typeof forbidden)[]} names */
const refuse = (...names) => ['error', ...names.map((name) => forbidden[name])];

const server = ['apps/{api,worker}/**/*.ts', 'libs/**/*.ts'];
const webFiles = ['apps/{storefront,console}/**/*.{ts,tsx}', 'libs/ui/**/*.{ts,tsx}'];
const tests = [
  '**/*.test.{ts,tsx}',
  '{apps,libs}/**/fixtures/**/*.ts',
  'infra/verify/fixtures/*.ts',
  'test/**/*.ts',
  'libs/testing/**/*.ts',
];

export default tseslint.config(
  {
    ignores: ['**/node_modules/', 'dist/', '.data/', '.nx/', 'infra/tidy/fixtures/violations/', '**/generated/'],
  },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  ...tseslint.configs.recommended,
  {
    files: ['**/*.{ts,tsx,mts,mjs}'],
    plugins: { '@nx': nx, xihuo: fences },
    rules: {
      'xihuo/door': 'error',
      'xihuo/inside': 'error',
      'no-restricted-syntax': refuse('focus', 'focusShort'),
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-var': 'error',
      'prefer-const': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
      '@typescript-eslint/no-explicit-any': 'error',
      // A Nest module is a class whose whole content is its decorator.
      '@typescript-eslint/no-extraneous-class': 'off',
    },
  },
  {
    files: ['**/*.{ts,tsx,mts}'],
    ignores: tests,
    rules: {
      '@nx/enforce-module-boundaries': [
        'error',
        {
          depConstraints: layers,
          enforceBuildableLibDependency: false,
          ignoredCircularDependencies: [['testing', '*']],
        },
      ],
    },
  },
  {
    files: server,
    ignores: [...tests, ...webFiles, 'libs/platform/config/**'],
    rules: {
      'no-console': 'error',
      'no-restricted-syntax': refuse('focus', 'focusShort', 'environment', 'chance'),
    },
  },
  {
    // The rules that need types: a promise nobody waits for is a write that may not have happened.
    files: ['apps/{api,worker}/**/*.ts', 'libs/**/*.ts', 'infra/{database,sandbox}/**/*.ts', 'test/**/*.ts'],
    ignores: webFiles,
    languageOptions: { parserOptions: { project: 'tsconfig.base.json', tsconfigRootDir: root } },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/await-thenable': 'error',
    },
  },
  {
    files: contexts.map((context) => `libs/${context}/**/*.ts`),
    ignores: tests,
    rules: { 'no-restricted-syntax': refuse('focus', 'focusShort', 'environment', 'chance', 'clock') },
  },
  {
    files: webFiles,
    plugins: { 'react-hooks': reactHooks },
    rules: {
      ...reactHooks.configs.flat['recommended-latest'].rules,
      'no-restricted-syntax': refuse('focus', 'focusShort', 'rawHtml'),
      '@typescript-eslint/no-restricted-imports': [
        'error',
        {
          paths: [
            {
              name: '@xihuo/contract',
              allowTypeImports: true,
              message: 'The web takes types from the contract; its schemas would ship a validator to every phone.',
            },
          ],
        },
      ],
    },
  },
);
