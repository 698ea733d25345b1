// What the buttons and the keys do to the text.
import { chainCommands, exitCode, joinUp, lift, setBlockType, toggleMark, wrapIn } from 'prosemirror-commands';
import { redo, undo } from 'prosemirror-history';
import { liftListItem, sinkListItem, splitListItem, wrapInList } from 'prosemirror-schema-list';
import * as tables from 'prosemirror-tables';
import { schema } from './schema.js';

const { nodes, marks } = schema;
const mostIndent = 4;
const standing = ['paragraph', 'heading'];

function eachBlock(state, change) {
  const transaction = state.tr;
  for (const range of state.selection.ranges) {
    state.doc.nodesBetween(range.$from.pos, range.$to.pos, (node, at) => {
      if (standing.includes(node.type.name)) {
        const attrs = change(node.attrs);
        if (attrs) {
          transaction.setNodeMarkup(at, undefined, { ...node.attrs, ...attrs });
        }
      }
    });
  }
  return transaction;
}

const onBlocks = change => (state, dispatch) => {
  const transaction = eachBlock(state, change);
  if (!transaction.docChanged) {
    return false;
  }
  dispatch?.(transaction.scrollIntoView());
  return true;
};

export const alignTo = align => onBlocks(attrs => (attrs.align === align ? null : { align }));

const move = by => onBlocks(({ indent }) => {
  const next = Math.min(mostIndent, Math.max(0, indent + by));
  return next === indent ? null : { indent: next };
});

export const indent = chainCommands(sinkListItem(nodes.list_item), move(1));
export const outdent = chainCommands(liftListItem(nodes.list_item), move(-1));
export const toggleFlush = onBlocks(({ flush }) => ({ flush: !flush }));

function listAround(state) {
  const { $from } = state.selection;
  for (let depth = $from.depth; depth > 0; depth--) {
    const node = $from.node(depth);
    if (node.type === nodes.bullet_list || node.type === nodes.ordered_list) {
      return { node, at: $from.before(depth) };
    }
  }
  return null;
}

export const toggleList = type => (state, dispatch) => {
  const around = listAround(state);
  if (!around) {
    return wrapInList(type)(state, dispatch);
  }
  if (around.node.type === type) {
    return liftListItem(nodes.list_item)(state, dispatch);
  }
  dispatch?.(state.tr.setNodeMarkup(around.at, type));
  return true;
};

export const isInList = (state, type) => listAround(state)?.node.type === type;

export const setHeading = level => (level ? setBlockType(nodes.heading, { level }) : setBlockType(nodes.paragraph));

export function blockAt(state) {
  const { $from } = state.selection;
  return $from.parent;
}

export function isMarked(state, type) {
  const { from, $from, to, empty } = state.selection;
  return empty ? Boolean(type.isInSet(state.storedMarks || $from.marks())) : state.doc.rangeHasMark(from, to, type);
}

export function clearLooks(state, dispatch) {
  const { from, to, empty } = state.selection;
  const transaction = eachBlock(state, attrs => (attrs.align || attrs.indent || attrs.flush ? { align: null, indent: 0, flush: false } : null));
  if (!empty) {
    transaction.removeMark(from, to);
  }
  transaction.setStoredMarks([]);
  dispatch?.(transaction);
  return true;
}

/** The link that the cursor stands in, or the selection begins in. */
export function linkAround(state) {
  const { $from } = state.selection;
  const inside = node => node && marks.link.isInSet(node.marks);
  const mark = inside($from.nodeAfter) ?? inside($from.nodeBefore);
  if (!mark) {
    return null;
  }
  const parent = $from.parent;
  let start = $from.index();
  if (!inside(parent.maybeChild(start))) {
    start--;
  }
  let end = start + 1;
  const same = index => index >= 0 && index < parent.childCount && mark.isInSet(parent.child(index).marks);
  while (same(start - 1)) { start--; }
  while (same(end)) { end++; }
  let from = $from.start();
  for (let index = 0; index < start; index++) {
    from += parent.child(index).nodeSize;
  }
  let to = from;
  for (let index = start; index < end; index++) {
    to += parent.child(index).nodeSize;
  }
  return { from, to, href: mark.attrs.href };
}

export const setLink = (from, to, href, text) => (state, dispatch) => {
  const transaction = state.tr.removeMark(from, to, marks.link);
  if (href && from === to) {
    transaction.insert(from, schema.text(text || href, [marks.link.create({ href })]));
  } else if (href) {
    transaction.addMark(from, to, marks.link.create({ href }));
  }
  dispatch?.(transaction.scrollIntoView());
  return true;
};

