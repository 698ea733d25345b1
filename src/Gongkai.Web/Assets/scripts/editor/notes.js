// What the page has to say above the report: conflicts, text that was left over, a filing that moved on. And the line that says whether all is saved.
import { clock, element, moment } from './elements.js';

const states = {
  waiting: '有修改，马上保存…',
  saving: '正在保存…',
};
const troubles = {
  offline: '未能保存：连不上服务器。写的内容已留在这台电脑上，会自动再试。',
  login: '未能保存：登录已经过期。写的内容已留在这台电脑上；在新窗口登录后，这里会接着保存。',
  duty: '未能保存：要先完成账号设置（修改密码或绑定验证器）。写的内容已留在这台电脑上。',
  gone: '未能保存：找不到这份报告，可能您的岗位有变动。写的内容已留在这台电脑上。',
  large: '未能保存：内容太多。请分成几次粘贴。',
  server: '未能保存：服务器没有完成这次保存。写的内容已留在这台电脑上，会自动再试。',
  token: '未能保存：页面过旧。写的内容已留在这台电脑上，请刷新页面，再点“恢复”。',
};

const longest = 60;
const short = text => (text.length > longest ? `${text.slice(0, longest)}…（共 ${text.length} 字）` : text === '' ? '（空）' : text);

export function notes({ root, fields, retry }) {
  const line = root.querySelector('[data-save-state]');
  const said = root.querySelector('[data-said]');
  const holder = root.querySelector('[data-notes]');
  const boxes = new Map();

  function put(key, ...children) {
    boxes.get(key)?.remove();
    const box = element('div', { class: 'notice notice-wrong', role: 'status' }, ...children);
    boxes.set(key, box);
    holder.append(box);
    return box;
  }

  function drop(key) {
    boxes.get(key)?.remove();
    boxes.delete(key);
  }

  const button = (text, onclick, look = 'btn-outline-primary') => element('button', { type: 'button', class: `btn ${look}`, onclick }, text);
  const both = (label, text) => (text.length <= longest
    ? element('p', { class: 'text-whole' }, `${label}：${short(text)}`)
    : element('details', {}, element('summary', {}, `${label}：${short(text)}`), element('p', { class: 'text-whole' }, text)));

  return {
    state(state) {
      line.dataset.state = state;
      if (troubles[state]) {
        line.replaceChildren(troubles[state], ' ', button('再试', retry));
        if (state === 'login') {
          line.append(' ', element('a', { class: 'btn btn-primary', href: '/account/login', target: '_blank' }, '重新登录'));
        }
        said.textContent = troubles[state];
      } else if (state === 'held') {
        line.replaceChildren('其余已保存，有几处要您处理。', ' ', button('去处理', () => holder.scrollIntoView({ block: 'center' })));
        said.textContent = '有几处没有保存，要您处理。';
      } else {
        line.textContent = state === 'saved' ? `已保存 ${clock(Date.now())}` : states[state];
        said.textContent = '';
      }
    },
    say(text) {
      document.dispatchEvent(new CustomEvent('gongkai:toast', { detail: { message: text } }));
    },
    conflict({ field, theirs, theirName, yours }, choose) {
      const done = mine => { drop(field); choose(mine); };
      put(field,
        element('p', {}, `${theirName}刚改了“${fields.place(field)}”，和您写的不一样，请选一个：`),
        both(theirName, theirs), both('您', yours),
        element('div', { class: 'd-flex flex-wrap gap-2 mt-2' }, button('用我写的', () => done(true)), button(`用${theirName}写的`, () => done(false), 'btn-outline-secondary'), button('看这一处', () => fields.go(field), 'btn-outline-secondary')));
    },
    rejected({ field, message }) {
      put(field, element('p', {}, `“${fields.place(field)}”没有保存：${message}`), button('去改', () => fields.go(field)));
    },
    drop,
    refused(message, unsaved) {
      put('refused', element('p', {}, `${message}${unsaved.length > 0 ? `您有 ${unsaved.length} 处修改没有存上，列在下面，需要时可以复制。` : ''}`),
        ...unsaved.map(({ field, text }) => both(fields.place(field), text)));
      line.textContent = '现在不能修改。';
    },
    moved(word) {
      put('moved', element('p', {}, `这份报告刚刚变为“${word}”。`), button('刷新页面', () => location.reload()));
    },
    left(at, changes, restore, drop) {
      const box = put(`left-${at}`,
        element('p', {}, `${moment(at)} 有 ${changes.length} 处修改没有存到服务器，还留在这台电脑上：`),
        ...changes.map(({ field, text }) => both(fields.place(field), text)),
        element('div', { class: 'd-flex flex-wrap gap-2 mt-2' },
          restore ? button('恢复', () => { box.remove(); restore(); }) : null, button('不要了', () => { box.remove(); drop(); }, 'btn-outline-secondary')));
    },
    people(people) {
      root.querySelector('[data-people]').replaceChildren(...people.map(person =>
        element('p', {}, `${person.name}也打开着这份报告${person.field ? `，正在“${fields.place(person.field)}”` : ''}。`)));
    },
  };
}
