// What is not yet at the server stays in this browser, by report, person and page, until the server has it.
const prefix = 'gongkai.filing.';
const stale = 8000;

/** A name for this page, and the names of the pages that this tab showed before it: what those left over is nobody else's. */
function names() {
  const own = Math.random().toString(36).slice(2);
  try {
    const former = JSON.parse(sessionStorage.getItem('gongkai.pages') ?? '[]');
    sessionStorage.setItem('gongkai.pages', JSON.stringify([...former.slice(-20), own]));
    return { own, former };
  } catch {
    return { own, former: [] };
  }
}

export function keeping(filing, account) {
  const page = names();
  const keyOf = name => `${prefix}${filing}.${name}`;
  const own = keyOf(page.own);
  const former = new Set(page.former.map(keyOf));

  function left() {
    const found = [];
    try {
      for (let index = 0; index < localStorage.length; index++) {
        const key = localStorage.key(index);
        if (key.startsWith(`${prefix}${filing}.`)) {
          const kept = JSON.parse(localStorage.getItem(key));
          if (kept.account === account && (former.has(key) || Date.now() - kept.at > stale)) {
            found.push({ key, ...kept });
          }
        }
      }
    } catch {
      // Without storage there is nothing left over.
    }
    return found;
  }

  return {
    left,
    drop(key) {
      try {
        localStorage.removeItem(key);
      } catch {
        // Nothing was kept.
      }
    },
    /** Says whether it could be kept. */
    keep(changes) {
      try {
        if (changes.length === 0) {
          localStorage.removeItem(own);
        } else {
          localStorage.setItem(own, JSON.stringify({ account, at: Date.now(), changes }));
        }
        return true;
      } catch {
        return false;
      }
    },
  };
}
