const typing = target => target.closest?.('input, textarea, select, [contenteditable="true"]');

export function startKeys() {
  document.addEventListener('keydown', event => {
    if ((event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey && event.key.toLowerCase() === 'k') {
      const box = [...document.querySelectorAll('[data-search]')].find(input => input.offsetParent !== null);
      if (box) {
        event.preventDefault();
        box.focus();
        box.select();
      }
    } else if (event.key === 'F1' || (event.key === '?' && !typing(event.target))) {
      const help = document.querySelector('[data-help]');
      if (help) {
        event.preventDefault();
        help.click();
      }
    }
  });
}
