// <form data-autosave-url="…" data-autosave-key="document-12.account" data-autosave-version="3" data-compare-url="…">: saved by itself.
import { autosaving } from './autosave.js';
import { kept } from './kept.js';

const clock = new Intl.DateTimeFormat('zh-CN', { hour: '2-digit', minute: '2-digit', hour12: false, timeZone: 'Asia/Shanghai' });
const day = new Intl.DateTimeFormat('zh-CN', { month: 'numeric', day: 'numeric', hour: '2-digit', minute: '2-digit', hour12: false, timeZone: 'Asia/Shanghai' });
const words = {
  waiting: '还没有保存', saving: '正在保存……',
  offline: '保存失败，正文还在本页：连不上服务器，会自动再试',
  login: '保存失败，正文还在本页：登录可能已过期，请在新窗口登录后再试',
  large: '保存失败，正文还在本页：内容太大，请把大图片改用“图片”按钮插入',
  server: '保存失败，正文还在本页：服务器出错，会自动再试',
  refused: '保存失败，正文还在本页',
  conflict: '没有保存：别人改过这份文稿',
};
const own = new Set(['__RequestVerificationToken', '__Invariant', 'version']);

function note(holder, text, buttons) {
  const box = document.createElement('div');
  box.className = 'notice notice-wrong';
  box.setAttribute('role', 'alert');
  const line = document.createElement('p');
  line.textContent = text;
  const row = document.createElement('div');
  row.className = 'd-flex flex-wrap gap-2';
  for (const [label, look, act] of buttons) {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = `btn ${look}`;
    button.textContent = label;
    button.addEventListener('click', () => act(box));
    row.append(button);
  }
  box.append(line, row);
  holder.append(box);
  return box;
}

export function startSaving(form) {
  const state = form.querySelector('[data-autosave-state]') ?? form.appendChild(Object.assign(document.createElement('p'), { className: 'autosave' }));
  state.setAttribute('role', 'status');
  const notes = form.querySelector('[data-autosave-notes]') ?? document.createElement('div');
  if (!notes.isConnected) {
    form.before(notes);
  }
  const store = kept(form.dataset.autosaveKey);

  const fields = () => {
    form.dispatchEvent(new Event('gongkai:settle'));
    return [...new FormData(form)].filter(([name, value]) => typeof value === 'string' && !own.has(name));
  };
  const token = () => form.querySelector('input[name="__RequestVerificationToken"]')?.value ?? '';

  async function post(list, leaving) {
    const body = new URLSearchParams([...list, ['__RequestVerificationToken', token()]]);
    const response = await fetch(form.dataset.autosaveUrl, { method: 'POST', body, credentials: 'same-origin', redirect: 'manual', keepalive: leaving });
    if (response.type === 'opaqueredirect') {
      return { status: 401, answer: {} };
    }
    const isJson = response.headers.get('Content-Type')?.includes('json');
    const answer = isJson ? await response.json() : {};
    if (answer.leftOut?.length) {
      note(notes, answer.leftOut.join(''), [['知道了', 'btn-outline-secondary', box => box.remove()]]);
    }
    return { status: response.status, answer };
  }

  function show(name, detail) {
    form.dataset.autosaveNow = name;
    state.classList.toggle('autosave-wrong', !['saved', 'saving', 'waiting'].includes(name));
    state.textContent = name === 'saved' ? `已保存 ${clock.format(new Date(detail))}` : typeof detail === 'string' ? `${words[name]}：${detail}` : words[name];
    if (name === 'conflict') {
      conflict(detail);
    }
  }

  function conflict({ by, at, version }) {
    notes.querySelectorAll('[data-conflict]').forEach(box => box.remove());
    const buttons = [
      ['用我写的', 'btn-primary', box => { box.remove(); saving.overwrite(version); }],
      ['用对方的', 'btn-outline-secondary', () => { saving.sent(); location.reload(); }],
    ];
    if (form.dataset.compareUrl) {
      buttons.unshift(['看看差别', 'btn-outline-primary', compare]);
    }
    note(notes, `${by}在 ${day.format(new Date(at))} 改过这份文稿。你写的还在本页，没有丢；两边的改动只能留一边作为最新稿，另一边在历史版本里能找到。`, buttons).dataset.conflict = '';
  }

  /** Opens in a new window what differs between the server's version and what is written here. */
  function compare() {
    const asking = document.createElement('form');
    Object.assign(asking, { method: 'post', action: form.dataset.compareUrl, target: '_blank', hidden: true });
    for (const [name, value] of [...fields(), ['__RequestVerificationToken', token()]]) {
      asking.append(Object.assign(document.createElement('input'), { type: 'hidden', name, value }));
    }
    document.body.append(asking);
    asking.submit();
    asking.remove();
  }

  function put(list) {
    for (const [name, value] of list) {
      const field = form.elements.namedItem(name);
      if (field instanceof RadioNodeList) {
        field.value = value;
      } else if (field && field.type === 'checkbox') {
        field.checked = true;
      } else if (field && field.type !== 'hidden' && field.type !== 'file') {
        field.value = value;
        field.dispatchEvent(new Event('gongkai:put'));
      }
    }
    form.dispatchEvent(new Event('input', { bubbles: true }));
  }

  const saving = autosaving({ post, fields, show, keep: store.keep, version: Number(form.dataset.autosaveVersion) });

  function offerLeft() {
    const now = JSON.stringify(fields());
    let isOffered = false;
    for (const copy of store.left()) {
      if (isOffered || JSON.stringify(copy.fields) === now) {
        // Older copies wait until the newest is settled.
        if (!isOffered) {
          store.drop(copy.key);
        }
        continue;
      }
      isOffered = true;
      const version = Number(form.dataset.autosaveVersion);
      note(notes, `这台电脑上还有 ${day.format(new Date(copy.at))} 没有保存上的内容${copy.version < version ? '，那以后文稿在服务器上又改过' : ''}。`, [
        ['恢复', 'btn-primary', box => { box.remove(); put(copy.fields); store.drop(copy.key); }],
        ['不要了', 'btn-outline-secondary', box => { box.remove(); store.drop(copy.key); }],
      ]);
    }
  }

  form.addEventListener('input', () => saving.changed());
  form.addEventListener('change', () => saving.changed());
  // A step takes the text with it: nothing is left to save.
  form.addEventListener('submit', event => {
    if (!event.defaultPrevented && event.submitter?.formTarget !== '_blank') {
      const version = document.createElement('input');
      form.querySelectorAll('input[name="version"][data-autosave]').forEach(input => input.remove());
      Object.assign(version, { type: 'hidden', name: 'version', value: String(saving.version()) });
      version.dataset.autosave = '';
      form.append(version);
      isLeaving = true;
    }
  });
  let isLeaving = false;
  addEventListener('pageshow', () => { isLeaving = false; });
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden' && !isLeaving) {
      saving.save({ leaving: true });
    }
  });
  addEventListener('online', () => saving.save());
  addEventListener('focus', () => saving.save());
  addEventListener('beforeunload', event => {
    if (!isLeaving && saving.isDirty()) {
      saving.save();
      event.preventDefault();
      event.returnValue = '';
    }
  });
  offerLeft();
}
