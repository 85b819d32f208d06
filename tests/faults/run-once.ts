/** One Get Website Data in a process of its own, for tests that kill it: `run-once.ts <company file> <secrets as JSON>`. */
import { createSession } from '../../main/engine/create-session.ts';
import { getWebsiteData } from '../../main/engine/website-data/run-service.ts';

const [companyPath = '', secretsJson = '{}'] = process.argv.slice(2);
const secrets = new Map(Object.entries(JSON.parse(secretsJson) as Record<string, string>));
const session = createSession({
  secrets: { get: async (account) => secrets.get(account) ?? null, set: async () => {}, delete: async () => {} },
});
await session.open(companyPath);
await getWebsiteData(session, { onEvent: (event) => console.log(JSON.stringify(event)) });
session.close();
