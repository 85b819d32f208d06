import { expect, it } from 'vitest';
import { likeAnywhere, likePrefix } from '../../../../main/engine/db/like-pattern.ts';

it('what a person searches for is text, not a pattern', () => {
  expect(likeAnywhere('50 %_\\')).toBe('%50 \\%\\_\\\\%');
  expect(likePrefix('1_0')).toBe('1\\_0%');
});
