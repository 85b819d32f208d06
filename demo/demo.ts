/** All that the engine takes from the demo. */
export { createDemoCompany } from './demo-company.ts';
export { startDemoServices } from './demo-services.ts';
