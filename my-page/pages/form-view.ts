import { type Html, html } from './html.ts';
import type { Labels } from './labels.ts';

export type FormField = {
  readonly name: string;
  readonly label: string;
  readonly type?: 'text' | 'email' | 'tel' | 'password';
  readonly value?: string;
  readonly hint?: string;
  readonly fault?: string | undefined;
  readonly isOptional?: boolean;
  readonly autocomplete: string;
  /** Which keyboard a phone shows. */
  readonly keyboard?: 'numeric';
};

/** A field with its label above, its help under, and its fault where it is. */
export function fieldView(labels: Labels, field: FormField): Html {
  const id = `field-${field.name}`;
  const described = [field.hint && `${id}-hint`, field.fault && `${id}-fault`].filter(Boolean).join(' ');
  return html`<div class="field${field.fault ? ' faulty' : ''}">
<label for="${id}">${field.label}${field.isOptional && html` <span class="quiet">(${labels.optional})</span>`}</label>
<input id="${id}" name="${field.name}" type="${field.type ?? 'text'}" value="${field.value ?? ''}" autocomplete="${field.autocomplete}"${limitOf(field)}${field.keyboard && html` inputmode="${field.keyboard}"`}${flag(!field.isOptional, 'required')}${flag(Boolean(field.fault), 'aria-invalid="true"')}${described && html` aria-describedby="${described}"`}>
${field.hint && html`<p class="hint" id="${id}-hint">${field.hint}</p>`}
${field.fault && html`<p class="fault" id="${id}-fault">${field.fault}</p>`}
</div>`;
}

/** A sentence above a form or list: what happened, or what is wrong. */
export function noticeView(kind: 'good' | 'bad', text: string): Html {
  return kind === 'bad'
    ? html`<p class="notice bad" role="alert">${text}</p>`
    : html`<p class="notice good" role="status">${text}</p>`;
}

/** None for a password: a browser would cut off what is pasted, and the customer would not know. */
function limitOf(field: FormField): Html | null {
  return field.type === 'password' ? null : html` maxlength="200"`;
}

function flag(isOn: boolean, attribute: 'required' | 'aria-invalid="true"'): Html | null {
  if (!isOn) return null;
  return attribute === 'required' ? html` required` : html` aria-invalid="true"`;
}
