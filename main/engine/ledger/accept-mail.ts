export { applyAcceptedMail } from './ledger-service.ts';
