// A message in the corner that a screen reader also speaks. Errors stay until they are closed.
export function toast(message, kind = 'info') {
  const holder = document.getElementById('toasts');
  if (!holder) {
    return;
  }
  const box = document.createElement('div');
  box.className = `toast show toast-${kind}`;
  box.setAttribute('role', kind === 'error' ? 'alert' : 'status');
  const body = document.createElement('div');
  body.className = 'toast-body d-flex gap-2';
  const text = document.createElement('span');
  text.className = 'flex-fill';
  text.textContent = message;
  const close = document.createElement('button');
  close.type = 'button';
  close.className = 'btn-close';
  close.setAttribute('aria-label', '关闭这条消息');
  close.addEventListener('click', () => box.remove());
  body.append(text, close);
  box.append(body);
  holder.append(box);
  if (kind !== 'error') {
    setTimeout(() => box.remove(), 8000);
  }
}

export function startToasts() {
  document.addEventListener('gongkai:toast', event => toast(event.detail.message, event.detail.kind));
}
