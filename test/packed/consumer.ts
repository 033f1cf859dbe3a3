import { ServiceCycleError, type ServiceCycleErrorCode } from 'service-cycle';

const code: ServiceCycleErrorCode = 'unknown-id';
const error = new ServiceCycleError(code, 'there is no moment "gret"');
export const text: string = error.message;

// @ts-expect-error a code is one of the documented words
new ServiceCycleError('whatever', '');
