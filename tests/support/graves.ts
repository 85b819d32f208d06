import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/** What axe finds serious or critical in the window as it stands, by all of its rules or by these: rule, and where. */
export async function gravesIn(page: Page, ...rules: readonly string[]): Promise<readonly string[]> {
  // The focus library's guards hand the focus on as soon as they get it; nobody can stand on them.
  const axe = new AxeBuilder({ page }).exclude('[data-tabster-dummy]').setLegacyMode();
  if (rules.length > 0) axe.withRules([...rules]);
  const { violations } = await axe.analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, help, nodes }) => nodes.map((node) => `${id} (${help}): ${node.html.slice(0, 160)}`));
}
