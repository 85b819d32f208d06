import { setImmediate as nextTurn } from 'node:timers/promises';
import type { DocumentLetterhead, DocumentLogo } from './document-models.ts';
import { DocumentSheet } from './document-sheet.ts';

export type PaperKind<Model> = {
  readonly titleOf: (model: Model) => string;
  readonly draw: (paper: DocumentSheet, model: Model) => void;
  readonly logo: DocumentLogo | null;
};

/**
 * Draws papers of one kind into one PDF: each begins on a new page and counts its own pages. Other work gets its turn between them.
 * @throws Error when there is none
 */
export async function renderPapers<Model extends DocumentLetterhead>(
  models: readonly Model[],
  { titleOf, draw, logo }: PaperKind<Model>,
): Promise<Uint8Array> {
  const [first] = models;
  const last = models.at(-1);
  if (first === undefined || last === undefined) throw new Error('There is no paper to draw');
  const title = first === last ? titleOf(first) : `${titleOf(first)} – ${titleOf(last)}`;
  const { createdAt, company } = first;
  const paper = await DocumentSheet.begin(title, { author: company.name, createdAt, logo });
  for (const model of models) {
    if (model !== first) {
      await nextTurn();
      paper.nextDocument();
    }
    draw(paper, model);
  }
  return await paper.finish();
}
