// What is not yet at the server stays in this browser, by report, person and tab, until the server has it.
const prefix = 'gongkai.filing.';
const stale = 8000;

function tab() {
  try {
    const known = sessionStorage.getItem('gongkai.tab') ?? Math.random().toString(36).slice(2);
    sessionStorage.setItem('gongkai.tab', known);
    return known;
  } catch {
    return 'one';
  }
}

export function keeping(filing, account) {
  const own = `${prefix}${filing}.${tab()}`;

  function left() {
    const found = [];
    try {
      for (let index = 0; index < localStorage.length; index++) {
        const key = localStorage.key(index);
        if (key.startsWith(`${prefix}${filing}.`)) {
          const kept = JSON.parse(localStorage.getItem(key));
          if (kept.account === account && (key === own || Date.now() - kept.at > stale)) {
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
