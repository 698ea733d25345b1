// The inputs of the report by the name of their field, and the words that people call them by.
const sections = '一二三四五六';

export function fieldsOf(root) {
  const inputs = new Map([...root.querySelectorAll('[data-field]')].map(input => [input.dataset.field, input]));

  function place(field) {
    const input = inputs.get(field) ?? inputs.get(`${field}.text`);
    const section = /^section\.([1-6])/.exec(field)?.[1];
    if (section) {
      return `第${sections[section - 1]}部分`;
    }
    return input?.getAttribute('aria-label') ?? (input && root.querySelector(`label[for="${CSS.escape(input.id)}"]`)?.textContent.trim()) ?? '整份报告';
  }

  function input(field) {
    return inputs.get(field) ?? inputs.get(`${field}.text`) ?? null;
  }

  return {
    all: inputs,
    input,
    place,
    isCell: field => inputs.get(field)?.classList.contains('cell') ?? false,
    text: field => inputs.get(field)?.value ?? '',
    put(field, text) {
      const box = inputs.get(field);
      if (box && box.value !== text) {
        box.value = text;
        box.dispatchEvent(new CustomEvent('gongkai:put', { bubbles: true }));
      }
    },
    go(field) {
      const box = input(field);
      if (box) {
        box.scrollIntoView({ block: 'center', inline: 'center' });
        box.focus({ preventScroll: true });
      }
    },
  };
}
