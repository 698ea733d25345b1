// The remarks at cells, sections and the whole: a list, a mark at the cell, and the form to write one.
import { element, moment } from './elements.js';

export function remarksPanel({ root, fields, maySettle, settle, remove, add }) {
  const list = root.querySelector('[data-remarks]');
  const form = root.querySelector('[data-remark-form]');

  function line(remark) {
    const place = remark.at && fields.input(remark.at)
      ? element('button', { type: 'button', class: 'btn-place', onclick: () => fields.go(remark.at) }, fields.place(remark.at))
      : element('span', {}, '整份报告');
    const done = remark.settledAt !== null;
    return element('li', { 'data-done': done },
      place, element('div', {}, remark.text),
      element('div', { class: 'field-hint' }, `${remark.writerName}，${moment(remark.writtenAt)}${done ? '；已处理' : ''}${remark.isHeld ? '；草稿，报送单位还看不到' : ''}`),
      !done && maySettle ? element('button', { type: 'button', class: 'btn btn-outline-secondary', 'aria-label': `标为已处理：${remark.text}`, onclick: event => settle(remark.id, event.currentTarget) }, '标为已处理') : null,
      remark.mayRemove ? element('button', { type: 'button', class: 'btn btn-outline-secondary', 'aria-label': `删去草稿批注：${remark.text}`, onclick: event => remove(remark.id, event.currentTarget) }, '删去') : null);
  }

  if (form) {
    const at = form.querySelector('[data-remark-at]');
    const text = form.querySelector('textarea');
    root.addEventListener('focusin', event => {
      const field = event.target.dataset.field;
      if (field && fields.isCell(field)) {
        const own = at.querySelector('[data-cell]') ?? at.appendChild(element('option', { 'data-cell': true }));
        own.value = field;
        own.textContent = fields.place(field);
        at.value = field;
      }
    });
    form.addEventListener('submit', async event => {
      event.preventDefault();
      event.stopPropagation();
      if (await add(at.value, text.value)) {
        text.value = '';
      }
    });
  }

  return {
    show(remarks) {
      list.replaceChildren(...remarks.map(line));
      if (remarks.length === 0) {
        list.append(element('li', {}, '没有批注。'));
      }
      const open = new Set(remarks.filter(remark => remark.settledAt === null).map(remark => remark.at));
      for (const [field, input] of fields.all) {
        if (fields.isCell(field)) {
          input.parentElement.toggleAttribute('data-remarked', open.has(field));
        }
      }
      return open.size === 0 ? 0 : remarks.filter(remark => remark.settledAt === null).length;
    },
  };
}
