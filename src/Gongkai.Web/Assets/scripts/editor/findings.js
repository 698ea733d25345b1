// The panel of findings and the marks at their cells. An entry that has not changed stays the same element, so that a half-written explanation is not lost.
import { element, icon } from './elements.js';

// A finding about a whole column is marked at its total, which it names first; one about a few cells at each of them.
const pointsOf = finding => (finding.at.length > mostPlaces ? finding.at.slice(0, 1) : finding.at);

// Findings that name no cell but are about a line of the report.
const linesOf = { 'preamble.missing': 'preamble', 'preamble.contact': 'preamble', 'report.period': 'preamble', 'report.late': 'signedOn', 'report.agency': 'title', 'report.year': 'title' };

const lights = { error: 'red', warning: 'yellow', note: 'grey' };
const mostPlaces = 4;
const mostMends = 2;
const fewCells = 2;

export function findingsPanel({ root, fields, sprite, words, mayEdit, mayExplain, mend, explain }) {
  const list = root.querySelector('[data-findings]');
  const counts = root.querySelector('[data-counts]');
  const jump = root.querySelector('[data-jump]');
  let entries = new Map();
  let next = 0;

  function light(severity) {
    const colour = lights[severity];
    return element('span', { class: `light light-${colour}` }, icon(sprite, `light-${colour}`), words[severity]);
  }

  function placeButton(field) {
    return element('button', { type: 'button', class: 'btn-place', onclick: () => fields.go(field) }, fields.place(field));
  }

  function placesOf(finding) {
    const names = finding.at.length > 0 ? finding.at : finding.section ? [`section.${finding.section}`] : [finding.message.startsWith('落款') ? 'signedOn' : linesOf[finding.rule]];
    return element('div', { class: 'finding-places' }, ...names.filter(fields.input).slice(0, mostPlaces).map(placeButton));
  }

  function mendLine(offered) {
    const words = offered.changes.map(change => `“${fields.place(change.field)}”由 ${change.from ?? '空'} 改为 ${change.to}`).join('；');
    const line = element('div', { class: 'finding-mend' }, offered.changes.length <= fewCells
      ? element('span', {}, `建议：${words}。${offered.reason}`)
      : element('details', {}, element('summary', {}, `建议：一起改 ${offered.changes.length} 格`), `${words}。${offered.reason}`));
    if (mayEdit) {
      line.append(element('button', { type: 'button', class: 'btn btn-outline-primary', 'aria-label': `采用：${words}`, onclick: event => mend(offered.changes, event.currentTarget) }, '采用'));
    }
    return line;
  }

  function explanation(finding, id) {
    if (finding.explanation) {
      return element('div', {}, `说明（${finding.explanation.writerName}）：${finding.explanation.text}`);
    }
    if (finding.severity !== 'warning' || !mayExplain) {
      return null;
    }
    const box = element('textarea', { class: 'form-control mb-2', rows: 2, maxlength: 500, required: true, id: `${id}-text` });
    const form = element('form', {
      onsubmit: event => {
        event.preventDefault();
        explain(finding, box.value);
      },
    }, element('label', { class: 'form-label mb-1', for: box.id }, '为什么是这样'), box, element('button', { class: 'btn btn-outline-primary' }, '保存说明'));
    return element('details', {}, element('summary', {}, '确实如此，写一句说明'), form);
  }

  function entry(finding) {
    const id = `finding-${++next}`;
    return element('li', { id, 'data-severity': finding.severity },
      light(finding.severity),
      element('div', {}, element('div', { id: `${id}-words` }, finding.message), placesOf(finding), ...finding.mends.slice(0, mostMends).map(mendLine), explanation(finding, id)));
  }

  function unread(field) {
    const id = `finding-${++next}`;
    const words = fields.text(field) === '' ? '没有读到数字，请对照原件填写。' : `读到的是“${fields.text(field)}”，不能确定，请对照原件填写。`;
    return element('li', { id, 'data-severity': 'error' },
      element('span', { class: 'light light-red' }, icon(sprite, 'light-red'), '待核'),
      element('div', {}, element('div', { id: `${id}-words` }, words), element('div', { class: 'finding-places' }, placeButton(field))));
  }

  function mark(findings, unsettled) {
    const marks = new Map();
    for (const [kind, field, key] of [
      ...findings.flatMap(finding => pointsOf(finding).map(field => [finding.severity, field, keyOf(finding)])), ...unsettled.map(field => ['unsettled', field, field]),
    ]) {
      const known = marks.get(field) ?? { kind, ids: [] };
      known.kind = kind === 'unsettled' || known.kind === 'unsettled' ? 'unsettled' : known.kind === 'error' || kind === 'error' ? 'error' : known.kind === 'warning' ? 'warning' : kind;
      known.ids.push(`${entries.get(key)?.element.id}-words`);
      marks.set(field, known);
    }
    for (const [field, input] of fields.all) {
      if (!fields.isCell(field)) {
        continue;
      }
      const known = marks.get(field);
      const holder = input.parentElement;
      if (known && known.kind !== 'note') {
        holder.dataset.mark = known.kind;
      } else {
        delete holder.dataset.mark;
      }
      if (known?.kind === 'error' || known?.kind === 'unsettled') {
        input.setAttribute('aria-invalid', 'true');
      } else {
        input.removeAttribute('aria-invalid');
      }
      const sum = input.parentElement.querySelector('.cell-sum')?.id;
      const described = [sum, ...(known?.ids.slice(0, 3) ?? [])].filter(Boolean).join(' ');
      if (described) {
        input.setAttribute('aria-describedby', described);
      } else {
        input.removeAttribute('aria-describedby');
      }
    }
  }

  // Whoever sends a report on that cannot leave the agency as it is, is told so first.
  function warnBeforeReview(parts) {
    const form = root.querySelector('form[data-flush][action$="handler=SendToReview"]');
    if (form) {
      form.dataset.usual ??= form.dataset.confirm;
      form.dataset.confirm = parts.length > 0 ? `还有${parts.join('，')}。这些不处理，签发以后也不能报送。现在就送审吗？` : form.dataset.usual;
    }
  }

  // What no explanation can stand for: a table that is mostly blank, and the two sections that the law wants written.
  function unwritten() {
    const tables = [...root.querySelectorAll('[data-grid]')].filter(table => {
      const cells = [...table.querySelectorAll('input.cell')];
      return cells.filter(cell => cell.value.trim() === '').length * 2 > cells.length;
    });
    return tables.length + ['section.1.text', 'section.5.text'].filter(field => fields.text(field).trim() === '').length;
  }

  const keyOf = finding => `${finding.rule} ${finding.at.join(' ')} ${finding.section ?? ''} ${finding.message}`;

  return {
    show(findings, unsettled, openRemarks) {
      const shown = new Map();
      const add = (key, same, make) => {
        const known = entries.get(key);
        shown.set(key, known?.same === same ? known : { same, element: make() });
      };
      unsettled.forEach(field => add(field, fields.text(field), () => unread(field)));
      findings.forEach(finding => add(keyOf(finding), JSON.stringify(finding), () => entry(finding)));
      entries = shown;
      const now = [...shown.values()].map(one => one.element);
      if (now.length !== list.children.length || now.some((one, index) => list.children[index] !== one)) {
        const focused = document.activeElement;
        list.replaceChildren(...now);
        if (list.contains(focused)) {
          focused.focus({ preventScroll: true });
        }
      }
      mark(findings, unsettled);
      const errors = findings.filter(finding => finding.severity === 'error').length + unsettled.length;
      const open = findings.filter(finding => finding.severity === 'warning' && !finding.explanation).length;
      const blank = unwritten();
      const parts = [blank && `${blank} 处还没有填写`, errors && `${errors} 处必须改正`, open && `${open} 处要改正或说明`, openRemarks && `${openRemarks} 条批注要处理`].filter(Boolean);
      counts.textContent = parts.length > 0 ? `报送之前：${parts.join('，')}。` : '没有妨碍报送的问题。';
      warnBeforeReview(parts);
      jump.textContent = errors + open > 0 ? `问题 ${errors + open}` : '问题和办理';
    },
  };
}
