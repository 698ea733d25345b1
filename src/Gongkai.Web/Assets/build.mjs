// Builds the style sheets, scripts and icons into wwwroot/assets under names that carry a hash of their content.
// Every scripts/*.js and styles/*.scss (without a leading underscore) is an entry; scripts/blocking/*.js runs before paint.
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import * as esbuild from 'esbuild';
import * as sass from 'sass';

const here = dirname(fileURLToPath(import.meta.url));
const root = resolve(here, '../../..');
const out = resolve(here, '../wwwroot/assets');
const target = ['chrome88', 'firefox88', 'safari14'];

const named = async (folder, extension) =>
  (await readdir(join(here, folder), { withFileTypes: true }))
    .filter(file => file.isFile() && file.name.endsWith(extension) && !file.name.startsWith('_'))
    .map(file => join(here, folder, file.name))
    .sort();

const fingerprinted = (name, contents) => {
  const hash = createHash('sha256').update(contents).digest('hex').slice(0, 12);
  const dot = name.lastIndexOf('.');
  return `${name.slice(0, dot)}-${hash}${name.slice(dot)}`;
};

const entries = {};
const files = new Map();

function keep(name, contents) {
  const stored = fingerprinted(name, contents);
  entries[name] = stored;
  files.set(stored, Buffer.from(contents));
}

async function styles() {
  for (const path of await named('styles', '.scss')) {
    const { css } = sass.compile(path, {
      loadPaths: [join(root, 'node_modules')],
      quietDeps: true,
      silenceDeprecations: ['import', 'global-builtin', 'color-functions', 'if-function'],
    });
    const { code } = await esbuild.transform(css, { loader: 'css', minify: true, target });
    keep(basename(path, '.scss') + '.css', code);
  }
}

const scriptOptions = {
  bundle: true, minify: true, target, write: false, outdir: out, metafile: true, legalComments: 'none', absWorkingDir: here,
};

function keepScripts(result) {
  for (const file of result.outputFiles) {
    files.set(basename(file.path), Buffer.from(file.contents));
  }
  for (const [path, output] of Object.entries(result.metafile.outputs)) {
    if (output.entryPoint && /^scripts\/(blocking\/)?[^/]+$/.test(output.entryPoint)) {
      entries[basename(output.entryPoint)] = basename(path);
    }
  }
}

async function scripts() {
  keepScripts(await esbuild.build({
    ...scriptOptions, entryPoints: await named('scripts', '.js'), format: 'esm', splitting: true,
    entryNames: '[name]-[hash]', chunkNames: 'part-[hash]',
  }));
  keepScripts(await esbuild.build({
    ...scriptOptions, entryPoints: await named('scripts/blocking', '.js'), format: 'iife', entryNames: '[name]-[hash]',
  }));
}

async function icons() {
  let sprite = '<svg xmlns="http://www.w3.org/2000/svg">';
  for (const path of await named('icons', '.svg')) {
    const drawing = (await readFile(path, 'utf8')).replace(/^\s*<svg[^>]*>/, '').replace(/<\/svg>\s*$/, '').replace(/\s*\n\s*/g, '');
    sprite += `<symbol id="${basename(path, '.svg')}" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round">${drawing}</symbol>`;
  }
  keep('icons.svg', sprite + '</svg>');
}

async function images() {
  for (const path of await named('images', '')) {
    keep(basename(path), await readFile(path));
  }
}

async function put(name, contents) {
  const temporary = join(out, `.${name}.${process.pid}`);
  await writeFile(temporary, contents);
  await rename(temporary, join(out, name));
}

await Promise.all([styles(), scripts(), icons(), images()]);
await mkdir(out, { recursive: true });
const written = new Set(['manifest.json']);
for (const [name, contents] of files) {
  const brotli = await promisify(brotliCompress)(contents, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: contents.length },
  });
  const zipped = await promisify(gzip)(contents, { level: 9 });
  for (const [suffix, bytes] of [['', contents], ['.br', brotli], ['.gz', zipped]]) {
    await put(name + suffix, bytes);
    written.add(name + suffix);
  }
  if (process.argv.includes('--sizes')) {
    console.log(`${name}  ${contents.length}  br ${brotli.length}`);
  }
}
const sorted = Object.fromEntries(Object.entries(entries).sort(([a], [b]) => (a < b ? -1 : 1)));
await put('manifest.json', JSON.stringify({ entries: sorted, files: [...files.keys()].sort() }, null, 2) + '\n');
for (const name of await readdir(out)) {
  if (!written.has(name) && !name.startsWith('.')) {
    await rm(join(out, name), { force: true });
  }
}
