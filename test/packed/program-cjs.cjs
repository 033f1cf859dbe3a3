const { writeSync } = require('node:fs');
const library = { ...require('service-cycle/survey'), ...require('service-cycle') };

import('./program.mjs').then(({ runProgram }) => writeSync(1, runProgram(library)));
