// What Word and WPS put on the clipboard, made into plain HTML: their lists become lists, what only they understand goes.
const bullets = '·•●○■□◆◇▪▫◦–—-*➢➤✓√§ØÜoqunlvwp\uf0b7\uf06c\uf06e\uf075\uf0a7\uf0d8\uf0fc';
const styles = 'data-style';
const ownPicture = /^(\/documents\/files\/[A-Za-z0-9-]+|data:image\/(png|jpeg|gif|webp);base64,)/i;
const headings = { MsoTitle: 'h2', MsoSubtitle: 'h3' };

const fromWord = html => /class="?Mso|mso-|urn:schemas-microsoft-com:office|<w:WordDocument|kso-|Generator" content="(Microsoft|WPS)/i.test(html);

function removeAll(root, selector) {
  root.querySelectorAll(selector).forEach(element => element.remove());
}

function removeComments(root) {
  const walker = root.createTreeWalker(root, NodeFilter.SHOW_COMMENT);
  const found = [];
  while (walker.nextNode()) {
    found.push(walker.currentNode);
  }
  found.forEach(comment => comment.remove());
}

function renamed(element, name) {
  const other = element.ownerDocument.createElement(name);
  other.append(...element.childNodes);
  for (const attribute of ['class', styles, 'align']) {
    if (element.hasAttribute(attribute)) {
      other.setAttribute(attribute, element.getAttribute(attribute));
    }
  }
  element.replaceWith(other);
  return other;
}

// The policy of the page lets no style attribute through, and browsers drop what they do not know: it is read from another one.
const declared = (element, name) => new RegExp(`(?:^|;)\\s*${name}\\s*:\\s*([^;]+)`, 'i').exec(element.getAttribute(styles) ?? '')?.[1].trim();

function markOf(paragraph) {
  const place = declared(paragraph, 'mso-list');
  const level = /level(\d)/i.exec(place ?? '');
  const printed = level && [...paragraph.querySelectorAll(`[${styles}]`)].find(element => /^ignore$/i.test(declared(element, 'mso-list') ?? ''));
  if (!printed) {
    return null;
  }
  const text = printed.textContent.replace(/[\s\u00a0\u3000]+/g, ' ').trim();
  printed.remove();
  const ordered = /^(\d{1,4})[.．]$/.exec(text);
  if (text === '' || (text.length === 1 && bullets.includes(text))) {
    return { level: Number(level[1]), type: 'ul' };
  }
  if (ordered) {
    return { level: Number(level[1]), type: 'ol', start: Number(ordered[1]) };
  }
  // 一、 and （一） are part of the text: the web has no such lists.
  paragraph.prepend(paragraph.ownerDocument.createTextNode(/[A-Za-z0-9]$/.test(text) ? `${text} ` : text));
  return null;
}

function makeLists(root) {
  let open = [];
  let last = null;
  for (const paragraph of [...root.querySelectorAll('p')]) {
    const mark = markOf(paragraph);
    if (!mark) {
      continue;
    }
    if (last === null || nextElement(last) !== paragraph) {
      open = [];
    }
    while (open.length > 1 && open.at(-1).level > mark.level) {
      open.pop();
    }
    let at = open.at(-1);
    const isNext = at && (mark.type === 'ul' || mark.start === at.next);
    if (!at || mark.level > at.level || at.type !== mark.type || !isNext) {
      const list = root.createElement(mark.type);
      if (mark.type === 'ol' && mark.start !== 1) {
        list.setAttribute('start', mark.start);
      }
      if (at && mark.level > at.level && at.list.lastElementChild) {
        at.list.lastElementChild.append(list);
      } else {
        open.pop();
        paragraph.before(list);
      }
      at = { list, level: mark.level, type: mark.type, next: mark.start ?? 0 };
      open.push(at);
    }
    const item = root.createElement('li');
    const text = root.createElement('p');
    text.append(...paragraph.childNodes);
    item.append(text);
    at.list.append(item);
    at.next++;
    paragraph.remove();
    last = open[0].list;
  }
}

const nextElement = element => element.nextElementSibling;

function trimIndent(block) {
  const walker = block.ownerDocument.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  let units = 0;
  while (walker.nextNode()) {
    const text = walker.currentNode;
    const indent = /^[\s\u00a0\u3000]*/.exec(text.data)[0];
    units += [...indent].reduce((sum, letter) => sum + (letter === '\u3000' ? 2 : letter === '\u00a0' ? 1 : 0), 0);
    if (text.parentElement.closest('u')) {
      break;
    }
    text.data = text.data.slice(indent.length);
    if (text.data) {
      break;
    }
  }
  // Spaces that push a short line far to the right sign a document.
  if (units >= 12 && block.textContent.trim().length <= 40 && block.localName === 'p') {
    block.className = 'signature';
  }
}

