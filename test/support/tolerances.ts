/** Two ways to the same number that differ only in how floating point rounds on the way. */
export const EXACT = 1e-12;

/** Figures that other software computed by its own algorithm and printed with 15 digits. */
export const REFERENCE = 1e-9;

/** Shares near 0.95 among 4,000 seeded trials: four standard errors, 4 · sqrt(0.95 · 0.05 / 4000). */
export const SIMULATION = 0.014;
