// Finds the badges in a file: a badge by itself, or those that are attached to a PDF. Nothing of a PDF is drawn.
const attached = (() => {
  const LARGEST_PDF = 60_000_000, LARGEST_BADGE = 80_000;
  const latin = (bytes) => new TextDecoder('latin1').decode(bytes);

  async function inflated(packed) {
    const unpacked = new Blob([packed]).stream().pipeThrough(new DecompressionStream('deflate')).getReader();
    let text = '';
    for (;;) {
      const { done, value } = await unpacked.read();
      if (done) return text;
      text += latin(value);
      if (text.length > LARGEST_BADGE) throw new Error('no badge is that long');
    }
  }

  async function inPdf(bytes) {
    const text = latin(bytes), found = [];
    for (const match of text.matchAll(/\/EmbeddedFile\b[^]{0,900}?>>\s*stream\r?\n/g)) {
      const begins = match.index + match[0].length;
      const entries = text.slice(text.lastIndexOf(' obj', match.index), begins);
      const length = Number(/\/Length (\d+)/.exec(entries)?.[1]);
      const part = bytes.subarray(begins, begins + length);
      try {
        found.push(entries.includes('/FlateDecode') ? await inflated(part) : latin(part));
      } catch {
        // Something else that is attached, or packed in another way.
      }
    }
    return [...new Set(found.filter((each) => each.startsWith('eyJ')))];
  }

  // Gives {kind: 'badge' | 'pdf' | 'other', badges}.
  async function read(file) {
    const begin = latin(new Uint8Array(await file.slice(0, 1024).arrayBuffer()));
    if (begin.includes('%PDF-')) {
      if (file.size > LARGEST_PDF) return { kind: 'pdf', badges: [] };
      return { kind: 'pdf', badges: await inPdf(new Uint8Array(await file.arrayBuffer())) };
    }
    if (!begin.trimStart().startsWith('eyJ') && !file.name.toLowerCase().endsWith('.jwt'))
      return { kind: 'other', badges: [] };
    return { kind: 'badge', badges: [await file.slice(0, LARGEST_BADGE).text()] };
  }
  return { read };
})();