// What a style says that a text keeps, as an element or a class that says the same.
function keepLooks(page) {
  for (const element of page.querySelectorAll(`[${styles}]`)) {
    const side = { center: 'text-center', right: 'text-end', end: 'text-end' }[declared(element, 'text-align')];
    if (side && /^(p|h[1-6]|td|th|div)$/.test(element.localName)) {
      (/^(td|th|div)$/.test(element.localName) ? [...element.querySelectorAll('p')] : [element]).forEach(block => block.classList.add(side));
    }
    const weight = declared(element, 'font-weight');
    if (element.localName === 'b' && weight === 'normal') {
      element.replaceWith(...element.childNodes);
      continue;
    }
    if (element.localName !== 'span' && element.localName !== 'font') {
      continue;
    }
    const names = [
      /^(bold(er)?|[6-9]\d{2})$/.test(weight) ? 'strong' : null, declared(element, 'font-style') === 'italic' ? 'em' : null,
      /underline/.test(declared(element, 'text-decoration')) ? 'u' : null, /line-through/.test(declared(element, 'text-decoration')) ? 's' : null,
      { sub: 'sub', super: 'sup' }[declared(element, 'vertical-align')] ?? null,
    ].filter(Boolean);
    for (const name of names) {
      const around = page.createElement(name);
      around.append(...element.childNodes);
      element.append(around);
    }
  }
}

// Pictures from elsewhere cannot be taken along; where one stood is seen.
function keepPictures(page) {
  for (const image of page.querySelectorAll('img')) {
    const source = (image.getAttribute('src') ?? image.dataset.src ?? '').replace(location.origin, '');
    if (ownPicture.test(source)) {
      image.setAttribute('src', source);
    } else {
      image.replaceWith(image.alt ? `〔图片：${image.alt}〕` : '〔图片〕');
    }
  }
}

/** The HTML of the clipboard as the editor takes it. */
export function cleaned(html) {
  const inert = html.replace(/<[a-z][^>]*>/gi, tag => tag.replace(/(\s)style(\s*=)/gi, `$1${styles}$2`).replace(/(\s)on\w+(\s*=)/gi, '$1data-gone$2').replace(/(<img[^>]*?\s)src(\s*=\s*["']?(?!\/|data:))/gi, '$1data-src$2'));
  const page = new DOMParser().parseFromString(inert, 'text/html');
  removeComments(page);
  removeAll(page, 'script, style, title, meta, link, xml, template, iframe, object, embed, svg, math, form > input, select');
  if (fromWord(html)) {
    page.querySelectorAll(`[${styles}]`).forEach(element => {
      if (/^comment(-list)?$/i.test(declared(element, 'mso-element') ?? '')) {
        element.remove();
      }
    });
    removeAll(page, '.MsoCommentReference, .MsoCommentText');
    for (const paragraph of [...page.querySelectorAll('p')]) {
      const level = Number(declared(paragraph, 'mso-outline-level')) || 0;
      const name = headings[[...paragraph.classList].find(one => headings[one])] ?? (level > 0 ? `h${Math.min(4, level + 1)}` : null);
      if (name) {
        renamed(paragraph, name);
      }
    }
    makeLists(page);
    removeAll(page, 'p:empty');
  }
  keepLooks(page);
  keepPictures(page);
  if (page.querySelector('h1')) {
    [...page.querySelectorAll('h3, h2, h1')].forEach(heading => renamed(heading, `h${Number(heading.localName[1]) + 1}`));
  }
  page.querySelectorAll('p, h1, h2, h3, h4, h5, h6, li').forEach(trimIndent);
  page.querySelectorAll('h1 b, h1 strong, h2 b, h2 strong, h3 b, h3 strong, h4 b, h4 strong').forEach(strong => strong.replaceWith(...strong.childNodes));
  page.querySelectorAll('table p').forEach(paragraph => {
    if (paragraph.textContent.replace(/[\s\u00a0]/g, '') === '' && !paragraph.querySelector('img') && paragraph.parentElement.children.length > 1) {
      paragraph.remove();
    }
  });
  const removable = page.querySelectorAll('body > p, body > div > p, body > h2, body > h3');
  removable.forEach(block => {
    if (block.textContent.replace(/[\s\u00a0\u3000]/g, '') === '' && !block.querySelector('img')) {
      block.remove();
    }
  });
  page.querySelectorAll(`[${styles}]`).forEach(element => element.removeAttribute(styles));
  return page.body.innerHTML;
}
