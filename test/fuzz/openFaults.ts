/**
 * Faults that are known and not mended yet. The short run leaves them out; the long run reports them.
 * An entry goes when its fault is mended, and this file with the last one.
 */

/** Functions that some hostile number or list keeps busy without end. */
export const ENDLESS: readonly string[] = [
  'addToSketch',
  'agentsNeeded',
  'chartAreas',
  'impactAsymmetry',
  'impactOfMoment',
  'mergeMeasurementTallies',
  'mergeTallies',
  'quantileOf',
  'rollUp',
  'scoreTally',
];

/** What is told of faults that end at once. */
export const OPEN_FAULTS: readonly RegExp[] = [
  // A reader was given neither a list nor columns.
  /^outside-data: TypeError: .*(is not iterable|Cannot use 'in' operator|of null|of undefined)/,
  /^within-types: TypeError: .*(is not iterable|Cannot use 'in' operator)/,
  // A scale of 2^40 answers.
  /Invalid (typed )?array length/,
  // Counts of 1e300 or 5e-324, and ranges that `NaN` gets through.
  /^within-types: gives NaN at result\.(superiority|standardError|rankBiserial|requiredShare)/,
  /^within-types: gives NaN at result\.(sums|interval|oddsRatio|attributableFraction|withTotal)/,
  /^within-types: gives NaN at result\.(threshold|flagged|waitSeconds|points|n$|zeros|buckets)/,
  /^within-types: gives NaN at result\.(smallest|largest|(.*\.)?(scale|overallScale)\.(min|max)$)/,
  // A list without its methods, and columns without answers.
  /^outside-data: TypeError: list\.\w+ is not a function/,
];
