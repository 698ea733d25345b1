// A block of cells from the clipboard: the first table of what Excel or Word put there, else lines and tabs. One single value is no block.
const tidy = text => text.replace(/[\s\u00a0]+/g, ' ').trim();
const figure = /^[-−–—―/／\\\s]*$|^[-−+]?[\d０-９][\d０-９,，.．\s]*(件|项|万元|元|万|亿)?$/;

function fromHtml(html) {
  const table = new DOMParser().parseFromString(html, 'text/html').querySelector('table');
  if (!table) {
    return null;
  }
  const grid = [];
  [...table.rows].forEach((row, down) => {
    grid[down] ??= [];
    let right = 0;
    for (const cell of row.cells) {
      while (grid[down][right] !== undefined) {
        right++;
      }
      const text = tidy(cell.textContent);
      for (let below = 0; below < Math.min(cell.rowSpan || 1, table.rows.length - down); below++) {
        grid[down + below] ??= [];
        for (let beside = 0; beside < Math.min(cell.colSpan, 50); beside++) {
          grid[down + below][right + beside] = beside === 0 && below === 0 ? text : figure.test(text) ? '' : text;
        }
      }
    }
  });
  return grid.map(line => Array.from(line, text => text ?? ''));
}

function fromText(text) {
  const rows = [[]];
  let cell = '';
  let isQuoted = false;
  const whole = text.replace(/\r\n?/g, '\n').replace(/\n+$/, '');
  for (let index = 0; index < whole.length; index++) {
    const letter = whole[index];
    if (isQuoted) {
      if (letter !== '"') {
        cell += letter;
      } else if (whole[index + 1] === '"') {
        cell += '"';
        index++;
      } else {
        isQuoted = false;
      }
    } else if (letter === '"' && cell === '') {
      isQuoted = true;
    } else if (letter === '\t' || letter === '\n') {
      rows.at(-1).push(tidy(cell));
      cell = '';
      if (letter === '\n') {
        rows.push([]);
      }
    } else {
      cell += letter;
    }
  }
  rows.at(-1).push(tidy(cell));
  return rows;
}

// Rows and columns of labels that were copied along at the top and at the left are left out.
function withoutLabels(grid) {
  const isLabel = text => text !== '' && !figure.test(text);
  const rows = grid.slice(Math.max(0, grid.findIndex(line => line.some(text => text !== '' && !isLabel(text)))));
  const width = Math.max(...rows.map(line => line.length));
  let first = 0;
  while (first < width - 1 && rows.filter(line => isLabel(line[first] ?? '')).length * 2 > rows.length) {
    first++;
  }
  return rows.map(line => line.slice(first));
}

export function matrixOf(clipboard) {
  const html = clipboard.getData('text/html');
  const grid = (html && fromHtml(html)) || fromText(clipboard.getData('text/plain'));
  if (grid.length === 0 || (grid.length === 1 && grid[0].length <= 1)) {
    return null;
  }
  return withoutLabels(grid);
}
