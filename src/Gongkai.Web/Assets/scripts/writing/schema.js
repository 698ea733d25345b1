// What a text may hold. It is the same list that the server keeps to when it cleans the text.
import { Schema } from 'prosemirror-model';
import { tableNodes } from 'prosemirror-tables';

const alignments = { 'text-center': 'center', 'text-end': 'end', signature: 'signature' };
const classOf = { center: 'text-center', end: 'text-end', signature: 'signature' };
const sideOf = { center: 'center', right: 'end', end: 'end' };
const mostIndent = 4;

function standing(dom) {
  const cell = dom.closest('td, th');
  const classes = [...dom.classList];
  const found = classes.find(name => alignments[name]);
  const side = sideOf[dom.getAttribute('align')] ?? sideOf[cell?.getAttribute('align')];
  const indent = classes.map(name => /^indent-([1-4])$/.exec(name)).find(Boolean);
  return { align: found ? alignments[found] : side ?? null, indent: indent ? Number(indent[1]) : 0, flush: dom.classList.contains('flush') };
}

function looks({ align, indent, flush }) {
  const names = [classOf[align], indent ? `indent-${Math.min(indent, mostIndent)}` : null, flush ? 'flush' : null].filter(Boolean);
  return names.length ? { class: names.join(' ') } : {};
}

const stands = { align: { default: null }, indent: { default: 0 }, flush: { default: false } };
const number = value => (/^\d{1,4}$/.test(value ?? '') ? Number(value) : null);

const cells = tableNodes({
  tableGroup: 'block',
  cellContent: 'block+',
  cellAttributes: {
    scope: { default: null, getFromDOM: dom => dom.getAttribute('scope'), setDOMAttr: (value, attributes) => { if (value) { attributes.scope = value; } } },
  },
});

const table = {
  ...cells.table,
  attrs: { caption: { default: '' } },
  parseDOM: [{ tag: 'table', getAttrs: dom => ({ caption: dom.caption?.textContent.trim() ?? '' }) }, { tag: 'caption', ignore: true }],
  toDOM: node => (node.attrs.caption
    ? ['table', ['caption', node.attrs.caption], ['tbody', 0]]
    : ['table', ['tbody', 0]]),
};

export const schema = new Schema({
  nodes: {
    doc: { content: 'block+' },
    paragraph: { group: 'block', content: 'inline*', attrs: stands, parseDOM: [{ tag: 'p', getAttrs: standing }], toDOM: node => ['p', looks(node.attrs), 0] },
    heading: {
      group: 'block', content: 'inline*', defining: true, attrs: { level: { default: 2 }, ...stands },
      parseDOM: [['h1', 2], ['h2', 2], ['h3', 3], ['h4', 4], ['h5', 4], ['h6', 4]].map(([tag, level]) => ({ tag, getAttrs: dom => ({ level, ...standing(dom) }) })),
      toDOM: node => [`h${node.attrs.level}`, looks(node.attrs), 0],
    },
    blockquote: { group: 'block', content: 'block+', defining: true, parseDOM: [{ tag: 'blockquote' }], toDOM: () => ['blockquote', 0] },
    rule: { group: 'block', parseDOM: [{ tag: 'hr' }], toDOM: () => ['hr'] },
    bullet_list: { group: 'block', content: 'list_item+', parseDOM: [{ tag: 'ul' }], toDOM: () => ['ul', 0] },
    ordered_list: {
      group: 'block', content: 'list_item+', attrs: { start: { default: 1 }, type: { default: null } },
      parseDOM: [{ tag: 'ol', getAttrs: dom => ({ start: dom.start, type: /^[aAiI]$/.test(dom.type) ? dom.type : null }) }],
      toDOM: ({ attrs }) => ['ol', { ...(attrs.start === 1 ? {} : { start: attrs.start }), ...(attrs.type ? { type: attrs.type } : {}) }, 0],
    },
    list_item: { content: 'paragraph block*', defining: true, parseDOM: [{ tag: 'li' }], toDOM: () => ['li', 0] },
    figure: {
      group: 'block', content: 'inline*', isolating: true, attrs: { src: {}, alt: { default: '' }, width: { default: null }, height: { default: null } },
      parseDOM: [{
        tag: 'figure', contentElement: 'figcaption',
        getAttrs: dom => { const image = dom.querySelector('img[src]'); return image && dom.querySelector('figcaption') ? imageOf(image) : false; },
      }],
      toDOM: ({ attrs }) => ['figure', ['img', clean(attrs)], ['figcaption', 0]],
    },
    image: {
      group: 'inline', inline: true, draggable: true, attrs: { src: {}, alt: { default: '' }, width: { default: null }, height: { default: null } },
      parseDOM: [{ tag: 'img[src]', getAttrs: imageOf }],
      toDOM: ({ attrs }) => ['img', clean(attrs)],
    },
    hard_break: { group: 'inline', inline: true, selectable: false, parseDOM: [{ tag: 'br' }], toDOM: () => ['br'] },
    text: { group: 'inline' },
    table,
    table_row: cells.table_row,
    table_cell: cells.table_cell,
    table_header: cells.table_header,
  },
  marks: {
    link: {
      inclusive: false, attrs: { href: {} },
      parseDOM: [{ tag: 'a[href]', getAttrs: dom => { const href = safeLink(dom.getAttribute('href')); return href ? { href } : false; } }],
      toDOM: mark => ['a', { href: mark.attrs.href }, 0],
    },
    strong: {
      parseDOM: [{ tag: 'strong' }, { tag: 'b' }],
      toDOM: () => ['strong', 0],
    },
    em: { parseDOM: [{ tag: 'em' }, { tag: 'i' }], toDOM: () => ['em', 0] },
    underline: { parseDOM: [{ tag: 'u' }, { tag: 'ins' }], toDOM: () => ['u', 0] },
    strike: { parseDOM: [{ tag: 's' }, { tag: 'strike' }, { tag: 'del' }], toDOM: () => ['s', 0] },
    sub: { excludes: 'sup', parseDOM: [{ tag: 'sub' }], toDOM: () => ['sub', 0] },
    sup: { excludes: 'sub', parseDOM: [{ tag: 'sup' }], toDOM: () => ['sup', 0] },
  },
});

function imageOf(dom) {
  return { src: dom.getAttribute('src'), alt: dom.getAttribute('alt') ?? '', width: number(dom.getAttribute('width')), height: number(dom.getAttribute('height')) };
}

function clean(attrs) {
  return Object.fromEntries(Object.entries(attrs).filter(([, value]) => value !== null));
}

/** The address, or null where a text may not lead there. */
export function safeLink(href) {
  const address = (href ?? '').replace(/[\u0000-\u001f\u007f]/g, '').trim();
  const scheme = /^([^/?#\\]*?):/.exec(address);
  return address && !address.startsWith('#_') && (!scheme || /^(https?|mailto|tel)$/i.test(scheme[1])) ? address : null;
}
