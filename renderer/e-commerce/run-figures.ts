import type { WebsiteReport } from '../../shared/website-data.ts';
import { t } from '../ui/texts.ts';

/** A figure of the report with its name. */
export type Figure = readonly [name: string, value: number];

/** What a run fetched, imported and published; zeros where there is no report. */
export function websiteFigures(website: WebsiteReport | null): readonly Figure[] {
  return [
    [t('e-commerce:report.ordersFetched'), website?.fetchedOrders ?? 0],
    [t('e-commerce:report.othersFetched'), (website?.fetchedRegistrations ?? 0) + (website?.fetchedOthers ?? 0)],
    [t('e-commerce:report.imported'), website?.imported ?? 0],
    [t('e-commerce:report.waitingEnquiries'), website?.waitingEnquiries ?? 0],
    [t('e-commerce:report.published'), website?.published ?? 0],
  ];
}

/** Mails of any run that this one found to have come back. */
export function returnFigures(website: WebsiteReport | null): readonly Figure[] {
  return [[t('e-commerce:report.cameBack'), website?.cameBack ?? 0]];
}

/** What became of a run's mails; the first is the sum of the others (domain.md 9.10). */
export function mailFigures(website: WebsiteReport | null): readonly Figure[] {
  return [
    [t('e-commerce:report.planned'), website?.planned ?? 0],
    [t('e-commerce:report.accepted'), website?.accepted ?? 0],
    [t('e-commerce:report.waiting'), website?.waiting ?? 0],
    [t('e-commerce:report.refused'), website?.refused ?? 0],
    [t('e-commerce:report.uncertain'), website?.uncertain ?? 0],
    [t('e-commerce:report.held'), website?.held ?? 0],
  ];
}
