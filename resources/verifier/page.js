// The page around it: languages, the field that a scanner types into, pictures and files, and the answer in words.
(() => {
  const data = JSON.parse(document.getElementById('data').textContent);
  const words = data.words;
  const LOOKS = {
    valid_confirmed: ['good', '✓'], valid_unconfirmed: ['good', '✓'], replaced: ['due', '↻'],
    unknown_issuer: ['due', '?'], revoked: ['bad', '✕'], altered: ['bad', '!'], key_revoked: ['bad', '!'],
    wrong_number: ['bad', '!'], contradicts: ['bad', '!'], lists: ['bad', '!'],
  };
  const SIDES = [1600, 2400, 1000, 3600, 640];
  // What nobody would see, or what turns or breaks a line, is shown as the program shows it.
  const code = (sign) => sign.codePointAt(0).toString(16).toUpperCase().padStart(4, '0');
  const ranges = data.unseen.map((ends) => ends.map((end) => `\\u{${end.toString(16)}}`).join('-'));
  const unseen = new RegExp(`[${ranges.join('')}]`, 'gu');
  const visible = (text) => String(text).replace(unseen, (sign) => `[U+${code(sign)}]`);
  const byId = (id) => document.getElementById(id);
  // `shown` is {answers, pdf}: what came of each text, and whether a PDF brought them; or {error}.
  let language = '', shown = null, turn = 0, lists = null;

  const say = (name, values = {}) =>
    words[language][name].replace(/\{(\w+)\}/g, (_, key) => values[key]);
  const today = () => {
    const now = new Date(), two = (number) => String(number).padStart(2, '0');
    return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
  };
  const dayWords = (day) => day.split('-').reverse().join('.');
  const hours = (hundredths) => String(hundredths / 100).replace('.', $speaksWithPoint ? '.' : ',');
  const days = (first, last) => [...new Set([first, last].filter(Boolean))].map(dayWords).join(' – ');

  function factLines({ facts = {}, replaced_by: newer }) {
    const kind = words[language][`kind_${facts.kind}`];
    return [
      ['name', facts.name], ['latin', facts.latin], ['rank', facts.rank], ['kind', kind],
      ['course', facts.course_title], ['code', facts.course_code], ['days', days(facts.first_day, facts.last_day)],
      ['hours', facts.hours ? hours(facts.hours) : ''], ['town', facts.town], ['organiser', facts.organiser],
      ['partner', facts.partner], ['issued', facts.issued_on ? dayWords(facts.issued_on) : ''],
      ['serial', facts.serial], ['replaces', facts.replaces], ['replaced_by', newer],
    ].filter(([, value]) => value);
  }

  // Nothing of an earlier answer is left, whatever becomes of this one.
  function clearAnswer() {
    const answer = byId('answer');
    answer.hidden = true;
    answer.dataset.mood = answer.dataset.result = '';
    for (const part of answer.querySelectorAll('.mark, h2, p')) part.textContent = '';
    byId('facts').replaceChildren();
    byId('each').replaceChildren();
  }

  const isGood = (answer) => LOOKS[answer.result]?.[0] === 'good';
  const nameOf = (answer) => answer.result ?? answer.error;
  const lookOf = (answer) => LOOKS[nameOf(answer)] ?? ['due', answer.error === 'reading' ? '…' : 'i'];

  function made(kind, text, data = {}) {
    const part = document.createElement(kind);
    part.textContent = text;
    Object.assign(part.dataset, data);
    return part;
  }

  const factParts = (answer) =>
    factLines(answer).flatMap(([fact, value]) => [made('dt', say(fact)), made('dd', visible(value), { fact })]);

  // One of several answers: all that it says, and whose it is.
  function partOf(answer) {
    const [mood, mark] = lookOf(answer), part = made('li', '', { mood, result: nameOf(answer) });
    const facts = made('dl', '');
    facts.replaceChildren(...factParts(answer));
    part.append(made('h3', `${mark} ${say(`${nameOf(answer)}_title`)}`), made('p', say(`${nameOf(answer)}_meaning`)), facts);
    return part;
  }

  // The whole is as good as the worst of its parts.
  function showAnswer() {
    clearAnswer();
    if (!shown) return;
    const answer = byId('answer'), answers = shown.answers ?? [shown];
    const worst = answers.find((one) => !isGood(one)) ?? answers[0], several = answers.length > 1;
    const [mood, mark] = lookOf(worst), name = nameOf(worst);
    answer.dataset.mood = mood;
    answer.dataset.result = name;
    answer.querySelector('.mark').textContent = mark;
    const good = answers.filter(isGood).length, count = answers.length;
    byId('verdict').textContent = several
      ? say(good === count ? 'all_title' : 'some_title', { good, count })
      : say(`${name}_title`);
    byId('meaning').textContent = several
      ? say(good === count ? 'all_meaning' : 'some_meaning', { good, count })
      : say(`${name}_meaning`);
    byId('advice').textContent = several ? '' : (words[language][`${name}_advice`] ?? '');
    if (several) byId('each').replaceChildren(...answers.map(partOf));
    else byId('facts').replaceChildren(...factParts(worst));
    answer.hidden = false;
    byId('sheets').textContent = shown.pdf ? say('sheets') : '';
    byId('rests').textContent = worst.result && lists ? say('rests', { day: dayWords(lists.day) }) : '';
  }

  function showWords() {
    document.documentElement.lang = language;
    document.title = say('question');
    for (const part of document.querySelectorAll('[data-word]')) part.textContent = say(part.dataset.word);
    for (const part of document.querySelectorAll('[data-place]')) part.placeholder = say(part.dataset.place);
    for (const button of document.querySelectorAll('[data-language]'))
      button.setAttribute('aria-pressed', String(button.dataset.language === language));
    showLists();
    showAnswer();
  }

  function showLists() {
    const old = byId('old');
    old.hidden = Boolean(lists);
    byId('digits_about').hidden = !lists;
    if (!lists) {
      old.textContent = say('lists_meaning');
      return;
    }
    const { code, name: office } = lists.office;
    byId('office').textContent = office[language] || $officeInAny || code;
    byId('lists').textContent = say('lists', { day: dayWords(lists.day) });
    byId('digits').textContent = say('digits', { digits: lists.digits });
    old.textContent = say('old', { months: data.months, day: dayWords(lists.day) });
    old.hidden = (Date.parse(today()) - Date.parse(lists.day)) / 864e5 <= lists.old_after;
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
      shown = { answers: [{ result: 'altered' }] };
      showAnswer();
    }
    if (answer && answer.error !== 'reading') byId('answer').scrollIntoView({ block: 'nearest' });
  }

  async function checked(texts) {
    await opening;
    return lists ? Promise.all(texts.map((text) => credential.check(text, lists, today()))) : [{ error: 'lists' }];
  }

  async function checkText(text) {
    const mine = ++turn;
    show(null);
    if (!text.trim()) return;
    const answers = await checked([text]);
    if (mine === turn) show({ answers });
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

  // Gives {texts, pdf}, or {error} for a file in which there is nothing to check.
  async function textsIn(file) {
    try {
      const { kind, badges } = await attached.read(file), pdf = kind === 'pdf';
      if (badges.length) return { texts: badges, pdf };
      if (pdf) return { error: 'no_badge' };
      const text = await readPicture(file);
      return text === null ? { error: 'none_found' } : { texts: [text] };
    } catch {
      return { error: 'no_picture' };
    }
  }

  async function checkFiles(files) {
    const mine = ++turn, answers = [];
    let pdf = false;
    show({ error: 'reading' });
    for (const file of files) {
      const found = await textsIn(file);
      answers.push(...(found.error ? [found] : await checked(found.texts)));
      pdf ||= Boolean(found.pdf);
    }
    if (mine === turn) show({ answers, pdf });
  }

  const filesOf = (transfer) => [...(transfer?.files ?? [])];

  byId('ask').addEventListener('submit', (event) => {
    event.preventDefault();
    checkText(byId('code').value);
    byId('code').select();
  });
  byId('picture').addEventListener('change', (event) => {
    const files = filesOf(event.target);
    if (files.length) checkFiles(files);
    event.target.value = '';
  });
  document.addEventListener('paste', (event) => {
    const files = filesOf(event.clipboardData);
    if (!files.length) return;
    event.preventDefault();
    checkFiles(files);
  });
  document.addEventListener('dragover', (event) => event.preventDefault());
  document.addEventListener('drop', (event) => {
    event.preventDefault();
    const files = filesOf(event.dataTransfer), text = event.dataTransfer.getData('text');
    if (files.length) checkFiles(files);
    else if (text) {
      byId('code').value = text;
      checkText(text);
    }
  });
  for (const button of document.querySelectorAll('[data-language]'))
    button.addEventListener('click', () => speak(button.dataset.language));
  async function open() {
    try {
      lists = { ...(await credential.open(data.signed)), ...data.reading };
    } catch {
      // What no root of an office has signed is believed in nothing.
    }
    showWords();
  }
  const own = (navigator.languages ?? [navigator.language]).map((tag) => tag.slice(0, 2));
  language = own.find((tag) => tag in words) ?? '$first';
  const opening = open();
})();
