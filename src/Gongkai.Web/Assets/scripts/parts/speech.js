// <button data-read-aloud="#content" hidden>: shown only where the browser has a voice.
export function startSpeech() {
  const buttons = document.querySelectorAll('[data-read-aloud]');
  if (!('speechSynthesis' in window)) {
    return;
  }
  for (const button of buttons) {
    button.hidden = false;
    button.addEventListener('click', () => {
      if (speechSynthesis.speaking) {
        speechSynthesis.cancel();
        return;
      }
      const utterance = new SpeechSynthesisUtterance(document.querySelector(button.dataset.readAloud).innerText);
      utterance.lang = 'zh-CN';
      utterance.addEventListener('end', () => button.setAttribute('aria-pressed', 'false'));
      utterance.addEventListener('error', () => button.setAttribute('aria-pressed', 'false'));
      button.setAttribute('aria-pressed', 'true');
      speechSynthesis.speak(utterance);
    });
  }
  addEventListener('pagehide', () => speechSynthesis.cancel());
}
