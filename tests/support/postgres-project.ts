import type { TestProject } from 'vitest/node';
import { askPostgres, openStoreAt, withDatabase } from './my-page-store.ts';
import { startPostgresCluster } from './postgres-cluster.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Address of a database from which others can be made. */
    postgresUrl: string;
    /** Name of a database that has My page's tables and nothing else. */
    postgresTemplate: string;
  }
}

/** Global set-up of the project `my-page-postgres`: one cluster for all its tests. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const cluster = await startPostgresCluster();
  const url = cluster.urlOf('postgres');
  project.provide('postgresUrl', url);
  project.provide('postgresTemplate', await makeTemplate(url));
  return cluster.remove;
}

/** @returns the name of a database with My page's tables */
async function makeTemplate(postgresUrl: string): Promise<string> {
  const name = 'my_page_template';
  await askPostgres(postgresUrl, `CREATE DATABASE ${name}`);
  const place = { databaseUrl: withDatabase(postgresUrl, name) };
  const store = await openStoreAt(place, () => new Date('2026-01-01T00:00:00Z'));
  await store.close();
  return name;
}
