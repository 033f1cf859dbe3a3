/** All that is public, of all entries, for tests that go through the whole package. */

export * from '../../src/areas/index.ts';
export * from '../../src/dimensions/index.ts';
export * from '../../src/index.ts';
export * from '../../src/interop/index.ts';
export * from '../../src/lint/index.ts';
export * from '../../src/loyalty/index.ts';
export * from '../../src/moments/index.ts';
export * from '../../src/plans/index.ts';
export * from '../../src/quality/index.ts';
export * from '../../src/report/index.ts';
export * from '../../src/report/languages/el.ts';
export * from '../../src/report/languages/en.ts';
export * from '../../src/report/languages/es.ts';
export * from '../../src/report/languages/lv.ts';
export * from '../../src/report/languages/pl.ts';
export * from '../../src/requirements/index.ts';
export * from '../../src/service-plan/index.ts';
export * from '../../src/sql/index.ts';
export * from '../../src/stats/index.ts';
export * from '../../src/survey/index.ts';
export * from '../../src/testing/index.ts';