export const insertTable = (rows, columns, hasHead) => (state, dispatch) => {
  const row = type => nodes.table_row.create(null, Array.from({ length: columns }, () => type.createAndFill(type === nodes.table_header ? { scope: 'col' } : null)));
  const table = nodes.table.create(null, Array.from({ length: rows }, (_, index) => row(hasHead && index === 0 ? nodes.table_header : nodes.table_cell)));
  const at = state.selection.from;
  const transaction = state.tr.replaceSelectionWith(table);
  if (dispatch) {
    let inside = null;
    transaction.doc.nodesBetween(Math.max(0, at - 1), transaction.doc.content.size, (node, place) => {
      if (inside === null && node.type === nodes.paragraph && transaction.doc.resolve(place).parent.type.spec.tableRole) {
        inside = place + 1;
      }
    });
    if (inside !== null) {
      transaction.setSelection(state.selection.constructor.near(transaction.doc.resolve(inside)));
    }
    dispatch(transaction.scrollIntoView());
  }
  return true;
};

export function tableAround(state) {
  const { $from } = state.selection;
  for (let depth = $from.depth; depth > 0; depth--) {
    if ($from.node(depth).type === nodes.table) {
      return { node: $from.node(depth), at: $from.before(depth) };
    }
  }
  return null;
}

export const setCaption = caption => (state, dispatch) => {
  const table = tableAround(state);
  if (table) {
    dispatch?.(state.tr.setNodeMarkup(table.at, undefined, { ...table.node.attrs, caption }));
  }
  return Boolean(table);
};

export const insertPicture = attrs => (state, dispatch) => {
  dispatch?.(state.tr.replaceSelectionWith(nodes.image.create(attrs), false).scrollIntoView());
  return true;
};

const breakLine = chainCommands(exitCode, (state, dispatch) => {
  dispatch?.(state.tr.replaceSelectionWith(nodes.hard_break.create()).scrollIntoView());
  return true;
});

export const keys = {
  'Mod-z': undo,
  'Mod-y': redo,
  'Shift-Mod-z': redo,
  'Mod-b': toggleMark(marks.strong),
  'Mod-i': toggleMark(marks.em),
  'Mod-u': toggleMark(marks.underline),
  'Mod-Alt-0': setHeading(0),
  'Mod-Alt-2': setHeading(2),
  'Mod-Alt-3': setHeading(3),
  'Mod-Alt-4': setHeading(4),
  'Mod-Shift-7': toggleList(nodes.ordered_list),
  'Mod-Shift-8': toggleList(nodes.bullet_list),
  'Mod-]': indent,
  'Mod-[': outdent,
  'Mod-\\': clearLooks,
  'Shift-Enter': breakLine,
  Enter: splitListItem(nodes.list_item),
  'Alt-ArrowUp': joinUp,
  // Tab moves through the cells of a table and the levels of a list; elsewhere it leaves the text, as keyboards expect.
  Tab: chainCommands(tables.goToNextCell(1), sinkListItem(nodes.list_item)),
  'Shift-Tab': chainCommands(tables.goToNextCell(-1), liftListItem(nodes.list_item)),
};

export const actions = {
  undo, redo, indent, outdent, toggleFlush, clearLooks, lift, quote: wrapIn(nodes.blockquote),
  rule: (state, dispatch) => { dispatch?.(state.tr.replaceSelectionWith(nodes.rule.create()).scrollIntoView()); return true; },
  strong: toggleMark(marks.strong), em: toggleMark(marks.em), underline: toggleMark(marks.underline), strike: toggleMark(marks.strike),
  sub: toggleMark(marks.sub), sup: toggleMark(marks.sup),
  bullets: toggleList(nodes.bullet_list), numbers: toggleList(nodes.ordered_list),
  start: alignTo(null), center: alignTo('center'), end: alignTo('end'), signature: alignTo('signature'),
  rowAbove: tables.addRowBefore, rowBelow: tables.addRowAfter, rowGone: tables.deleteRow,
  columnLeft: tables.addColumnBefore, columnRight: tables.addColumnAfter, columnGone: tables.deleteColumn,
  merge: tables.mergeCells, split: tables.splitCell, headRow: tables.toggleHeader('row'), headColumn: tables.toggleHeader('column'), tableGone: tables.deleteTable,
};
