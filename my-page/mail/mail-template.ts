import { Liquid, type Template } from 'liquidjs';
import {
  type AccountMailValues,
  type AccountMailWords,
  accountMailPlaceholders,
} from '../../shared/my-page/account-mail-texts.ts';
import { cleanParagraphs, cleanText } from '../../shared/my-page/clean-text.ts';
import { type AccountMailKind, accountMailsWithLink } from '../../shared/my-page/protocol.ts';

/** What is wrong with a text, and where it stands. */
export type TextFault = { readonly place: keyof AccountMailWords; readonly message: string };

const allowedTags = new Set(['if', 'unless', 'case', 'comment', 'raw']);
const allowedFilters = new Set(['default', 'upcase', 'downcase', 'capitalize', 'append', 'prepend', 'strip']);
const longestSubject = 240;
const longestText = 20_000;
const sampleLink = 'https://my-page.example/link/Kq3vW8';
const sample: AccountMailValues = {
  name: 'Kari Nordmann',
  shop: 'Shop',
  link: sampleLink,
  email: 'kari@customer.example',
  order: 'W-8841',
};

/**
 * Everything that keeps a text from being sent: faulty Liquid, placeholders that do not exist, and no link where the
 * mail is of no use without. The link is looked for in what the customer would read.
 */
export function findTextFaults(kind: AccountMailKind, words: AccountMailWords): readonly TextFault[] {
  const places = ['subject', 'text'] as const;
  const faults = places.flatMap((place): TextFault[] => {
    try {
      const rendered = render(parse(words[place]), sample);
      return cleanText(rendered) === '' ? [{ place, message: 'This is empty.' }] : [];
    } catch (error) {
      return [{ place, message: error instanceof Error ? error.message : 'This is faulty.' }];
    }
  });
  if (faults.length > 0) return faults;
  const needsLink = accountMailsWithLink.includes(kind) && !renderWords(words, sample).text.includes(sampleLink);
  return needsLink ? [{ place: 'text', message: '{{ link }} is missing: the mail is of no use without it.' }] : [];
}

/** A text as the customer reads it: plain, not escaped; the subject as one line. @throws Error for a faulty text */
export function renderWords(words: AccountMailWords, values: AccountMailValues): AccountMailWords {
  return {
    subject: cleanText(render(parse(words.subject), values)).slice(0, longestSubject),
    text: cleanParagraphs(render(parse(words.text), values)),
  };
}

const liquid = restrictedLiquid();

/** A Liquid that can show placeholders and decide, and cannot loop, assign or read files. */
function restrictedLiquid(): Liquid {
  const engine = new Liquid({
    strictFilters: true,
    strictVariables: true,
    lenientIf: true,
    jsTruthy: true,
    ownPropertyOnly: true,
    templates: {},
    parseLimit: longestText * 2,
  });
  for (const name of Object.keys(engine.tags)) if (!allowedTags.has(name)) delete engine.tags[name];
  for (const name of Object.keys(engine.filters)) if (!allowedFilters.has(name)) delete engine.filters[name];
  return engine;
}

function render(templates: readonly Template[], values: AccountMailValues): string {
  return String(liquid.renderSync([...templates], values)).slice(0, longestText);
}

/** @throws Error for faulty Liquid, and for a placeholder that is not one of ours */
function parse(text: string): readonly Template[] {
  const templates = liquid.parse(text);
  for (const [name, uses] of Object.entries(liquid.analyzeSync(templates).variables)) {
    const isKnown = (accountMailPlaceholders as readonly string[]).includes(name);
    const bad = uses.find((use) => !isKnown || use.segments.length > 1);
    if (bad) throw new Error(`{{ ${name} }} is no placeholder, line:${bad.location.row}, col:${bad.location.col}`);
  }
  return templates;
}
