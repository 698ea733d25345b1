import { fieldsOf } from './fields.js';
import { findingsPanel } from './findings.js';
import { startGrid } from './grid.js';
import { startGrowing } from './growing.js';
import { keeping } from './keeping.js';
import { notes } from './notes.js';
import { remarksPanel } from './remarks.js';
import { saving } from './saving.js';
import { server, Trouble } from './server.js';
import { sums } from './sums.js';
import { startTools } from './tools.js';

const everySeconds = 4;

export function startEditor(root) {
  const { sheet, sums: identities, account, stateWords, severityWords } = JSON.parse(root.querySelector('[data-editor-data]').textContent);
  const may = Object.fromEntries(['edit', 'remark', 'settle', 'explain'].map(name => [name, root.dataset[name] === 'true']));
  const fields = fieldsOf(root);
  const api = server(root.dataset.url, root.querySelector('input[name="__RequestVerificationToken"]').value);
  const store = keeping(sheet.id, account);
  const totals = sums(identities, fields);
  const told = notes({ root, fields, retry: () => save.retry() });
  let { findings, unsettled, remarks } = sheet;
  let hasMoved = false;

  const save = saving({
    post: api.post,
    revision: sheet.revision,
    keep: store.keep,
    on: {
      state: state => told.state(state),
      saved: answer => {
        takeChanges(answer.others);
        ({ findings, unsettled } = answer);
        showFindings();
      },
      conflict: conflict => told.conflict(conflict, isMine => {
        if (isMine) {
          put([[conflict.field, conflict.yours]]);
        } else {
          save.release(conflict.field);
          fields.put(conflict.field, conflict.theirs);
        }
      }),
      rejected: told.rejected,
      refused: (answer, unsaved) => told.refused(answer.message, unsaved),
    },
  });

  const findingList = findingsPanel({
    root, fields, sprite: root.dataset.icons, words: severityWords, mayEdit: may.edit, mayExplain: may.explain,
    mend: (changes, button) => ask('Mend', changes, button),
    explain: (finding, text) => ask('Explain', { rule: finding.rule, place: finding.at.join(' '), message: finding.message, text }),
  });
  const remarkList = remarksPanel({
    root, fields, maySettle: may.settle,
    settle: (remark, button) => ask('Settle', { remark }, button),
    remove: (remark, button) => ask('RemoveRemark', { remark }, button),
    add: (at, text) => ask('Remark', { at, text }),
  });

  function showFindings() {
    findingList.show(findings, unsettled, remarkList.show(remarks));
    totals.show();
  }

  function takeChanges(changes) {
    for (const change of changes) {
      if (!save.isOpen(change.field)) {
        fields.put(change.field, change.text);
      }
    }
  }

  /** Writes into fields for the person; says what stood there before. */
  function put(changes) {
    const before = changes.map(([field]) => [field, fields.text(field)]);
    for (const [field, text] of changes) {
      fields.put(field, text);
      told.drop(field);
      save.edit(field, text);
    }
    totals.show();
    return before;
  }

  async function refresh() {
    const now = await api.get('Sheet');
    takeChanges(now.fields);
    save.advance(now.revision);
    ({ findings, unsettled, remarks } = now);
    showFindings();
  }

  /** Something that is no text: what was typed goes first, and then the sheet is read anew. */
  async function ask(handler, body, button) {
    button?.setAttribute('aria-busy', 'true');
    try {
      if (!await save.flush()) {
        told.say('先要把刚才写的保存好，再做这一步。');
        return false;
      }
      const answer = await api.post(handler, body);
      if (!answer.isDone) {
        told.say(answer.message);
      }
      await refresh();
      return answer.isDone;
    } catch (trouble) {
      if (!(trouble instanceof Trouble)) {
        throw trouble;
      }
      told.state(trouble.reason);
      return false;
    } finally {
      button?.removeAttribute('aria-busy');
    }
  }

  async function poll() {
    if (document.hidden || save.isSending()) {
      return;
    }
    const at = document.activeElement?.dataset?.field;
    const since = save.revision();
    try {
      const news = await api.get('News', { since, ...(at ? { at } : {}) });
      told.people(news.people);
      if (news.state !== sheet.state && !hasMoved) {
        hasMoved = true;
        told.moved(stateWords[news.state]);
      }
      if (news.openRemarks !== remarks.filter(remark => remark.settledAt === null).length) {
        await refresh();
      } else if (news.findings && since === save.revision() && !save.isSending()) {
        takeChanges(news.changed);
        save.advance(news.revision);
        ({ findings, unsettled } = news);
        showFindings();
      }
    } catch (trouble) {
      if (!(trouble instanceof Trouble)) {
        throw trouble;
      }
    }
  }

  function offerLeft() {
    for (const { key, at, changes } of store.left()) {
      const open = changes.filter(({ field, text }) => fields.all.has(field) && fields.text(field) !== text);
      if (open.length === 0) {
        store.drop(key);
        continue;
      }
      const restore = () => {
        open.forEach(({ field, text, base }) => {
          fields.put(field, text);
          save.edit(field, text, base);
        });
        totals.show();
        store.drop(key);
      };
      told.left(at, open, may.edit ? restore : null, () => store.drop(key));
    }
  }

  // A step takes the report as the server has it: what was typed goes first.
  for (const form of root.querySelectorAll('form[data-flush]')) {
    form.addEventListener('submit', async event => {
      if (!save.isDirty() && !save.hasHeld()) {
        return;
      }
      event.preventDefault();
      if (save.hasHeld()) {
        told.say('页面上方还有几处没有存上，先选用哪一个、或者改正，再做这一步。');
        return;
      }
      if (await save.flush()) {
        form.submit();
      } else {
        told.say('刚才写的还没有存到服务器，这一步没有做。请等“已保存”出现以后再试。');
      }
    });
  }

  const undo = may.edit ? startTools({ root, fields, totals, put, told }) : null;
  root.addEventListener('input', event => {
    const field = event.target.dataset.field;
    if (field) {
      told.drop(field);
      save.edit(field, event.target.value);
      totals.show();
    }
  });
  for (const table of root.querySelectorAll('[data-grid]')) {
    startGrid(table, { mayEdit: may.edit, put: undo?.put ?? put, told: told.say });
  }
  addEventListener('beforeunload', event => {
    if (save.isDirty()) {
      event.preventDefault();
      event.returnValue = '';
    }
  });
  addEventListener('online', () => save.retry());
  addEventListener('focus', () => { if (save.isDirty()) { save.retry(); } });
  root.querySelector('[data-show-last]')?.addEventListener('click', event => {
    const isShown = root.toggleAttribute('data-last');
    event.currentTarget.setAttribute('aria-pressed', String(isShown));
  });
  startGrowing(root);
  // The lists of an authority lead to a cell by its address, as in #requests.received.total.
  const goToAddress = () => fields.go(location.hash.slice(1));
  addEventListener('hashchange', goToAddress);
  setInterval(poll, everySeconds * 1000);
  poll();
  offerLeft();
  showFindings();
  goToAddress();
}
