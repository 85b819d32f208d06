import type { TestProject } from 'vitest/node';
import { startPostgresCluster } from './postgres-cluster.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Address of a database from which others can be made. */
    postgresUrl: string;
  }
}

/** Global set-up of the project `my-page-postgres`: one cluster for all its tests. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const cluster = await startPostgresCluster();
  project.provide('postgresUrl', cluster.urlOf('postgres'));
  return cluster.remove;
}
