// Drawing on the pages: a rectangle that is drawn is sent at once by the form's own fields, and what the page says of the marks is shown anew.
import { toast } from './parts/toasts.js';

const form = document.querySelector('[data-redact]');
const smallest = 0.4;

function percent(page, event) {
  const box = page.getBoundingClientRect();
  const within = value => Math.min(100, Math.max(0, value));
  return { x: within((event.clientX - box.left) / box.width * 100), y: within((event.clientY - box.top) / box.height * 100) };
}

function between(a, b) {
  return { x: Math.min(a.x, b.x), y: Math.min(a.y, b.y), width: Math.abs(a.x - b.x), height: Math.abs(a.y - b.y) };
}

function show(rectangle, area) {
  for (const [name, value] of Object.entries(area)) {
    rectangle.setAttribute(name, value.toFixed(3));
  }
}

let sending = Promise.resolve();

// One after the other: the last answer then knows of all that was drawn.
function send(address, fields) {
  sending = sending.then(async () => {
    const data = new FormData(form);
    for (const [name, value] of Object.entries(fields)) {
      data.set(name, value);
    }
    const response = await fetch(address, { method: 'POST', body: data, credentials: 'same-origin' });
    if (!response.ok) {
      throw new Error(String(response.status));
    }
    take(new DOMParser().parseFromString(await response.text(), 'text/html'));
  }).catch(() => {
    form.querySelectorAll('rect[data-unsaved]').forEach(rectangle => rectangle.remove());
    toast('连不上服务器，刚才标的地方没有保存。请检查网络后再标一次。', 'error');
  });
  return sending;
}

function take(answer) {
  const state = answer.querySelector('[data-redact-state]');
  if (!state) {
    location.reload();
    return;
  }
  const old = form.querySelector('[data-redact-state]');
  const isOpen = old.querySelector('details')?.open;
  old.replaceWith(state);
  const list = state.querySelector('details');
  if (list && isOpen) {
    list.open = true;
  }
  for (const page of form.querySelectorAll('[data-redact-page]')) {
    page.replaceChildren(...answer.querySelector(`[data-redact-page="${page.dataset.redactPage}"]`)?.childNodes ?? []);
  }
  announce(state.querySelector('h2').textContent);
}

function announce(text) {
  const said = form.querySelector('[data-redact-said]');
  said.textContent = text;
}

function startDrawing(page, touch) {
  let from = null;
  let rectangle = null;
  page.addEventListener('pointerdown', event => {
    if (event.button !== 0 || (event.pointerType === 'touch' && touch.getAttribute('aria-pressed') !== 'true')) {
      return;
    }
    event.preventDefault();
    page.setPointerCapture(event.pointerId);
    from = percent(page, event);
    rectangle = document.createElementNS('http://www.w3.org/2000/svg', 'rect');
    rectangle.dataset.unsaved = '';
    page.append(rectangle);
  });
  page.addEventListener('pointermove', event => {
    if (from) {
      show(rectangle, between(from, percent(page, event)));
    }
  });
  page.addEventListener('pointerup', event => {
    if (!from) {
      return;
    }
    const area = between(from, percent(page, event));
    from = null;
    if (area.width < smallest || area.height < smallest / 2) {
      rectangle.remove();
      return;
    }
    send(form.querySelector('[data-redact-add]').formAction, {
      'Input.Page': page.dataset.redactPage,
      'Input.Left': area.x.toFixed(3), 'Input.Top': area.y.toFixed(3), 'Input.Width': area.width.toFixed(3), 'Input.Height': area.height.toFixed(3),
    });
  });
  page.addEventListener('pointercancel', () => {
    rectangle?.remove();
    from = null;
  });
}

if (form) {
  const touch = form.querySelector('[data-redact-touch]');
  form.querySelector('[data-redact-hint]').hidden = false;
  touch.hidden = !matchMedia('(any-pointer: coarse)').matches;
  touch.addEventListener('click', () => {
    const isOn = touch.getAttribute('aria-pressed') !== 'true';
    touch.setAttribute('aria-pressed', String(isOn));
    form.classList.toggle('redact-by-touch', isOn);
  });
  const said = document.createElement('p');
  said.className = 'visually-hidden';
  said.setAttribute('role', 'status');
  said.dataset.redactSaid = '';
  form.append(said);
  form.querySelectorAll('[data-redact-page]').forEach(page => startDrawing(page, touch));
  form.addEventListener('submit', event => {
    const button = event.submitter;
    if (button?.hasAttribute('data-in-place')) {
      event.preventDefault();
      send(button.formAction, button.name ? { [button.name]: button.value } : {}).then(() => {
        (form.querySelector('[data-redact-state] [data-in-place]') ?? form.querySelector('select')).focus();
      });
    }
  });
}
