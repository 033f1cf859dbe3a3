/**
 * Holds what each entry makes public against its report in `api/`, or writes the reports anew with
 * `--local`.
 */
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { Extractor, ExtractorConfig, ExtractorLogLevel } from '@microsoft/api-extractor';
import { ENTRIES } from './entries.js';

const ROOT = fileURLToPath(new URL('../', import.meta.url));
const { values } = parseArgs({ options: { local: { type: 'boolean', default: false } } });

const SILENT = { default: { logLevel: ExtractorLogLevel.None } };
let isSame = true;
for (const entry of Object.keys(ENTRIES)) {
  const declarations = join(ROOT, `dist/${entry}.d.ts`);
  const config = ExtractorConfig.prepare({
    configObjectFullPath: undefined,
    packageJsonFullPath: join(ROOT, 'package.json'),
    configObject: {
      projectFolder: ROOT,
      mainEntryPointFilePath: declarations,
      compiler: {
        overrideTsconfig: {
          compilerOptions: {
            target: 'ES2022',
            lib: ['ES2022'],
            module: 'ESNext',
            moduleResolution: 'bundler',
            strict: true,
            exactOptionalPropertyTypes: true,
            types: [],
            skipLibCheck: true,
          },
          files: [declarations],
        },
      },
      apiReport: {
        enabled: true,
        reportFileName: entry === 'index' ? 'service-cycle' : entry.replace('/', '-'),
        reportFolder: join(ROOT, 'api'),
        reportTempFolder: join(ROOT, 'temp'),
      },
      docModel: { enabled: false },
      dtsRollup: { enabled: false },
      tsdocMetadata: { enabled: false },
      newlineKind: 'lf',
      messages: {
        compilerMessageReporting: { default: { logLevel: ExtractorLogLevel.Error } },
        extractorMessageReporting: {
          default: { logLevel: ExtractorLogLevel.Error },
          // Every entry says what it takes from the shared declarations, whether it names it or not.
          'ae-forgotten-export': { logLevel: ExtractorLogLevel.None },
          // typedoc knows all entries, and refuses a link that leads nowhere.
          'ae-unresolved-link': { logLevel: ExtractorLogLevel.None },
          'ae-missing-release-tag': { logLevel: ExtractorLogLevel.None },
          'ae-undocumented': { logLevel: ExtractorLogLevel.None },
        },
        tsdocMessageReporting: SILENT,
      },
    },
  });
  const result = Extractor.invoke(config, {
    localBuild: values.local,
    messageCallback: (message) => {
      if (message.logLevel !== ExtractorLogLevel.Error) message.handled = true;
    },
  });
  if (result.succeeded) continue;
  isSame = false;
  console.log(`api/${entry}: differs; \`npm run api\` writes it anew`);
}
await rm(join(ROOT, 'temp'), { recursive: true, force: true });
process.exitCode = isSame ? 0 : 1;
