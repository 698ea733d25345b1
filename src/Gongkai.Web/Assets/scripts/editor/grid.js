// A table of inputs under the keys of a spreadsheet. A cell is either chosen (its text selected; arrows move) or being edited (arrows move the caret).
import { matrixOf } from './clipboard.js';

function layOut(table) {
  const rows = new Map();
  for (const input of table.querySelectorAll('input.cell')) {
    const number = Number(input.dataset.row);
    rows.set(number, [...rows.get(number) ?? [], input]);
  }
  return [...rows.keys()].sort((a, b) => a - b).map(number => rows.get(number));
}

export function startGrid(table, { mayEdit, put, told }) {
  const rows = layOut(table);
  let before = '';
  let isEditing = false;

  const where = input => {
    const row = rows.findIndex(cells => cells.includes(input));
    return { row, column: rows[row].indexOf(input) };
  };
  const covers = (input, column) => column >= Number(input.dataset.column) && column < Number(input.dataset.column) + Number(input.dataset.span);

  function choose(input) {
    if (input) {
      input.focus();
      input.select();
    }
    return input;
  }

  function vertical(input, step) {
    const { row } = where(input);
    const next = rows[row + step];
    return next && (next.find(cell => covers(cell, Number(input.dataset.column))) ?? next[Math.min(next.length - 1, where(input).column)]);
  }

  function horizontal(input, step) {
    const { row, column } = where(input);
    return rows[row][column + step];
  }

  function key(event, input) {
    const { row } = where(input);
    const isMoving = !isEditing;
    switch (event.key) {
      case 'ArrowUp': return vertical(input, -1) ?? input;
      case 'ArrowDown': return vertical(input, 1) ?? input;
      case 'Enter': return vertical(input, event.shiftKey ? -1 : 1) ?? input;
      case 'ArrowLeft': return isMoving ? horizontal(input, -1) ?? input : null;
      case 'ArrowRight': return isMoving ? horizontal(input, 1) ?? input : null;
      case 'Home': return event.ctrlKey ? rows[0][0] : isMoving ? rows[row][0] : null;
      case 'End': return event.ctrlKey ? rows.at(-1).at(-1) : isMoving ? rows[row].at(-1) : null;
      default: return null;
    }
  }

  table.addEventListener('focusin', event => {
    if (event.target.matches('input.cell')) {
      before = event.target.value;
      isEditing = false;
      event.target.select();
    }
  });
  table.addEventListener('click', event => choose(event.target.matches('td.figure') ? event.target.querySelector('input.cell') : null));
  table.addEventListener('dblclick', event => { isEditing = event.target.matches('input.cell'); });
  table.addEventListener('mouseup', event => {
    // A second click into the same cell puts the caret; the first one has chosen the cell.
    if (event.target.matches('input.cell') && event.target.selectionStart !== event.target.selectionEnd) {
      event.preventDefault();
    }
  });
  table.addEventListener('keydown', event => {
    const input = event.target;
    if (!input.matches('input.cell') || event.isComposing || event.altKey || event.metaKey) {
      return;
    }
    if (event.key === 'F2') {
      isEditing = true;
      input.setSelectionRange(input.value.length, input.value.length);
      event.preventDefault();
    } else if (event.key === 'Escape') {
      isEditing = false;
      if (mayEdit && input.value !== before) {
        put([[input.dataset.field, before]]);
      }
      input.select();
      event.preventDefault();
    } else {
      const next = key(event, input);
      if (next) {
        event.preventDefault();
        choose(next);
      }
    }
  });
  table.addEventListener('paste', event => {
    const input = event.target;
    const block = mayEdit && input.matches('input.cell') ? matrixOf(event.clipboardData) : null;
    if (!block) {
      return;
    }
    event.preventDefault();
    const from = where(input);
    const changes = [];
    let outside = 0;
    block.forEach((line, down) => line.forEach((text, right) => {
      const cell = rows[from.row + down]?.[from.column + right];
      if (cell) {
        changes.push([cell.dataset.field, text]);
      } else if (text !== '') {
        outside++;
      }
    }));
    put(changes, true);
    input.select();
    told(outside === 0 ? `粘贴了 ${changes.length} 格。` : `粘贴了 ${changes.length} 格；另有 ${outside} 格超出表格，没有粘贴。请核对左上角选得对不对。`);
  });
}
