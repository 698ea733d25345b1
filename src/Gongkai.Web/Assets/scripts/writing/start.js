// The editor of a text: it stands in for a textarea, which keeps the HTML and is what the form sends.
import { baseKeymap } from 'prosemirror-commands';
import { dropCursor } from 'prosemirror-dropcursor';
import { gapCursor } from 'prosemirror-gapcursor';
import { history } from 'prosemirror-history';
import { keymap } from 'prosemirror-keymap';
import { DOMParser as TextParser, DOMSerializer } from 'prosemirror-model';
import { EditorState } from 'prosemirror-state';
import { tableEditing } from 'prosemirror-tables';
import { EditorView } from 'prosemirror-view';
import * as act from './actions.js';
import { ask } from './asking.js';
import { pictures } from './pictures.js';
import { safeLink, schema } from './schema.js';
import { toolbar } from './toolbar.js';
import { cleaned } from './word.js';

const pause = 400;

function parsed(html) {
  const page = new DOMParser().parseFromString(/<[a-z/!]/i.test(html) ? html : '', 'text/html');
  if (!page.body.hasChildNodes()) {
    // Without markup each line is a paragraph, as for the server.
    for (const line of html.split(/\r?\n/).filter(text => text.trim())) {
      const paragraph = page.createElement('p');
      paragraph.textContent = line.trim();
      page.body.append(paragraph);
    }
  }
  return TextParser.fromSchema(schema).parse(page.body);
}

function htmlOf(doc) {
  const box = document.createElement('div');
  box.append(DOMSerializer.fromSchema(schema).serializeFragment(doc.content));
  return [...box.children].map(block => block.outerHTML).join('\n');
}

export function lettersOf(doc) {
  let count = 0;
  doc.descendants(node => { count += node.isText ? [...node.text.replace(/\s/g, '')].length : 0; });
  return count;
}

