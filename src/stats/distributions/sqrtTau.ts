/** sqrt(2π), written out so that bundlers can leave it out where it is not needed. */
export const SQRT_TAU = 2.5066282746310002;
