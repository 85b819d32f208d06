import { inject } from 'vitest';

// Every My page that my-page.ts starts gets a database of this cluster instead of an SQLite file
process.env.ORDERBUD_TEST_POSTGRES = inject('postgresUrl');
process.env.ORDERBUD_TEST_POSTGRES_TEMPLATE = inject('postgresTemplate');
