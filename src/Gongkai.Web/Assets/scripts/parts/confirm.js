// <form data-confirm="将删除 3 条记录。" data-confirm-button="删除">, or the same on one of its submit buttons.
export function startConfirm() {
  const dialog = document.getElementById('confirm');
  if (!dialog?.showModal) {
    return;
  }
  const text = dialog.querySelector('[data-confirm-text]');
  const yes = dialog.querySelector('[value="yes"]');
  const usual = yes.textContent;
  let agreed = null;

  document.addEventListener('submit', event => {
    const form = event.target;
    const asking = event.submitter?.dataset.confirm ? event.submitter : form;
    if (!asking.dataset.confirm || agreed === form) {
      agreed = null;
      return;
    }
    event.preventDefault();
    event.stopImmediatePropagation();
    text.textContent = asking.dataset.confirm;
    yes.textContent = asking.dataset.confirmButton ?? usual;
    dialog.returnValue = '';
    dialog.addEventListener('close', () => {
      if (dialog.returnValue === 'yes') {
        agreed = form;
        form.requestSubmit(event.submitter ?? undefined);
      }
    }, { once: true });
    dialog.showModal();
  }, true);
}
