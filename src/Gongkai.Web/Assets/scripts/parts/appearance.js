const system = { dark: matchMedia('(prefers-color-scheme: dark)'), contrast: matchMedia('(prefers-contrast: more)') };

function stored(name) {
  try {
    return localStorage.getItem(`gongkai.${name}`);
  } catch {
    return null;
  }
}

function store(name, value) {
  try {
    localStorage.setItem(`gongkai.${name}`, value);
  } catch {
    // Without storage the choice lasts as long as the page.
  }
}

export function current() {
  const root = document.documentElement.dataset;
  return { theme: root.bsTheme, elder: root.elder, contrast: root.contrast };
}

export function apply() {
  const root = document.documentElement.dataset;
  root.bsTheme = stored('theme') ?? (system.dark.matches ? 'dark' : 'light');
  root.elder = stored('elder') ?? 'off';
  root.contrast = stored('contrast') ?? (system.contrast.matches ? 'high' : 'normal');
}

export function choose(name, value) {
  const root = document.documentElement.dataset;
  root[name === 'theme' ? 'bsTheme' : name] = value;
  store(name, value);
  document.dispatchEvent(new CustomEvent('gongkai:appearance'));
}

export function watchSystem() {
  for (const media of Object.values(system)) {
    media.addEventListener('change', () => {
      apply();
      document.dispatchEvent(new CustomEvent('gongkai:appearance'));
    });
  }
}
