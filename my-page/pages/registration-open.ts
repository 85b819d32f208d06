import type { SiteSettings } from '../../shared/my-page/protocol.ts';

/** Whether customers may register themselves (domain.md 3.2). */
export function isRegistrationOpen(settings: SiteSettings): boolean {
  return settings.approval !== 'closed' && settings.passwordMode !== 'none';
}

/** Whether the menu leads there, too: the shop may leave that to the log-in page. */
export function isRegistrationInMenu(settings: SiteSettings): boolean {
  return settings.showsRegisterLink && isRegistrationOpen(settings);
}
