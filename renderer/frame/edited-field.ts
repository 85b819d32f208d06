const fieldSelector = 'input:not([type=checkbox], [type=radio], [type=button]), textarea';
type TextField = HTMLInputElement | HTMLTextAreaElement;

const textAtFocus = new WeakMap<Element, string>();

function isTextField(element: unknown): element is TextField {
  return element instanceof HTMLElement && element.matches(fieldSelector);
}

/** Notes what stands in a field when it gets the focus. Answers how to stop. */
export function watchEditedField(): () => void {
  const onFocus = ({ target }: FocusEvent) => {
    if (isTextField(target)) textAtFocus.set(target, target.value);
  };
  window.addEventListener('focusin', onFocus);
  return () => window.removeEventListener('focusin', onFocus);
}

/** Whether something was typed into the field that has the focus: then Undo belongs to it, else to the last stored change. */
export function isFieldBeingEdited(): boolean {
  const field = document.activeElement;
  return isTextField(field) && field.value !== (textAtFocus.get(field) ?? '');
}
