// Saves a form by itself a little after the typing stops. What the server does not have yet stays in this browser.
const pause = 3000;
const waits = [5, 10, 20, 30, 60];
const most = 60_000;

/**
 * @param post sends the fields: {status, answer}, or throws where there is no connection
 * @param fields the fields as they are now, [name, value] each
 * @param keep puts the fields away in this browser; null when there is nothing to keep
 * @param show tells the state: ('saved', at), ('waiting'), ('saving'), ('offline' | 'login' | 'large' | 'server' | 'refused', message), ('conflict', {by, at, version})
 */
export function autosaving({ post, fields, keep, show, version: first, timers = globalThis }) {
  let version = first;
  let saved = text(fields());
  let sending = null;
  let timer = 0;
  let failures = 0;
  let isHeld = false;

  function text(list) {
    return JSON.stringify(list);
  }

  const isDirty = () => text(fields()) !== saved;

  function later(milliseconds) {
    timers.clearTimeout(timer);
    timer = timers.setTimeout(() => save(), milliseconds);
  }

  function changed() {
    if (!isDirty()) {
      return;
    }
    keep(fields(), version);
    if (!isHeld) {
      show('waiting');
      later(pause);
    }
  }

  function take(status, answer, sent) {
    if (status === 409) {
      isHeld = true;
      show('conflict', answer);
      return false;
    }
    if (status >= 400 || !answer.savedAt) {
      return fail({ 400: 'login', 401: 'login', 403: 'refused', 404: 'refused', 413: 'large', 422: 'refused' }[status] ?? 'server', answer.message);
    }
    failures = 0;
    version = answer.version;
    saved = sent;
    if (isDirty()) {
      keep(fields(), version);
      later(pause);
    } else {
      keep(null);
    }
    show('saved', answer.savedAt);
    return true;
  }

  function fail(reason, message) {
    show(reason, message);
    if (reason !== 'refused' && reason !== 'large') {
      later(waits[Math.min(failures, waits.length - 1)] * 1000);
    }
    failures++;
    return false;
  }

  function save({ leaving = false } = {}) {
    timers.clearTimeout(timer);
    if (sending || isHeld || !isDirty()) {
      return sending ?? Promise.resolve(!isDirty());
    }
    const list = fields();
    const sent = text(list);
    if (leaving && sent.length > most) {
      // A page that goes may send little; the copy in this browser is offered when it opens again.
      return Promise.resolve(false);
    }
    if (!leaving) {
      show('saving');
    }
    sending = post([...list, ['version', String(version)]], leaving)
      .then(({ status, answer }) => { sending = null; return take(status, answer, sent); }, () => { sending = null; return fail('offline'); });
    return sending;
  }

  return {
    changed, save, isDirty,
    /** After a conflict: what is written here goes over the version that the other made, which the server keeps. */
    overwrite(theirs) { version = theirs; isHeld = false; return save(); },
    /** The form went to the server by its own button. */
    sent() { timers.clearTimeout(timer); isHeld = true; keep(null); },
    version: () => version,
  };
}
