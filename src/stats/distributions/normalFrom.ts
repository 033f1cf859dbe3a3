/** Above this many degrees of freedom the t and the normal distribution agree in every digit. */
export const NORMAL_FROM: number = 1e17;
