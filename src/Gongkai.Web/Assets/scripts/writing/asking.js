// A small dialog that asks for a few values. It is made when it is needed and gone when it is closed.
export function ask({ title, fields, confirm, remove = null, note = null }) {
  return new Promise(resolve => {
    const dialog = document.createElement('dialog');
    dialog.className = 'dialog writing-ask';
    const form = document.createElement('form');
    form.method = 'dialog';
    const heading = document.createElement('h2');
    heading.className = 'h3';
    heading.id = `ask-${Math.random().toString(36).slice(2)}`;
    heading.textContent = title;
    dialog.setAttribute('aria-labelledby', heading.id);
    form.append(heading);
    if (note) {
      const line = document.createElement('p');
      line.textContent = note;
      form.append(line);
    }
    const inputs = fields.map(field => made(form, field, heading.id));
    form.append(buttons(confirm, remove));
    dialog.append(form);
    document.body.append(dialog);
    // The dialog stands inside no other form, and Enter in it must not reach the page's own.
    form.addEventListener('submit', event => event.stopPropagation());
    dialog.addEventListener('close', () => {
      const values = Object.fromEntries(inputs.map(({ name, input }) => [name, valueOf(input)]));
      dialog.remove();
      resolve(dialog.returnValue === 'yes' ? values : dialog.returnValue === 'remove' ? 'remove' : null);
    });
    dialog.showModal();
    inputs[0]?.input.focus();
    inputs[0]?.input.select?.();
  });
}

const valueOf = input => (input.type === 'checkbox' ? input.checked : input.type === 'file' ? input.files[0] ?? null : input.value.trim());

function made(form, { name, label, hint = null, type = 'text', value = '', required = false, accept = null, min = null, max = null }, prefix) {
  const row = document.createElement('div');
  row.className = type === 'checkbox' ? 'form-check mb-3' : 'field mb-3';
  const input = document.createElement('input');
  const id = `${prefix}-${name}`;
  Object.assign(input, { type, id, required });
  input.className = type === 'checkbox' ? 'form-check-input' : 'form-control';
  for (const [key, setting] of Object.entries({ accept, min, max })) {
    if (setting !== null) {
      input.setAttribute(key, setting);
    }
  }
  if (type === 'checkbox') {
    input.checked = value;
  } else if (type !== 'file') {
    input.value = value;
    input.autocomplete = 'off';
  }
  const text = document.createElement('label');
  text.htmlFor = id;
  text.className = type === 'checkbox' ? 'form-check-label' : 'form-label mb-1';
  text.textContent = label;
  row.append(...(type === 'checkbox' ? [input, text] : [text, input]));
  if (hint) {
    const line = document.createElement('div');
    line.id = `${id}-hint`;
    line.className = 'field-hint';
    line.textContent = hint;
    input.setAttribute('aria-describedby', line.id);
    text.after(line);
  }
  form.append(row);
  return { name, input };
}

function buttons(confirm, remove) {
  const row = document.createElement('div');
  row.className = 'd-flex flex-wrap gap-2';
  const button = (text, value, look, skipsChecks) => {
    const made = document.createElement('button');
    made.value = value;
    made.textContent = text;
    made.className = `btn ${look}`;
    made.formNoValidate = skipsChecks;
    return made;
  };
  row.append(button(confirm, 'yes', 'btn-primary', false));
  if (remove) {
    row.append(button(remove, 'remove', 'btn-outline-danger', true));
  }
  row.append(button('取消', '', 'btn-outline-secondary', true));
  return row;
}
