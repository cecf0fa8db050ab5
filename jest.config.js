/** Jest runs the TypeScript sources as ES modules; tests that start processes use the build in dist/. */
export default {
  testEnvironment: 'node',
  // one more than Jest's own choice on two cores: most tests wait for servers
  maxWorkers: 2,
  // modules are loaded anew for each file and never let go of: a worker that has grown is replaced before the next file
  workerIdleMemoryLimit: '1GB',
  // real servers are started in hooks, two test files at a time on two cores; no test is late on a busy machine
  testTimeout: 300_000,
  globalSetup: '<rootDir>/test/support/global-setup.mjs',
  globalTeardown: '<rootDir>/test/support/global-teardown.mjs',
  reporters: ['default', '<rootDir>/test/support/summary-reporter.mjs'],
  roots: ['<rootDir>/test'],
  testMatch: ['**/*.test.ts', '**/*.test.tsx'],
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  moduleNameMapper: { '^(\\.{1,2}/.*)(?<!\\.json)\\.js$': '$1' },
  transform: {
    '^.+\\.tsx?$': [
      '@swc/jest',
      {
        jsc: {
          target: 'es2022',
          parser: { syntax: 'typescript', tsx: true },
          transform: { react: { runtime: 'automatic', importSource: 'preact' } },
        },
        module: { type: 'es6' },
      },
    ],
  },
};
