// Boxes as high as their text, where the browser does not do that by itself.
export function startGrowing(root) {
  if (CSS.supports('field-sizing', 'content')) {
    return;
  }
  const grow = box => {
    box.style.height = 'auto';
    box.style.height = `${box.scrollHeight + 4}px`;
  };
  root.querySelectorAll('textarea[data-field]').forEach(grow);
  for (const name of ['input', 'gongkai:put']) {
    root.addEventListener(name, event => {
      if (event.target.matches('textarea[data-field]')) {
        grow(event.target);
      }
    });
  }
}
