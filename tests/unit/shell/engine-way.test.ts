import { expect, test } from 'vitest';
import { engineWayFor } from '../../../main/shell/engine-way.ts';

test.each([
  ['10', undefined, 'utility-process'],
  ['12', undefined, 'utility-process'],
  ['9', undefined, 'plain-node'],
  [undefined, undefined, 'plain-node'],
  ['9', 'utility-process', 'utility-process'],
  ['10', 'plain-node', 'plain-node'],
  ['10', 'nonsense', 'utility-process'],
] as const)('Node-API %s, asked for %s: %s', (nodeApi, asked, way) => {
  expect(engineWayFor(nodeApi, asked)).toBe(way);
});
