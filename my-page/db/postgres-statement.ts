/**
 * A statement of a migration as PostgreSQL wants it. Migrations are written once, in SQLite's STRICT form: numbers there
 * have 64 bits and text is compared byte by byte, whatever the database's own order of letters is.
 */
export function toPostgresStatement(statement: string): string {
  return statement
    .split(/('(?:[^']|'')*'|"(?:[^"]|"")*")/)
    .map((part, index) => (index % 2 === 0 ? translate(part) : part))
    .join('');
}

function translate(sql: string): string {
  return sql
    .replace(/\)\s*STRICT\b/gi, ')')
    .replace(/\bINTEGER\b/gi, 'BIGINT')
    .replace(/\bBLOB\b/gi, 'BYTEA')
    .replace(/(?<!\bAS\s+)\bTEXT\b/gi, 'TEXT COLLATE "C"');
}
