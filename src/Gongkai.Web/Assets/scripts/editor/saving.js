// Saves what is typed: one save on its way at a time, each change with the revision that it was written on, again and again until the server has it.
import { Trouble } from './server.js';

const pause = 700;
const waits = [2, 5, 10, 20, 30];
const most = 500;

/**
 * @param keep what is not at the server yet goes here
 * @param on {state, saved, conflict, rejected, refused}: what the page does about it
 */
export function saving({ post, revision: first, keep, on }) {
  const edits = new Map();
  const held = new Map();
  let revision = first;
  let sending = null;
  let timer = 0;
  let failures = 0;
  let isClosed = false;

  const unsaved = () => [...edits].map(([field, { text, base }]) => ({ field, text, base }));
  const keepAll = () => keep([...unsaved(), ...[...held].map(([field, { text, base }]) => ({ field, text, base }))]);

  function schedule(delay) {
    clearTimeout(timer);
    timer = setTimeout(() => send(), delay);
  }

  function edit(field, text, base) {
    const known = edits.get(field);
    edits.set(field, { text, base: known?.base ?? held.get(field)?.base ?? base ?? revision });
    held.delete(field);
    keepAll();
    if (isClosed) {
      return;
    }
    on.state('waiting');
    if (failures === 0) {
      schedule(pause);
    }
  }

  function take(answer, batch) {
    failures = 0;
    if (answer.refusal) {
      isClosed = true;
      on.refused(answer, unsaved());
      return;
    }
    const applied = new Set(answer.applied);
    for (const { field, text } of batch) {
      const now = edits.get(field);
      if (now && now.text !== text) {
        edits.set(field, { text: now.text, base: answer.revision });
      } else {
        edits.delete(field);
      }
    }
    for (const conflict of answer.conflicts) {
      const yours = edits.get(conflict.field)?.text ?? conflict.yours;
      edits.delete(conflict.field);
      held.set(conflict.field, { text: yours, base: answer.revision });
      on.conflict({ ...conflict, yours });
    }
    for (const rejected of answer.rejected.filter(change => !edits.has(change.field))) {
      held.set(rejected.field, { text: rejected.text, base: answer.revision });
      on.rejected(rejected);
    }
    revision = answer.revision;
    keepAll();
    on.saved(answer, applied);
    if (edits.size > 0) {
      schedule(0);
    } else {
      on.state(held.size > 0 ? 'held' : 'saved');
    }
  }

  function fail(trouble) {
    if (!(trouble instanceof Trouble)) {
      throw trouble;
    }
    const wait = waits[Math.min(failures, waits.length - 1)];
    failures++;
    on.state(trouble.reason);
    schedule(wait * 1000);
  }

  function send() {
    clearTimeout(timer);
    if (sending || edits.size === 0 || isClosed) {
      return sending ?? Promise.resolve();
    }
    const batch = unsaved().slice(0, most);
    on.state('saving');
    sending = post('Save', { since: revision, changes: batch })
      .then(answer => { sending = null; take(answer, batch); }, trouble => { sending = null; fail(trouble); });
    return sending;
  }

  /** Sends everything; says whether all of it has arrived. */
  async function flush() {
    while (edits.size > 0 && !isClosed) {
      const before = failures;
      await send();
      if (failures > before) {
        return false;
      }
    }
    return edits.size === 0;
  }

  return {
    edit, flush, retry: () => { failures = 0; return send(); },
    isOpen: field => edits.has(field) || held.has(field),
    isDirty: () => edits.size > 0,
    hasHeld: () => held.size > 0,
    isSending: () => sending !== null,
    revision: () => revision,
    advance(to) { revision = Math.max(revision, to); },
    release(field) { held.delete(field); keepAll(); if (edits.size === 0 && held.size === 0) { on.state('saved'); } },
  };
}
