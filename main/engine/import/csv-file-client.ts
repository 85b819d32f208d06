import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { CsvError, type Info, type Options, parse } from 'csv-parse';
import { AppError } from '../../../shared/errors.ts';
import { type ImportEncoding, type ImportSeparator, mostImportBytes } from '../../../shared/import.ts';
import { EncodingFinder, isNoText } from './find-encoding.ts';
import { findSeparator, readSeparatorLine } from './find-separator.ts';
import { recordLines } from './record-lines.ts';

const chunkBytes = 256 * 1024;
const mostCharactersOfARecord = 1_000_000;

export type CsvForm = { readonly encoding: ImportEncoding; readonly separator: ImportSeparator };
export type CsvRecord = { readonly line: number; readonly cells: readonly string[] };

/** Bytes of a file that may be imported. @throws AppError 'import-file-unreadable', 'import-file-too-large' */
export async function sizeOfFile(path: string): Promise<number> {
  const { size } = await stat(path).catch((error: unknown) => {
    throw new AppError('import-file-unreadable', {}, { cause: error });
  });
  if (size > mostImportBytes) throw new AppError('import-file-too-large');
  return size;
}

/**
 * Looks through the whole file for its encoding and at its beginning for what separates the cells; what is given is taken.
 * @throws AppError 'import-file-no-text' for a workbook or the like, 'import-file-unreadable'
 */
export async function findForm(path: string, given: Partial<CsvForm>): Promise<CsvForm> {
  const finder = new EncodingFinder();
  let head: Uint8Array | null = null;
  for await (const chunk of chunksOf(path)) {
    if (head === null) {
      head = chunk;
      if (isNoText(chunk)) throw new AppError('import-file-no-text');
    }
    if (given.encoding !== undefined) break;
    finder.add(chunk);
    if (finder.isCertain) break;
  }
  const encoding = given.encoding ?? finder.found();
  const text = new TextDecoder(encoding).decode(head ?? new Uint8Array(), { stream: true });
  if (text.includes('\0')) throw new AppError('import-file-no-text');
  const named = readSeparatorLine(text);
  const separator = given.separator ?? named?.separator ?? findSeparator(text.slice(named?.length ?? 0));
  return { encoding, separator };
}

async function* chunksOf(path: string): AsyncGenerator<Uint8Array> {
  try {
    yield* createReadStream(path, { highWaterMark: chunkBytes });
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw new AppError('import-file-unreadable', {}, { cause: error });
  }
}

type ParsedRecord = { readonly record: readonly string[]; readonly info: Info };

/**
 * Reads a file record by record, each with the line on which it begins, from 1. Empty lines are left out.
 * @throws AppError 'import-quote-not-closed' (line), 'import-file-unreadable'
 */
export async function* readCsvFile(
  path: string,
  form: CsvForm,
  onRead: (bytes: number) => void = () => {},
): AsyncGenerator<CsvRecord> {
  const start = { lines: 0 };
  const source = Readable.from(textOf(path, form.encoding, { onRead, start }));
  const options: Options = {
    delimiter: form.separator,
    info: true,
    relax_quotes: true,
    relax_column_count: true,
    skip_empty_lines: true,
    record_delimiter: ['\r\n', '\n', '\r'],
    max_record_size: mostCharactersOfARecord,
  };
  const parser = source.pipe(parse(options));
  source.on('error', (error) => parser.destroy(error));
  const lines = recordLines();
  let lastLine = 0;
  try {
    for await (const { record, info } of parser as AsyncIterable<ParsedRecord>) {
      lastLine = start.lines + lines.lineOf(record, info.lines);
      yield { line: lastLine, cells: record };
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new AppError('import-quote-not-closed', { line: lastLine + 1 }, { cause: error });
  } finally {
    source.destroy();
    parser.destroy();
  }
}

type Reading = { readonly onRead: (bytes: number) => void; readonly start: { lines: number } };

/** The file's text without its byte order mark and without a first line that only names the separator. */
async function* textOf(path: string, encoding: ImportEncoding, { onRead, start }: Reading): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  let bytes = 0;
  for await (const chunk of chunksOf(path)) {
    let text = decoder.decode(chunk, { stream: true });
    if (bytes === 0) {
      const named = readSeparatorLine(text);
      start.lines = named === null ? 0 : 1;
      text = text.slice(named?.length ?? 0);
    }
    bytes += chunk.length;
    if (text !== '') yield text;
    onRead(bytes);
  }
  const rest = decoder.decode();
  if (rest !== '') yield rest;
}
