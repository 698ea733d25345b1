// The sums of the form beside their totals, as the figures are typed. Only a cell that holds a figure counts; a blank or a stroke adds nothing.
const wide = /[０-９．，－]/g;

const nothing = /^[-/\\—–―─－／\s]*$|^无$/;

export function numberOf(text) {
  const plain = text.trim().replace(wide, letter => (letter === '．' ? '.' : letter === '，' ? ',' : letter === '－' ? '-' : String.fromCharCode(letter.charCodeAt(0) - 0xfee0)));
  return /^[-−]?\d{1,3}(,\d{3})+(\.\d+)?$|^[-−]?\d+(\.\d+)?$/.test(plain) ? Number(plain.replace(/,/g, '').replace('−', '-')) : null;
}

const rounded = value => Math.round(value * 1e6) / 1e6;

export function sums(identities, fields) {
  const totals = identities.filter(one => one.right.length === 1);
  const balances = identities.filter(one => one.right.length === 2);
  const shown = new Map();

  const sum = names => names.map(name => numberOf(fields.text(name))).filter(value => value !== null).reduce((all, value) => all + value, 0);
  // A cell with something in it that is no figure for certain leaves the sum open.
  const isOpen = names => names.some(name => numberOf(fields.text(name)) === null && !nothing.test(fields.text(name)));
  const any = names => !isOpen(names) && names.some(name => numberOf(fields.text(name)) !== null);

  function say(field, text) {
    const input = fields.input(field);
    if (!input || (shown.get(field) ?? '') === text) {
      return;
    }
    shown.set(field, text);
    let note = input.parentElement.querySelector('.cell-sum');
    if (!note) {
      note = document.createElement('span');
      note.className = 'cell-sum';
      note.id = `${input.id}-sum`;
      input.after(note);
      input.setAttribute('aria-describedby', `${note.id} ${input.getAttribute('aria-describedby') ?? ''}`.trim());
    }
    note.textContent = text;
  }

  /** What each total would have to be: a figure, or null where nothing speaks for one. A total of two sums has the last of them. */
  function expected() {
    const result = new Map();
    for (const { left, right: [total] } of totals) {
      if (any(left)) {
        result.set(total, [...result.get(total) ?? [], rounded(sum(left))]);
      }
    }
    return result;
  }

  function show() {
    const words = new Map(totals.map(({ right: [total] }) => [total, '']));
    for (const [total, values] of expected()) {
      const stands = numberOf(fields.text(total));
      const others = [...new Set(values)].filter(value => value !== stands);
      words.set(total, others.length > 0 ? `应为 ${others.join(' 或 ')}` : '');
    }
    for (const { left, right } of balances) {
      const difference = any(left) && any(right) ? rounded(sum(left) - sum(right)) : 0;
      const carried = right.at(-1);
      words.set(carried, [words.get(carried), difference === 0 ? '' : `一加二减三为 ${rounded(sum(left) - sum(right.slice(0, -1)))}`].filter(Boolean).join('；'));
    }
    for (const [field, text] of words) {
      say(field, text);
    }
  }

  return { show, expected };
}
