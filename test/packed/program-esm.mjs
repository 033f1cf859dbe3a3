import { writeSync } from 'node:fs';
import * as cycle from 'service-cycle';
import * as survey from 'service-cycle/survey';
import { runProgram } from './program.mjs';

writeSync(1, runProgram({ ...survey, ...cycle }));
