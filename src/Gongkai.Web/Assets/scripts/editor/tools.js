// Filling in sums and zeros, undoing a block, and boxes that grow with their text.
import { numberOf } from './sums.js';

export function startTools({ root, fields, totals, put, told }) {
  const button = root.querySelector('[data-undo]');
  const steps = [];

  function putBlock(changes) {
    const real = changes.filter(([field, text]) => fields.text(field) !== text);
    if (real.length > 0) {
      steps.push(put(real));
      button.disabled = false;
    }
    return real.length;
  }

  function undo() {
    const last = steps.pop();
    if (last) {
      put(last);
    }
    button.disabled = steps.length === 0;
  }

  // The total of a column is itself a part of the total of its row, so a second round finds what the first has made possible.
  function sumsToFill() {
    const before = new Map();
    for (let round = 0; round < 2; round++) {
      for (const [field, values] of totals.expected()) {
        if (new Set(values).size === 1 && numberOf(fields.text(field)) !== values[0]) {
          before.set(field, before.get(field) ?? fields.text(field));
          fields.put(field, String(values[0]));
        }
      }
    }
    const filled = [...before.keys()].map(field => [field, fields.text(field)]);
    before.forEach((text, field) => fields.put(field, text));
    return filled;
  }

  function fillSums() {
    const filled = putBlock(sumsToFill());
    told.say(filled > 0 ? `填入了 ${filled} 格合计。` : '合计都已经对了，没有要填的。');
  }

  function fillZeros() {
    const sumCells = new Set(totals.expected().keys());
    const blank = [...fields.all.keys()].filter(field => fields.isCell(field) && fields.text(field).trim() === '' && !sumCells.has(field));
    const filled = putBlock(blank.map(field => [field, '0']));
    const summed = putBlock(sumsToFill().filter(([field]) => fields.text(field).trim() === ''));
    told.say(filled + summed > 0 ? `填入了 ${filled} 个 0${summed > 0 ? `、${summed} 格合计` : ''}。` : '没有空白的格子。');
  }

  root.querySelector('[data-fill="sums"]').addEventListener('click', fillSums);
  root.querySelector('[data-fill="zeros"]').addEventListener('click', fillZeros);
  button.addEventListener('click', undo);
  root.addEventListener('keydown', event => {
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'z' && steps.length > 0 && event.target.matches('input.cell')) {
      event.preventDefault();
      undo();
    }
  });
  return { put: changes => { steps.push(put(changes)); button.disabled = false; } };
}
