// The forms that take a whole report: a file dropped onto them, or a page of Word pasted with its tables.
const mostBytes = 50_000_000;

function takeDrops(zone) {
  const input = zone.querySelector('input[type="file"]');
  input.addEventListener('change', () => {
    const isTooLarge = [...input.files].some(file => file.size > mostBytes);
    input.setCustomValidity(isTooLarge ? '文件超过 50 MB，读不了；请去掉其中的图片再上传。' : '');
    input.reportValidity();
  });
  zone.addEventListener('dragover', event => {
    if (event.dataTransfer.types.includes('Files')) {
      event.preventDefault();
      zone.dataset.over = '';
    }
  });
  zone.addEventListener('dragleave', () => delete zone.dataset.over);
  zone.addEventListener('drop', event => {
    delete zone.dataset.over;
    if (event.dataTransfer.files.length > 0) {
      event.preventDefault();
      input.files = event.dataTransfer.files;
      input.dispatchEvent(new Event('change', { bubbles: true }));
    }
  });
}

// The text box shows the words; what Word put beside them as HTML keeps the tables.
function takePastes(form) {
  const box = form.querySelector('[data-pasted]');
  const table = form.querySelector('[data-pasted-table]');
  box.addEventListener('paste', event => {
    const isWhole = box.value === '' || (box.selectionStart === 0 && box.selectionEnd === box.value.length);
    table.value = isWhole ? event.clipboardData.getData('text/html') : '';
  });
  box.addEventListener('input', event => {
    if (event.inputType !== 'insertFromPaste') {
      table.value = '';
    }
  });
}

function showForChoice(form) {
  const part = form.querySelector('[data-shown-for]');
  const choices = [...form.querySelectorAll('input[type="radio"]')];
  if (!part || choices.length === 0) {
    return;
  }
  const show = () => { part.hidden = !choices.some(choice => choice.checked && choice.value === part.dataset.shownFor); };
  choices.forEach(choice => choice.addEventListener('change', show));
  show();
}

export function startSources() {
  for (const form of document.querySelectorAll('[data-report-source]')) {
    form.querySelectorAll('[data-drop]').forEach(takeDrops);
    takePastes(form);
    showForChoice(form);
  }
}
