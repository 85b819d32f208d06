import { cleanParagraphs, cleanText } from '../../../shared/clean-text.ts';
import type { ContactActivity } from '../../../shared/contacts.ts';
import { all, type ReadDb } from '../db/database.ts';

/** More than anybody reads through on a card. */
const mostShown = 200;

/** The contact's imported messages from websites, the newest first; of a double that was merged, those of the contact that stayed. */
export function listActivities(db: ReadDb, contactId: number): readonly ContactActivity[] {
  const rows = all<ContactActivity>(
    db,
    `SELECT e.id, json_extract(e.body, '$.at') AS at, w.name AS websiteName,
       json_extract(e.body, '$.subject') AS subject, json_extract(e.body, '$.text') AS text
     FROM enquiry e JOIN website w ON w.id = e.website_id
     WHERE e.kind = 'activity' AND e.state = 'imported'
       AND e.contact_id = (SELECT coalesce(merged_into, id) FROM contact WHERE id = @contactId)
     ORDER BY e.id DESC LIMIT @mostShown`,
    { contactId, mostShown },
  );
  return rows.map((row) => ({ ...row, subject: cleanText(row.subject), text: cleanParagraphs(row.text) }));
}
