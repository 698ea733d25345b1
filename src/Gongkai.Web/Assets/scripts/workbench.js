import 'bootstrap/js/dist/dropdown.js';
import 'bootstrap/js/dist/modal.js';
import Offcanvas from 'bootstrap/js/dist/offcanvas.js';
import htmx from 'htmx.org/dist/htmx.esm.js';
import { release } from './parts/forms.js';
import { start } from './parts/start.js';
import { toast } from './parts/toasts.js';

// The policy of content security allows neither eval nor inline styles.
htmx.config.allowEval = false;
htmx.config.includeIndicatorStyles = false;
htmx.config.selfRequestsOnly = true;

document.addEventListener('htmx:afterRequest', event => {
  const form = event.detail.elt.closest('form');
  if (form) {
    release(form);
  }
});
document.addEventListener('htmx:sendError', () => toast('连不上服务器，刚才的操作没有保存。请检查网络后再试一次。', 'error'));
document.addEventListener('htmx:responseError', event => {
  const reference = event.detail.xhr.getResponseHeader('X-Reference');
  toast(`刚才的操作没有完成，请再试一次。${reference ? `仍不行时把编号 ${reference} 告诉管理员。` : ''}`, 'error');
});

// A link with hx-target="#drawer-body" opens beside the page what it leads to.
document.addEventListener('htmx:afterSwap', event => {
  if (event.detail.target.id === 'drawer-body') {
    Offcanvas.getOrCreateInstance('#drawer').show();
  }
});

// A drawer leaves the page usable beside it, so nothing else moves the focus into it, and Escape would not reach it.
for (const drawer of document.querySelectorAll('#help, #drawer')) {
  drawer.addEventListener('shown.bs.offcanvas', () => drawer.focus());
}

start();
