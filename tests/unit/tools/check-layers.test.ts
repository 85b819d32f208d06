import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { findLayerFaults, readSources } from '../../../tools/check-layers.ts';

const forbidden = [
  ['main/engine/db/a.ts', "import { app } from 'electron';"],
  ['main/engine/db/a.ts', "import { x } from '../orders/orders-store.ts';"],
  ['main/engine/orders/a.ts', "import { x } from '../contacts/contacts-store.ts';"],
  ['main/engine/rules/a.ts', "export { x } from '../mail/compose.ts';"],
  ['main/engine/mail/a.ts', "import { EngineSession } from '../session.ts';"],
  ['main/engine/mail/a.ts', "import { appRouter } from '../api.ts';"],
  ['main/engine/mail/a.ts', "import { x } from '../../../my-page/server.ts';"],
  ['main/engine/demo-router.ts', "const { x } = await import('../../demo/demo.ts');"],
  ['main/engine/demo-host.ts', "import { x } from '../../demo/demo.ts';"],
  ['main/engine/ledger/a.ts', "const { x } = await import('../outbox/outbox-store.ts');"],
  ['main/shell/a.ts', "import { x } from '../engine/orders/orders-store.ts';"],
  ['renderer/orders/a.tsx', "import { appRouter } from '../../main/engine/api.ts';"],
  ['renderer/orders/a.tsx', "import type { Order } from '../../main/engine/orders/order.ts';"],
  ['renderer/orders/a.tsx', "import { readFile } from 'node:fs';"],
  ['preload/preload.ts', "import { z } from 'zod';"],
  ['shared/a.ts', "import pino from 'pino';"],
  ['shared/a.ts', "import { createHash } from 'node:crypto';"],
  ['renderer/orders/a.tsx', "import { hash } from '../../shared/my-page/history-state.ts';"],
  ['main/engine/db/a.ts', "import { log } from '../logging/log-store.ts';"],
  ['shared/a.ts', "import '../main/engine/trpc.ts';"],
  ['my-page/a.ts', "import { x } from '../shared/order.ts';"],
  ['shared/my-page/a.ts', "import { x } from '../kept.ts';"],
  ['demo/a.ts', "import {\n  app,\n} from 'electron';"],
] as const;

const allowed = [
  ['main/engine/website-data/a.ts', "import { x } from '../db/database.ts';"],
  ['main/engine/orders/orders-router.ts', "import { procedure } from '../trpc.ts';"],
  ['main/engine/orders/a.ts', "import type { EngineSession } from '../session.ts';"],
  ['main/engine/orders/a.ts', "import { x } from './b.ts';"],
  ['main/engine/orders/a.ts', "import { AppError } from '../../../shared/errors.ts';"],
  ['main/engine/api.ts', "import { x } from './orders/orders-router.ts';"],
  ['main/engine/demo-host.ts', "const load = () => import('../../demo/demo.ts');"],
  ['main/shell/a.ts', "import { app } from 'electron';"],
  ['renderer/ui/api.ts', "import type { AppRouter } from '../../main/engine/api.ts';"],
  ['renderer/ui/api.ts', "import { type AppRouter } from '../../main/engine/api.ts';"],
  ['my-page/a.ts', "import { x } from '../shared/my-page/protocol.ts';"],
  ['shared/a.ts', "import { z } from 'zod';"],
  ['shared/my-page/a.ts', "import { createHash } from 'node:crypto';"],
] as const;

describe('layering', () => {
  test.each(forbidden)('%s may not: %s', (path, text) => {
    expect(findLayerFaults([{ path, text }])).toHaveLength(1);
  });

  test.each(allowed)('%s may: %s', (path, text) => {
    expect(findLayerFaults([{ path, text }])).toEqual([]);
  });

  test('names the file and what it imports', () => {
    const text = "import { b } from '../orders/b.ts';";
    expect(findLayerFaults([{ path: 'main/engine/db/a.ts', text }])).toEqual([
      'main/engine/db/a.ts imports main/engine/orders/b.ts: imports go downwards only',
    ]);
  });

  test('reads the sources of the repo', () => {
    const paths = readSources(join(import.meta.dirname, '..', '..', '..')).map((file) => file.path);
    expect(paths).toContain('main/engine/engine.ts');
  });
});
