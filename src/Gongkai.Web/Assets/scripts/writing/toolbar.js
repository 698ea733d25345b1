// The toolbar: real buttons, one stop of the Tab key, arrows move within it.
import { blockAt, isInList, isMarked, linkAround, tableAround } from './actions.js';
import { schema } from './schema.js';

const { marks, nodes } = schema;
const marked = type => state => isMarked(state, type);
const aligned = align => state => (blockAt(state).attrs.align ?? null) === align;

// name, label, key, drawing (an icon, else the letters), whether it is pressed
const groups = [
  ['历史', [
    ['undo', '撤销', 'Ctrl+Z', { icon: 'undo' }], ['redo', '重做', 'Ctrl+Y', { icon: 'redo' }],
  ]],
  ['文字', [
    ['strong', '加粗', 'Ctrl+B', { text: 'B', look: 'strong' }, marked(marks.strong)], ['em', '倾斜', 'Ctrl+I', { text: 'I', look: 'em' }, marked(marks.em)],
    ['underline', '下划线', 'Ctrl+U', { text: 'U', look: 'underline' }, marked(marks.underline)], ['strike', '删除线', null, { text: 'S', look: 'strike' }, marked(marks.strike)],
    ['sub', '下标', null, { icon: 'sub' }, marked(marks.sub)], ['sup', '上标', null, { icon: 'sup' }, marked(marks.sup)],
    ['clearLooks', '清除格式', 'Ctrl+\\', { icon: 'clear' }],
  ]],
  ['段落', [
    ['start', '左对齐', null, { icon: 'align-start' }, aligned(null)], ['center', '居中', null, { icon: 'align-center' }, aligned('center')],
    ['end', '右对齐', null, { icon: 'align-end' }, aligned('end')], ['signature', '落款', null, { text: '落款' }, aligned('signature')],
    ['flush', '顶格', null, { text: '顶格' }, state => Boolean(blockAt(state).attrs.flush)],
    ['outdent', '减少缩进', 'Ctrl+[', { icon: 'outdent' }], ['indent', '增加缩进', 'Ctrl+]', { icon: 'indent' }],
  ]],
  ['列表和引用', [
    ['bullets', '项目符号', 'Ctrl+Shift+8', { icon: 'bullets' }, state => isInList(state, nodes.bullet_list)],
    ['numbers', '编号', 'Ctrl+Shift+7', { icon: 'numbers' }, state => isInList(state, nodes.ordered_list)],
    ['quote', '引用', null, { icon: 'quote' }],
  ]],
  ['插入', [
    ['link', '链接', 'Ctrl+K', { icon: 'link' }, state => Boolean(linkAround(state))], ['picture', '图片', null, { icon: 'picture' }],
    ['table', '表格', null, { icon: 'table' }], ['rule', '分隔线', null, { icon: 'rule' }],
  ]],
  ['视图', [['screen', '全屏', 'F11', { icon: 'full-screen' }, (state, root) => root.classList.contains('writing-full')]]],
];

const ofTable = [['表格', [
  ['rowAbove', '上方加行'], ['rowBelow', '下方加行'], ['rowGone', '删除行'], ['columnLeft', '左侧加列'], ['columnRight', '右侧加列'], ['columnGone', '删除列'],
  ['merge', '合并单元格'], ['split', '拆分单元格'], ['headRow', '首行作表头'], ['headColumn', '首列作表头'], ['caption', '表格标题'], ['tableGone', '删除表格'],
]]];

const headings = [['0', '正文'], ['2', '一级标题'], ['3', '二级标题'], ['4', '三级标题']];

function drawn({ icon, text, look }, icons) {
  if (icon) {
    const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
    svg.setAttribute('class', 'icon');
    svg.setAttribute('aria-hidden', 'true');
    const use = document.createElementNS('http://www.w3.org/2000/svg', 'use');
    use.setAttribute('href', `${icons}#${icon}`);
    svg.append(use);
    return svg;
  }
  const letters = document.createElement('span');
  letters.setAttribute('aria-hidden', 'true');
  letters.textContent = text;
  letters.className = look ? `writing-letter-${look}` : '';
  return letters;
}

