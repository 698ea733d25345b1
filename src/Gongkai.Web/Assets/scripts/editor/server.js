// What the page asks of the server. An answer that is no answer becomes one of a few reasons, which the page tells in words.
export class Trouble extends Error {
  constructor(reason) {
    super(reason);
    this.reason = reason;
  }
}

const reasons = { 400: 'token', 401: 'login', 403: 'duty', 404: 'gone', 413: 'large' };

export function server(url, firstToken) {
  let token = firstToken;

  async function ask(handler, options = {}, query = {}) {
    let response;
    try {
      response = await fetch(`${url}?${new URLSearchParams({ handler, ...query })}`, { credentials: 'same-origin', redirect: 'manual', ...options });
    } catch {
      throw new Trouble('offline');
    }
    if (response.ok) {
      return response.json();
    }
    // A page that needs a login answers a plain question with a redirect.
    throw new Trouble(response.type === 'opaqueredirect' ? 'login' : reasons[response.status] ?? 'server');
  }

  const send = (handler, body, keepalive) => ask(handler, {
    method: 'POST', keepalive, body: JSON.stringify(body), headers: { 'Content-Type': 'application/json', 'X-Form-Token': token },
  });

  return {
    get: (handler, query) => ask(handler, {}, query),
    async post(handler, body) {
      try {
        return await send(handler, body);
      } catch (trouble) {
        if (trouble.reason !== 'token') {
          throw trouble;
        }
        // The session is another one than the page was made in: its form token is, too.
        token = (await ask('Token')).token;
        return send(handler, body);
      }
    },
  };
}
