const LONGEST = 20000;

function addressOf(form) {
  let address = form.dataset.apiTry;
  const query = new URLSearchParams();
  for (const input of form.querySelectorAll('input[name]')) {
    const slot = `{${input.name}}`;
    if (address.includes(slot)) {
      address = address.replace(slot, encodeURIComponent(input.value));
    } else if (input.value) {
      query.set(input.name, input.value);
    }
  }
  return query.size ? `${address}?${query}` : address;
}

function show(answer, line, text) {
  const code = document.createElement('code');
  code.textContent = text.length > LONGEST ? `${text.slice(0, LONGEST)}\n……` : text;
  const block = document.createElement('pre');
  block.className = 'api-sample';
  block.tabIndex = 0;
  block.append(code);
  const head = document.createElement('p');
  head.textContent = line;
  answer.replaceChildren(head, block);
}

async function ask(form) {
  const address = addressOf(form);
  const token = form.querySelector('[data-api-token]')?.value;
  const answer = form.querySelector('[data-api-answer]');
  try {
    const response = await fetch(address, { headers: token ? { Authorization: `Bearer ${token}` } : {}, credentials: 'omit' });
    const text = await response.text();
    const isJson = response.headers.get('Content-Type')?.includes('json');
    show(answer, `${response.status}　${address}`, isJson && text ? JSON.stringify(JSON.parse(text), null, 2) : text);
  } catch {
    show(answer, '连不上服务器，请检查网络后再试。', address);
  }
}

export function startApi() {
  for (const form of document.querySelectorAll('[data-api-try]')) {
    form.addEventListener('submit', event => {
      event.preventDefault();
      ask(form);
    });
  }
}
