// Pictures go to the server at once; the text holds only their address. Each is asked what it shows.
import { toast } from '../parts/toasts.js';
import { insertPicture } from './actions.js';
import { ask } from './asking.js';

const types = 'image/png,image/jpeg,image/gif,image/webp';
const most = 20_000_000;
const hint = '给看不见图片的人读的一句话，说清图上是什么；图里的要紧文字也写出来。';

export function pictures({ root, view }) {
  const url = root.dataset.uploadUrl;
  const token = () => root.closest('form')?.querySelector('input[name="__RequestVerificationToken"]')?.value ?? '';

  async function send(file, alternative) {
    const body = new FormData();
    body.append('file', file, file.name || 'picture.png');
    body.append('alternative', alternative);
    let response;
    try {
      response = await fetch(url, { method: 'POST', body, credentials: 'same-origin', redirect: 'manual', headers: { 'X-Form-Token': token() } });
    } catch {
      toast('连不上服务器，图片没有传上去；请检查网络后再插入一次。', 'error');
      return null;
    }
    const answer = response.headers.get('Content-Type')?.includes('json') ? await response.json() : {};
    if (!response.ok || !answer.url) {
      toast(answer.message ?? '图片没有传上去；请确认没有退出登录，再插入一次。', 'error');
      return null;
    }
    return answer;
  }

  async function put(file, alternative) {
    if (!types.includes(file.type) || file.size > most) {
      toast('只能插入 PNG、JPEG、GIF、WebP 图片，每张不超过 20 MB；请另存为这些格式再插入。', 'error');
      return;
    }
    const answer = await send(file, alternative);
    if (answer) {
      insertPicture({ src: answer.url, alt: alternative, width: answer.width ?? null, height: answer.height ?? null })(view.state, view.dispatch);
    }
  }

  const alternativeOf = file => ask({
    title: '图片说明', confirm: '插入', note: file.name ? `图片：${file.name}` : null,
    fields: [{ name: 'alternative', label: '替代文字', required: true, hint }],
  });

  async function putAll(files) {
    for (const file of files) {
      const answer = await alternativeOf(file);
      if (answer) {
        await put(file, answer.alternative);
      }
    }
    view.focus();
  }

  const imagesOf = transfer => (url ? [...(transfer?.files ?? [])].filter(file => file.type.startsWith('image/')) : []);

  return {
    async ask() {
      const selected = view.state.selection.node;
      if (selected?.type.name === 'image') {
        const answer = await ask({ title: '图片说明', confirm: '确定', fields: [{ name: 'alternative', label: '替代文字', value: selected.attrs.alt, required: true, hint }] });
        if (answer) {
          view.dispatch(view.state.tr.setNodeMarkup(view.state.selection.from, undefined, { ...selected.attrs, alt: answer.alternative }));
        }
        return;
      }
      if (!url) {
        toast('这份文稿保存以后才能插入图片；请先保存一次。', 'error');
        return;
      }
      const answer = await ask({
        title: '插入图片', confirm: '插入',
        fields: [
          { name: 'file', label: '图片文件', type: 'file', accept: types, required: true, hint: 'PNG、JPEG、GIF 或 WebP，不超过 20 MB。' },
          { name: 'alternative', label: '替代文字', required: true, hint },
        ],
      });
      if (answer?.file) {
        await put(answer.file, answer.alternative);
      }
    },
    // Where Word puts both a text and a picture of it on the clipboard, the text is meant.
    paste(event) {
      const files = imagesOf(event.clipboardData);
      if (files.length === 0 || event.clipboardData.getData('text/html').replace(/<[^>]*>/g, '').trim() !== '') {
        return false;
      }
      putAll(files);
      return true;
    },
    drop(event) {
      const files = imagesOf(event.dataTransfer);
      if (files.length === 0) {
        return false;
      }
      event.preventDefault();
      putAll(files);
      return true;
    },
  };
}
