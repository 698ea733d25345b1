const busy = new WeakSet();

function preventDoubleSubmit() {
  document.addEventListener('submit', event => {
    const form = event.target;
    if (event.defaultPrevented || form.method === 'get' || form.target === '_blank') {
      return;
    }
    if (busy.has(form)) {
      event.preventDefault();
      return;
    }
    busy.add(form);
    event.submitter?.setAttribute('aria-busy', 'true');
  });
  // The way back shows the page as it was left; its forms may be sent again.
  addEventListener('pageshow', () => {
    for (const form of document.forms) {
      release(form);
    }
  });
}

export function release(form) {
  busy.delete(form);
  form.querySelectorAll('[aria-busy]').forEach(button => button.removeAttribute('aria-busy'));
}

function guardUnsaved() {
  const changed = new Set();
  document.addEventListener('input', event => {
    const form = event.target.form;
    if (form?.hasAttribute('data-guard')) {
      changed.add(form);
    }
  });
  document.addEventListener('submit', event => {
    if (!event.defaultPrevented) {
      changed.delete(event.target);
    }
  });
  document.addEventListener('gongkai:saved', event => changed.delete(event.target));
  addEventListener('beforeunload', event => {
    if ([...changed].some(form => form.isConnected)) {
      event.preventDefault();
      event.returnValue = '';
    }
  });
}

function focusErrors() {
  const summary = document.querySelector('[data-error-summary]');
  summary?.focus();
}

// <select data-submit> sends its form when it changes, for filters and for the switch of agencies.
function submitOnChange() {
  document.addEventListener('change', event => {
    if (event.target.hasAttribute('data-submit')) {
      event.target.form.requestSubmit();
    }
  });
}

export function startForms() {
  preventDoubleSubmit();
  guardUnsaved();
  submitOnChange();
  focusErrors();
}