export function startWriting(root) {
  const source = root.querySelector('textarea');
  const label = root.querySelector('label');
  const status = document.createElement('p');
  status.className = 'writing-count';
  let writing = 0;
  let isTouched = false;

  const view = new EditorView(null, {
    state: stateOf(source.value),
    transformPastedHTML: cleaned,
    handlePaste: (_, event) => images.paste(event),
    handleDrop: (_, event) => images.drop(event),
    handleKeyDown: (_, event) => special(event),
    attributes: {
      class: 'document-text writing-text', role: 'textbox', 'aria-multiline': 'true', id: `${source.id}-text`, lang: 'zh-CN',
      ...(label ? { 'aria-labelledby': label.id } : {}),
      'aria-describedby': [source.getAttribute('aria-describedby'), `${source.id}-keys`].filter(Boolean).join(' '),
    },
    dispatchTransaction(transaction) {
      view.updateState(view.state.apply(transaction));
      bar.show(view.state);
      if (transaction.docChanged) {
        isTouched = true;
        status.textContent = `${lettersOf(view.state.doc)} 字`;
        clearTimeout(writing);
        writing = setTimeout(tell, pause);
      }
    },
  });
  const images = pictures({ root, view });
  const bar = toolbar({ root, icons: root.dataset.icons, run, can });

  function stateOf(html) {
    return EditorState.create({
      doc: parsed(html),
      plugins: [history(), keymap(act.keys), keymap(baseKeymap), dropCursor({ color: false, class: 'writing-drop' }), gapCursor(), tableEditing()],
    });
  }

  /** Puts the text into the textarea, where the form and the saving find it. */
  function settle() {
    clearTimeout(writing);
    if (!isTouched) {
      return false;
    }
    isTouched = false;
    source.value = htmlOf(view.state.doc);
    return true;
  }

  function tell() {
    if (settle()) {
      source.dispatchEvent(new Event('input', { bubbles: true }));
    }
  }

  function special(event) {
    if (event.key === 'F10' && event.altKey) {
      bar.focus();
      return true;
    }
    if ((event.key === 'F11' && !event.ctrlKey) || (event.key === 'Escape' && root.classList.contains('writing-full'))) {
      event.preventDefault();
      toggleScreen();
      return true;
    }
    if ((event.ctrlKey || event.metaKey) && !event.shiftKey && event.key.toLowerCase() === 'k') {
      event.preventDefault();
      event.stopPropagation();
      run('link');
      return true;
    }
    return false;
  }

  function toggleScreen() {
    root.classList.toggle('writing-full');
    document.documentElement.classList.toggle('writing-covers', root.classList.contains('writing-full'));
    bar.show(view.state);
  }

  const asking = {
    async link() {
      const { from, to } = view.state.selection;
      const around = act.linkAround(view.state);
      const place = around ?? { from, to, href: '' };
      const answer = await ask({
        title: '链接', confirm: '确定', remove: around ? '去掉链接' : null,
        fields: [
          { name: 'href', label: '网址', value: place.href, required: true, hint: '如 https://www.gov.cn/ 或本站的 /documents/…' },
          ...(place.from === place.to ? [{ name: 'text', label: '显示的文字' }] : []),
        ],
      });
      if (answer === 'remove') {
        act.setLink(place.from, place.to, null)(view.state, view.dispatch);
      } else if (answer) {
        const href = safeLink(/^www\./i.test(answer.href) ? `https://${answer.href}` : answer.href);
        if (href) {
          act.setLink(place.from, place.to, href, answer.text)(view.state, view.dispatch);
        }
      }
    },
    async table() {
      const answer = await ask({
        title: '插入表格', confirm: '插入',
        fields: [
          { name: 'rows', label: '行数', type: 'number', value: '3', min: 1, max: 100, required: true },
          { name: 'columns', label: '列数', type: 'number', value: '3', min: 1, max: 30, required: true },
          { name: 'head', label: '第一行是表头', type: 'checkbox', value: true },
        ],
      });
      if (answer) {
        act.insertTable(Number(answer.rows), Number(answer.columns), answer.head)(view.state, view.dispatch);
      }
    },
    async caption() {
      const table = act.tableAround(view.state);
      const answer = await ask({ title: '表格标题', confirm: '确定', fields: [{ name: 'caption', label: '标题', value: table.node.attrs.caption, hint: '不要标题时留空。' }] });
      if (answer) {
        act.setCaption(answer.caption)(view.state, view.dispatch);
      }
    },
    picture: () => images.ask(),
    screen: toggleScreen,
  };

  async function run(name, value) {
    if (name === 'heading') {
      act.setHeading(value)(view.state, view.dispatch);
    } else if (asking[name]) {
      await asking[name]();
    } else {
      (name === 'flush' ? act.toggleFlush : act.actions[name])(view.state, view.dispatch);
    }
    if (name !== 'screen' || root.classList.contains('writing-full')) {
      view.focus();
    }
  }

  function can(name, state) {
    return asking[name] !== undefined || (name === 'flush' ? act.toggleFlush : act.actions[name])(state);
  }

  const keys = document.createElement('p');
  keys.className = 'visually-hidden';
  keys.id = `${source.id}-keys`;
  keys.textContent = '按 Alt+F10 到工具栏，工具栏里用左右箭头移动。';
  const box = document.createElement('div');
  box.className = 'writing-box';
  const frame = document.createElement('div');
  frame.className = 'writing-bars';
  frame.append(...bar.bars);
  box.append(frame, view.dom, status, keys);
  // As the editor writes it, so that what is unchanged is seen to be.
  source.value = htmlOf(view.state.doc);
  source.hidden = true;
  source.after(box);
  status.textContent = `${lettersOf(view.state.doc)} 字`;
  bar.show(view.state);

  label?.addEventListener('click', () => view.focus());
  source.form?.addEventListener('submit', settle, true);
  source.form?.addEventListener('gongkai:settle', settle);
  addEventListener('pagehide', settle);
  view.dom.addEventListener('blur', tell);
  // What is put into the textarea from outside, as by an offer to restore, is shown.
  source.addEventListener('gongkai:put', () => {
    view.updateState(stateOf(source.value));
    isTouched = false;
    bar.show(view.state);
    status.textContent = `${lettersOf(view.state.doc)} 字`;
  });
}
