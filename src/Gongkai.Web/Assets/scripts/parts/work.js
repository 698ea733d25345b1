// A little work in the place of the question: a number with which the hash of the text begins with enough zero bits.
// SHA-256 is written out here, as crypto.subtle is missing where a site is served without TLS, and waits for each hash.
const constants = new Uint32Array(64);
const start = new Uint32Array(8);

function prepare() {
  const fraction = number => ((number - Math.floor(number)) * 4294967296) | 0;
  let found = 0;
  for (let candidate = 2; found < 64; candidate++) {
    let isPrime = true;
    for (let factor = 2; factor * factor <= candidate; factor++) {
      isPrime = isPrime && candidate % factor !== 0;
    }
    if (isPrime) {
      if (found < 8) {
        start[found] = fraction(Math.sqrt(candidate));
      }
      constants[found++] = fraction(Math.cbrt(candidate));
    }
  }
}

const words = new Uint32Array(64);
const block = new DataView(new ArrayBuffer(64));

// The first 32 bits of the hash of a text of at most 55 letters.
function hashHead(text) {
  for (let index = 0; index < 64; index++) {
    block.setUint8(index, index < text.length ? text.charCodeAt(index) : index === text.length ? 0x80 : 0);
  }
  block.setUint32(60, text.length * 8);
  const rotate = (value, by) => (value >>> by) | (value << (32 - by));
  for (let index = 0; index < 64; index++) {
    if (index < 16) {
      words[index] = block.getUint32(index * 4);
    } else {
      const early = words[index - 15];
      const late = words[index - 2];
      words[index] = words[index - 16] + words[index - 7]
        + (rotate(early, 7) ^ rotate(early, 18) ^ (early >>> 3)) + (rotate(late, 17) ^ rotate(late, 19) ^ (late >>> 10));
    }
  }
  let [a, b, c, d, e, f, g, h] = start;
  for (let index = 0; index < 64; index++) {
    const one = (h + (rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25)) + ((e & f) ^ (~e & g)) + constants[index] + words[index]) | 0;
    const two = ((rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    h = g; g = f; f = e; e = (d + one) | 0; d = c; c = b; b = a; a = (one + two) | 0;
  }
  return (start[0] + a) >>> 0;
}

function solve(place) {
  const text = place.dataset.work;
  const limit = 2 ** (32 - Number(place.dataset.bits));
  let count = 0;
  const goOn = () => {
    const pause = performance.now() + 30;
    while (performance.now() < pause) {
      for (let tries = 0; tries < 500; tries++, count++) {
        if (hashHead(`${text}.${count}`) < limit) {
          place.querySelector('[data-work-answer]').value = String(count);
          place.querySelector('[data-work-question]').hidden = true;
          return;
        }
      }
    }
    setTimeout(goOn);
  };
  goOn();
}

export function solveAll() {
  prepare();
  document.querySelectorAll('[data-work]').forEach(solve);
}
