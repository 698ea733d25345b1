const PAUSE = 250;

async function titles(text, signal) {
  const response = await fetch(`/api/v1/search/suggestions?${new URLSearchParams({ q: text })}`, { credentials: 'omit', signal });
  return response.ok ? response.json() : [];
}

function suggestFor(input, number) {
  const list = document.createElement('datalist');
  list.id = `suggestions-${number}`;
  input.after(list);
  input.setAttribute('list', list.id);
  let timer;
  let asking;
  input.addEventListener('input', () => {
    clearTimeout(timer);
    asking?.abort();
    const text = input.value.trim();
    if (text.length < 2) {
      list.replaceChildren();
      return;
    }
    timer = setTimeout(async () => {
      asking = new AbortController();
      try {
        list.replaceChildren(...(await titles(text, asking.signal)).map(title => new Option(title, title)));
      } catch {
        list.replaceChildren();
      }
    }, PAUSE);
  });
}

/** Titles and agencies that go with what is being typed into a search box. */
export function startSuggestions() {
  document.querySelectorAll('[data-suggest]').forEach(suggestFor);
}
