// The page around it: languages, the field that a scanner types into, pictures and files, and the answer in words.
(() => {
  const data = JSON.parse(document.getElementById('data').textContent);
  const lists = { ...data.lists, confirmed: new Set(data.lists.confirmed) };
  const words = data.words;
  const LOOKS = {
    valid_confirmed: ['good', '✓'], valid_unconfirmed: ['good', '✓'], replaced: ['due', '↻'],
    unknown_issuer: ['due', '?'], revoked: ['bad', '✕'], altered: ['bad', '!'], key_revoked: ['bad', '!'],
  };
  const SIDES = [1600, 2400, 1000, 3600, 640];
  // What nobody would see, or what turns or breaks a line, is shown as the program shows it.
  const code = (sign) => sign.codePointAt(0).toString(16).toUpperCase().padStart(4, '0');
  const ranges = data.unseen.map((ends) => ends.map((end) => `\\u{${end.toString(16)}}`).join('-'));
  const unseen = new RegExp(`[${ranges.join('')}]`, 'gu');
  const visible = (text) => String(text).replace(unseen, (sign) => `[U+${code(sign)}]`);
  const byId = (id) => document.getElementById(id);
  let language = '', shown = null, turn = 0;

  const say = (name, values = {}) =>
    words[language][name].replace(/\{(\w+)\}/g, (_, key) => values[key]);
  const today = () => {
    const now = new Date(), two = (number) => String(number).padStart(2, '0');
    return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
  };
  const dayWords = (day) => day.split('-').reverse().join('.');
  const hours = (hundredths) => String(hundredths / 100).replace('.', $speaksWithPoint ? '.' : ',');
  const days = (first, last) => [...new Set([first, last].filter(Boolean))].map(dayWords).join(' – ');

  function factLines(facts) {
    const kind = words[language][`kind_${facts.kind}`];
    return [
      ['name', facts.name], ['latin', facts.latin], ['rank', facts.rank], ['kind', kind],
      ['course', facts.course_title], ['code', facts.course_code], ['days', days(facts.first_day, facts.last_day)],
      ['hours', facts.hours ? hours(facts.hours) : ''], ['town', facts.town], ['organiser', facts.organiser],
      ['partner', facts.partner], ['issued', facts.issued_on ? dayWords(facts.issued_on) : ''],
      ['serial', facts.serial], ['replaces', facts.replaces],
    ].filter(([, value]) => value);
  }

  // Nothing of an earlier answer is left, whatever becomes of this one.
  function clearAnswer() {
    const answer = byId('answer');
    answer.hidden = true;
    answer.dataset.mood = answer.dataset.result = '';
    for (const part of answer.querySelectorAll('.mark, h2, p')) part.textContent = '';
    byId('facts').replaceChildren();
  }

  function showAnswer() {
    clearAnswer();
    if (!shown) return;
    const answer = byId('answer');
    const name = shown.result ?? shown.error;
    const [mood, mark] = LOOKS[shown.result] ?? ['due', shown.error === 'reading' ? '…' : 'i'];
    answer.dataset.mood = mood;
    answer.dataset.result = name;
    answer.querySelector('.mark').textContent = mark;
    byId('verdict').textContent = say(`${name}_title`);
    byId('meaning').textContent = say(`${name}_meaning`);
    byId('advice').textContent = words[language][`${name}_advice`] ?? '';
    byId('facts').replaceChildren(
      ...factLines(shown.facts ?? {}).flatMap(([fact, value]) => {
        const term = document.createElement('dt'), told = document.createElement('dd');
        term.textContent = say(fact);
        told.textContent = visible(value);
        told.dataset.fact = fact;
        return [term, told];
      }),
    );
    answer.hidden = false;
    byId('rests').textContent = shown.result ? say('rests', { day: dayWords(lists.day) }) : '';
  }

  function showWords() {
    document.documentElement.lang = language;
    document.title = say('question');
    for (const part of document.querySelectorAll('[data-word]')) part.textContent = say(part.dataset.word);
    for (const part of document.querySelectorAll('[data-place]')) part.placeholder = say(part.dataset.place);
    for (const button of document.querySelectorAll('[data-language]'))
      button.setAttribute('aria-pressed', String(button.dataset.language === language));
    const { office } = data;
    byId('office').textContent = office[language] || $officeInAny || data.lists.office;
    byId('lists').textContent = say('lists', { day: dayWords(lists.day) });
    byId('digits').textContent = say('digits', { digits: data.digits });
    const old = byId('old');
    old.textContent = say('old', { months: data.months, day: dayWords(lists.day) });
    old.hidden = (Date.parse(today()) - Date.parse(lists.day)) / 864e5 <= lists.old_after;
    showAnswer();
  }

  function speak(chosen) {
    language = chosen;
    showWords();
  }

  function show(answer) {
    shown = answer;
    try {
      showAnswer();
    } catch {
      // What cannot even be shown is nothing that the program has written.
      shown = { result: 'altered' };
      showAnswer();
    }
    if (answer && answer.error !== 'reading') byId('answer').scrollIntoView({ block: 'nearest' });
  }

  async function checkText(text) {
    const mine = ++turn;
    show(null);
    if (!text.trim()) return;
    const answer = await credential.check(text, lists, today());
    if (mine === turn) show(answer);
  }

  function pixels(image, width, height, side) {
    const scale = Math.min(1, side / Math.max(width, height));
    const canvas = document.createElement('canvas');
    canvas.width = Math.max(1, Math.round(width * scale));
    canvas.height = Math.max(1, Math.round(height * scale));
    const pen = canvas.getContext('2d', { willReadFrequently: true });
    pen.fillStyle = '#fff';
    pen.fillRect(0, 0, canvas.width, canvas.height);
    pen.drawImage(image, 0, 0, canvas.width, canvas.height);
    return pen.getImageData(0, 0, canvas.width, canvas.height);
  }

  async function opened(file) {
    if (globalThis.createImageBitmap) return createImageBitmap(file);
    const image = new Image();
    image.src = URL.createObjectURL(file);
    await image.decode();
    return image;
  }

  // A photograph is tried at several sizes: what is blurred at one is clear at another.
  async function readPicture(file) {
    const image = await opened(file);
    const width = image.width || image.naturalWidth, height = image.height || image.naturalHeight;
    const sides = SIDES.filter((side, n) => n === 0 || side < Math.max(width, height));
    for (const side of sides) {
      try {
        return qrcode.decodeQR(pixels(image, width, height, side));
      } catch {
        await new Promise((go) => setTimeout(go));
      }
    }
    return null;
  }

  // Gives {text}, or {error} for a file in which there is nothing to check.
  async function textIn(file) {
    try {
      const { kind, badges } = await attached.read(file);
      if (badges.length === 1) return { text: badges[0] };
      if (kind === 'pdf') return { error: badges.length ? 'several' : 'no_badge' };
      const text = await readPicture(file);
      return text === null ? { error: 'none_found' } : { text };
    } catch {
      return { error: 'no_picture' };
    }
  }

  async function checkFile(file) {
    const mine = ++turn;
    show({ error: 'reading' });
    const found = await textIn(file);
    const answer = found.error ? found : await credential.check(found.text, lists, today());
    if (mine === turn) show(answer);
  }

  const fileOf = (transfer) => transfer?.files?.[0];

  byId('ask').addEventListener('submit', (event) => {
    event.preventDefault();
    checkText(byId('code').value);
    byId('code').select();
  });
  byId('picture').addEventListener('change', (event) => {
    const [file] = event.target.files;
    if (file) checkFile(file);
    event.target.value = '';
  });
  document.addEventListener('paste', (event) => {
    const file = fileOf(event.clipboardData);
    if (!file) return;
    event.preventDefault();
    checkFile(file);
  });
  document.addEventListener('dragover', (event) => event.preventDefault());
  document.addEventListener('drop', (event) => {
    event.preventDefault();
    const file = fileOf(event.dataTransfer), text = event.dataTransfer.getData('text');
    if (file) checkFile(file);
    else if (text) {
      byId('code').value = text;
      checkText(text);
    }
  });
  for (const button of document.querySelectorAll('[data-language]'))
    button.addEventListener('click', () => speak(button.dataset.language));
  const own = (navigator.languages ?? [navigator.language]).map((tag) => tag.slice(0, 2));
  speak(own.find((tag) => tag in words) ?? '$first');
})();
