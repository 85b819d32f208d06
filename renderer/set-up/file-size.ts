import { formatQuantity } from '../ui/format.ts';
import { t } from '../ui/texts.ts';

const bytesPerKilobyte = 1000;
const bytesPerMegabyte = 1_000_000;

/** How large a file is, as file managers say it. */
export function formatFileSize(bytes: number): string {
  if (bytes < bytesPerMegabyte) {
    return t('set-up:size.kilobytes', { size: formatQuantity(Math.ceil(bytes / bytesPerKilobyte) * 1000) });
  }
  return t('set-up:size.megabytes', { size: formatQuantity(Math.round((bytes / bytesPerMegabyte) * 10) * 100) });
}
