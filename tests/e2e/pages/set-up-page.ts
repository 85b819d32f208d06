import { expect, type Locator, type Page } from '@playwright/test';
import type { SetUpStep } from '../../../shared/set-up.ts';
import { typeAndLeave } from './orders-page.ts';

const stepNames: Readonly<Record<SetUpStep, string>> = {
  company: 'Company',
  website: 'Website',
  mail: 'E-mail',
  import: 'Import',
  'first-run': 'First run',
};

/** File - Set-up. */
export class SetUpPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** A step in the list on the left, by how it stands. */
  step(step: SetUpStep, state: 'done' | 'left' | 'left out'): Locator {
    const list = this.page.getByRole('navigation', { name: 'Steps of the set-up' });
    return list.getByRole('button', { name: `${stepNames[step]}, ${state}`, exact: true });
  }

  async next(step: SetUpStep): Promise<void> {
    await this.page.getByRole('button', { name: 'Next step' }).click();
    await this.showsStep(step);
  }

  async showsStep(step: SetUpStep): Promise<void> {
    await expect(this.page.getByRole('heading', { level: 2 }).first()).toHaveText(stepNames[step]);
  }

  async fill(label: string, text: string): Promise<void> {
    await typeAndLeave(this.page.getByLabel(label, { exact: true }), text);
  }

  async checkMail(success: string): Promise<void> {
    await this.page.getByRole('button', { name: 'Check e-mail' }).click();
    await expect(this.page.getByText(success)).toBeVisible();
  }

  async testConnection(success: string): Promise<void> {
    await this.page.getByRole('button', { name: 'Test connection' }).click();
    await expect(this.page.getByText(success)).toBeVisible();
  }
}
