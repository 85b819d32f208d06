const mirrored = [
  'boxSizing',
  'width',
  'paddingTop',
  'paddingRight',
  'paddingBottom',
  'paddingLeft',
  'borderTopWidth',
  'borderRightWidth',
  'borderBottomWidth',
  'borderLeftWidth',
  'fontFamily',
  'fontSize',
  'fontWeight',
  'letterSpacing',
  'lineHeight',
  'tabSize',
] as const;

/**
 * Where the line of the caret ends below, and where the caret stands in it, from the field's upper left corner. Fields tell
 * nobody, so the text before it is laid out once more, out of sight.
 */
export function caretPoint(
  field: HTMLInputElement | HTMLTextAreaElement,
  caret: number,
): { left: number; top: number } {
  const copy = document.createElement('div');
  const look = getComputedStyle(field);
  for (const property of mirrored) copy.style[property] = look[property];
  Object.assign(copy.style, { position: 'absolute', visibility: 'hidden', overflowWrap: 'break-word' });
  copy.style.whiteSpace = field instanceof HTMLTextAreaElement ? 'pre-wrap' : 'pre';
  copy.textContent = field.value.slice(0, caret);
  const mark = document.createElement('span');
  mark.textContent = '\u200b';
  copy.append(mark);
  document.body.append(copy);
  const point = {
    left: mark.offsetLeft - field.scrollLeft,
    top: mark.offsetTop + mark.offsetHeight - field.scrollTop,
  };
  copy.remove();
  return point;
}
