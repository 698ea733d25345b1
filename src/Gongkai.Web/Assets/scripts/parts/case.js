// The QR code of a receipt carries the code of the case behind the #, which no server and no log ever sees.
export function startCase() {
  const form = document.querySelector('[data-open-case]');
  if (form && location.hash.length > 1) {
    form.elements.Code.value = decodeURIComponent(location.hash.slice(1));
    history.replaceState(null, '', location.pathname + location.search);
  }
}
