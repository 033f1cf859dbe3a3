import { writeSync } from 'node:fs';
import * as library from 'service-cycle';
import { runProgram } from './program.mjs';

writeSync(1, runProgram(library));
