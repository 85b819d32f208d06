import { parseSync } from 'vite';

/** Props and keys whose value people read or hear. */
const shownProps = new Set([
  'label',
  'title',
  'placeholder',
  'aria-label',
  'aria-description',
  'aria-roledescription',
  'aria-valuetext',
  'header',
  'text',
  'alt',
  'hint',
  'confirm',
  'leave',
  'word',
  'unit',
  'success',
  'validationMessage',
  'noun',
  'empty',
]);

/** The same in every language: names, examples of addresses, keys. */
const names = new Set(['Orderbud', 'PDF', 'SMTP', 'https://', 'smtp.example.com', 'F9']);

/** A sentence is a text wherever it stands. */
const sentence = /^\p{Lu}\p{Ll}+ (.* )?\p{L}{2}/u;

interface Node {
  readonly type: string;
  readonly [key: string]: unknown;
}

/**
 * Texts in a file of the windows that people would read in one language only: between tags, as the value of a prop or key that is
 * shown, and sentences wherever they stand but in errors. Other arguments of calls are left out, so that keys of texts are no texts.
 */
export function literalTextsIn(file: string, source: string): readonly string[] {
  const found: string[] = [];
  look(parseSync(file, source).program as unknown as Node, found);
  return [...new Set(found)];
}

function look(node: Node, found: string[]): void {
  if (node.type === 'NewExpression') return;
  if (node.type === 'JSXText') report(node.value, found);
  else if (node.type === 'JSXAttribute' && isShown(node.name)) lookAtShown(node.value, found);
  else if (node.type === 'Property' && isShown(node.key)) lookAtShown(node.value, found);
  else if (node.type === 'JSXElement' || node.type === 'JSXFragment') {
    for (const child of nodesIn(node.children)) if (child.type === 'JSXExpressionContainer') lookAtShown(child, found);
  }
  if (node.type === 'Literal' && sentence.test(String(node.value))) report(node.value, found);
  if (node.type === 'TemplateElement' && sentence.test(cooked(node))) report(cooked(node), found);
  for (const child of Object.values(node)) for (const inner of nodesIn(child)) look(inner, found);
}

/** Strings that an expression can come out as. */
function lookAtShown(value: unknown, found: string[]): void {
  for (const node of nodesIn(value)) {
    switch (node.type) {
      case 'Literal':
        report(node.value, found);
        break;
      case 'TemplateLiteral':
        for (const part of nodesIn(node.quasis)) report(cooked(part), found);
        break;
      case 'JSXExpressionContainer':
        lookAtShown(node.expression, found);
        break;
      case 'ConditionalExpression':
        lookAtShown([node.consequent, node.alternate], found);
        break;
      case 'LogicalExpression':
        lookAtShown([node.left, node.right], found);
        break;
      case 'BinaryExpression':
        if (node.operator === '+') lookAtShown([node.left, node.right], found);
    }
  }
}

function cooked(templateElement: Node): string {
  return (templateElement.value as { readonly cooked: string }).cooked;
}

function report(value: unknown, found: string[]): void {
  const text = typeof value === 'string' ? value.trim() : '';
  if (/\p{L}/u.test(text) && !names.has(text)) found.push(text);
}

function isShown(name: unknown): boolean {
  const [node] = nodesIn(name);
  return shownProps.has(String(node?.name ?? node?.value));
}

function nodesIn(value: unknown): readonly Node[] {
  const values = Array.isArray(value) ? value : [value];
  return values.filter((each): each is Node => typeof each === 'object' && each !== null && 'type' in each);
}
