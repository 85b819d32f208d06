import type { UseQueryResult } from '@tanstack/react-query';
import type { SetUpState, SetUpStep } from '../../shared/set-up.ts';
import { api } from '../ui/api.ts';
import { useRead } from '../ui/queries.ts';
import { t } from '../ui/texts.ts';

/** Where the set-up of the open company stands. */
export function useSetUp(): UseQueryResult<SetUpState> {
  return useRead(['setUp', 'state'], () => api.setUp.state.query());
}

/** Names of steps, one after the other. */
export function stepNames(steps: readonly SetUpStep[]): string {
  return steps.map((step) => t(`set-up:step.${step}`)).join(', ');
}

/** A company that has run with its website and mail server is set up; what else is left needs no reminder. */
export function isSetUp({ left }: Pick<SetUpState, 'left'>): boolean {
  return !left.some((step) => step === 'website' || step === 'mail' || step === 'first-run');
}
