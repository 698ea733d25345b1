// The copy of a form that stays in this browser until the server has it, by document, account and page.
const prefix = 'gongkai.text.';
const pages = 'gongkai.text-pages';
const alive = 8000;

/** A name for this page, and the names of the pages that this tab showed before it: what those left over is nobody else's. */
function names() {
  const own = Math.random().toString(36).slice(2);
  try {
    const former = JSON.parse(sessionStorage.getItem(pages) ?? '[]');
    sessionStorage.setItem(pages, JSON.stringify([...former.slice(-20), own]));
    return { own, former };
  } catch {
    return { own, former: [] };
  }
}

export function kept(name) {
  const page = names();
  const own = `${prefix}${name}.${page.own}`;
  const former = new Set(page.former.map(one => `${prefix}${name}.${one}`));
  const read = key => {
    try {
      return JSON.parse(localStorage.getItem(key));
    } catch {
      return null;
    }
  };

  return {
    /** Says whether it could be kept. */
    keep(fields, version) {
      try {
        if (fields === null) {
          localStorage.removeItem(own);
        } else {
          localStorage.setItem(own, JSON.stringify({ at: Date.now(), version, fields }));
        }
        return true;
      } catch {
        return false;
      }
    },
    /** What pages that are gone left over, the newest first. */
    left() {
      const found = [];
      try {
        for (let index = 0; index < localStorage.length; index++) {
          const key = localStorage.key(index);
          const copy = key !== own && key.startsWith(`${prefix}${name}.`) ? read(key) : null;
          if (copy && (former.has(key) || Date.now() - copy.at > alive)) {
            found.push({ key, ...copy });
          }
        }
      } catch {
        // Without storage there is nothing left over.
      }
      return found.sort((one, other) => other.at - one.at);
    },
    drop(key) {
      try {
        localStorage.removeItem(key);
      } catch {
        // Nothing was kept.
      }
    },
  };
}