function headingChoice(run) {
  const choice = document.createElement('select');
  choice.className = 'form-select';
  choice.setAttribute('aria-label', '段落样式');
  choice.title = '段落样式（Ctrl+Alt+2、3、4 设标题，Ctrl+Alt+0 设正文）';
  for (const [value, text] of headings) {
    choice.add(new Option(text, value));
  }
  choice.addEventListener('change', () => run('heading', Number(choice.value)));
  return choice;
}

function barOf(label, list, { icons, run }) {
  const bar = document.createElement('div');
  bar.className = 'writing-bar';
  bar.setAttribute('role', 'toolbar');
  bar.setAttribute('aria-label', label);
  const items = [];
  for (const [group, buttons] of list) {
    const box = document.createElement('div');
    box.className = 'writing-group';
    box.setAttribute('role', 'group');
    box.setAttribute('aria-label', group);
    for (const [name, text, key, drawing, pressed] of buttons) {
      const button = document.createElement('button');
      button.type = 'button';
      button.className = 'writing-button';
      button.dataset.action = name;
      if (drawing) {
        button.setAttribute('aria-label', text);
        button.append(drawn(drawing, icons));
        button.title = key ? `${text}（${key}）` : text;
      } else {
        button.textContent = text;
      }
      button.addEventListener('click', () => run(name));
      // The selection stays where it is.
      button.addEventListener('mousedown', event => event.preventDefault());
      box.append(button);
      items.push({ element: button, name, pressed });
    }
    bar.append(box);
  }
  return { bar, items };
}

function rove(bar) {
  const stops = () => [...bar.querySelectorAll('button, select')].filter(stop => !stop.disabled && stop.offsetParent !== null);
  const settle = chosen => bar.querySelectorAll('button, select').forEach(stop => { stop.tabIndex = stop === chosen ? 0 : -1; });
  bar.addEventListener('focusin', event => settle(event.target));
  bar.addEventListener('keydown', event => {
    const all = stops();
    const at = all.indexOf(document.activeElement);
    const isChoice = document.activeElement.localName === 'select';
    const next = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: all.length - 1 }[event.key];
    if (next !== undefined && !(isChoice && (event.key === 'Home' || event.key === 'End'))) {
      event.preventDefault();
      all[(next + all.length) % all.length].focus();
    }
  });
  return {
    // What holds the place of the bar may just have been switched off.
    keep() {
      const holder = [...bar.querySelectorAll('[tabindex="0"]')];
      const all = stops();
      if (all.length > 0 && !(holder.length === 1 && all.includes(holder[0]))) {
        settle(all[0]);
      }
    },
  };
}

/** The toolbar, and the one for tables, which shows while the cursor is in one. */
export function toolbar({ root, icons, run, can }) {
  const main = barOf('正文格式', groups, { icons, run });
  const choice = headingChoice(run);
  main.bar.children[0].after(choice);
  const table = barOf('表格', ofTable, { icons, run });
  table.bar.hidden = true;
  const roving = [rove(main.bar), rove(table.bar)];

  return {
    bars: [main.bar, table.bar],
    show(state) {
      const inTable = Boolean(tableAround(state));
      table.bar.hidden = !inTable;
      for (const { element, name, pressed } of [...main.items, ...(inTable ? table.items : [])]) {
        const isPressed = pressed?.(state, root) ?? false;
        element.disabled = !isPressed && !can(name, state);
        if (pressed) {
          element.setAttribute('aria-pressed', String(isPressed));
        }
      }
      const block = blockAt(state);
      choice.value = block.type === nodes.heading ? String(block.attrs.level) : '0';
      roving.forEach(one => one.keep());
    },
    focus: () => main.bar.querySelector('[tabindex="0"]')?.focus(),
  };
}
