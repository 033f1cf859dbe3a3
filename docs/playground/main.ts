/** The page: what is typed, chosen and dropped goes to the worker, and what comes back is shown. */
import { visible } from '../../examples/visible.js';
import { editorIn } from './editor.ts';
import { hashOf, isShared, LONGEST_HASH, type Shared, sharedIn } from './link.ts';
import {
  type Answers,
  LARGEST_FILE,
  type Language,
  LONGEST_CYCLE,
  type Outcome,
  type Request,
  type SeenFile,
} from './protocol.ts';
import { showReport } from './showReport.ts';
import ReviewWorker from './worker.ts?worker&inline';

/** So long after the last key the cycle is reviewed, in milliseconds. */
const PAUSE = 350;

/** So long a review may take, in milliseconds. */
const PATIENCE = 30_000;

const EXAMPLES: Readonly<Record<string, readonly [name: string, load: () => Promise<string>]>> = {
  hotel: ['A stay at a hotel', example(() => import('../../examples/hotel-stay.cycle.json?raw'))],
  bank: ['A bank, on foot', example(() => import('../../examples/bank-on-foot.cycle.json?raw'))],
  'bank-by-car': [
    'A bank, by car',
    example(() => import('../../examples/bank-by-car.cycle.json?raw')),
  ],
  hospital: [
    'Emergency care',
    example(() => import('../../examples/emergency-care.cycle.json?raw')),
  ],
  airport: ['An airport', example(() => import('../../examples/airport-visit.cycle.json?raw'))],
};

const LANGUAGES: Readonly<Record<string, readonly [name: string, load: () => Promise<Language>]>> =
  {
    en: [
      'English',
      async () => {
        const {
          english: words,
          englishMore: data,
          englishPictures: pictures,
        } = await import('service-cycle/report/en');
        return { words, data, pictures };
      },
    ],
    es: [
      'Español',
      async () => {
        const {
          spanish: words,
          spanishMore: data,
          spanishPictures: pictures,
        } = await import('service-cycle/report/es');
        return { words, data, pictures };
      },
    ],
    el: [
      'Ελληνικά',
      async () => {
        const {
          greek: words,
          greekMore: data,
          greekPictures: pictures,
        } = await import('service-cycle/report/el');
        return { words, data, pictures };
      },
    ],
    pl: [
      'Polski',
      async () => {
        const {
          polish: words,
          polishMore: data,
          polishPictures: pictures,
        } = await import('service-cycle/report/pl');
        return { words, data, pictures };
      },
    ],
    lv: [
      'Latviešu',
      async () => {
        const {
          latvian: words,
          latvianMore: data,
          latvianPictures: pictures,
        } = await import('service-cycle/report/lv');
        return { words, data, pictures };
      },
    ],
  };

function example(load: () => Promise<{ readonly default: string }>): () => Promise<string> {
  return async () => (await load()).default;
}

const select = (id: string): HTMLSelectElement => part(id, HTMLSelectElement);
const input = (id: string): HTMLInputElement => part(id, HTMLInputElement);
const element = (id: string): HTMLElement => part(id, HTMLElement);

function part<Kind extends HTMLElement>(id: string, kind: new () => Kind): Kind {
  const found = document.getElementById(id);
  if (!(found instanceof kind)) throw new Error(`The page has no ${id}`);
  return found;
}

/** A new element that holds a text, and nothing that a text could make of itself. */
function made<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  text: string,
): HTMLElementTagNameMap[Name] {
  const one = document.createElement(name);
  one.textContent = shortened(text);
  return one;
}

/** A text of others on one line, no longer than it can be read. */
function shortened(text: string, most = 300): string {
  const points = Array.from(text.slice(0, 2 * most));
  const short = points.length > most || text.length > 2 * most;
  return visible(short ? `${points.slice(0, most).join('')}…` : text);
}

const editor = editorIn(element('editor'), () => {
  soon();
});

// What is open
let csv: { readonly name: string; readonly text: string } | undefined;
let chosen: Record<string, number | null> = {};
let amounts: Record<string, number> = {};

// The worker: one review at a time, and only the last one counts.
let worker: Worker | undefined;
let isBusy = false;
let asked = 0;
let timer: ReturnType<typeof setTimeout> | undefined;
let patience: ReturnType<typeof setTimeout> | undefined;

function soon(): void {
  clearTimeout(timer);
  timer = setTimeout(() => {
    void review();
  }, PAUSE);
}

async function review(): Promise<void> {
  clearTimeout(timer);
  asked += 1;
  const id = asked;
  const cycle = editor.text();
  if (cycle.length > LONGEST_CYCLE) {
    stop();
    say(
      `The cycle has ${figures(cycle.length)} characters; up to ${figures(LONGEST_CYCLE)} are read.`,
      true,
    );
    return;
  }
  const load = (LANGUAGES[select('language').value] ?? LANGUAGES['en'])?.[1];
  const language = await load?.();
  if (language === undefined || id !== asked) return;
  // What is still being worked on is of no more use.
  if (isBusy) stop();
  worker ??= started();
  isBusy = true;
  element('results').setAttribute('aria-busy', 'true');
  patience = setTimeout(() => {
    stop();
    say(
      'This took longer than 30 seconds and was stopped: make the cycle or the file smaller.',
      true,
    );
  }, PATIENCE);
  worker.postMessage({
    id,
    cycle,
    answers: answers(),
    resources: amounts,
    language,
    width: widthOfPictures(),
  } satisfies Request);
}

function started(): Worker {
  const one = new ReviewWorker();
  one.onmessage = ({ data }: MessageEvent<Outcome>) => {
    if (data.id !== asked) return;
    rest();
    show(data);
  };
  one.onerror = () => {
    stop();
    say('This could not be computed.', true);
  };
  return one;
}

function rest(): void {
  isBusy = false;
  clearTimeout(patience);
  element('results').setAttribute('aria-busy', 'false');
}

function stop(): void {
  worker?.terminate();
  worker = undefined;
  rest();
}

function answers(): Answers {
  const from = select('source').value;
  if (from === 'file') return csv === undefined ? { from: 'none' } : { from, ...csv, chosen };
  return from === 'made-up' ? { from, visits: visitsWanted() } : { from: 'none' };
}

function visitsWanted(): number {
  const wanted = Math.round(input('visits').valueAsNumber);
  return Number.isFinite(wanted) ? Math.min(5000, Math.max(1, wanted)) : 300;
}

/** The width of pictures, in few steps, so that a page that is drawn wider is not reviewed at each pixel. */
function widthOfPictures(): number {
  // Less the edge of what the report says in short.
  const room = element('results').clientWidth - 21;
  return Math.max(320, Math.min(1200, room - (room % 10)));
}

function say(text: string, isFault = false): void {
  const said = element('said');
  said.textContent = shortened(text, 600);
  said.classList.toggle('is-fault', isFault);
}

const figures = (count: number): string => count.toLocaleString('en');

function show(outcome: Outcome): void {
  const { faults, isNoJson, failure, file, resources, report } = outcome;
  const hasFaults = showFaults(faults, isNoJson);
  if (hasFaults) {
    say(
      element('results').shadowRoot === null
        ? 'The cycle has faults, so that nothing is reviewed yet.'
        : 'The cycle has faults. What stands here is of the cycle before them.',
      true,
    );
    return;
  }
  showFile(file);
  showResources(resources);
  if (report === undefined) {
    say(failure ?? 'Nothing could be reviewed.', true);
    return;
  }
  const { brief, language } = showReport(element('results'), report);
  element('said').lang = language;
  say(brief);
}

function showFaults(faults: Outcome['faults'], isNoJson: boolean): boolean {
  const lines = editor.mark(faults);
  const list: { readonly at: string; readonly text: string; readonly go: () => void }[] =
    faults.map(({ path, text }, place) => ({
      at: `${pathText(path)}${line(lines[place])}`,
      text,
      go: () => {
        editor.goTo(path);
      },
    }));
  if (isNoJson) {
    const fault = editor.jsonFault();
    list.push({
      at: `This is not JSON yet${line(fault?.line)}`,
      text: fault?.text ?? '',
      go: () => {
        editor.goTo(fault?.line ?? 1);
      },
    });
  }
  const count = list.length;
  element('faults').hidden = count === 0;
  element('faults-count').textContent = count === 1 ? '1 fault' : `${figures(count)} faults`;
  element('faults-list').replaceChildren(
    ...list.map(({ at, text, go }) => {
      const button = document.createElement('button');
      button.type = 'button';
      button.append(made('code', at), document.createTextNode(`: ${shortened(text)}`));
      button.addEventListener('click', go);
      const item = document.createElement('li');
      item.append(button);
      return item;
    }),
  );
  return count > 0;
}

const line = (number: number | undefined): string =>
  number === undefined ? '' : `, line ${figures(number)}`;

/** A path as one writes it in code, `moments[2].stage`. */
function pathText(path: readonly (string | number)[]): string {
  const text = path
    .map((step) => (typeof step === 'number' ? `[${step}]` : `.${shortened(step, 60)}`))
    .join('');
  return text === '' ? 'the cycle' : text.replace(/^\./, '');
}

function showFile(file: SeenFile | undefined): void {
  element('mapping').hidden = file === undefined;
  element('unread').hidden = file === undefined || file.notUnderstood.length === 0;
  if (file === undefined) return;
  const { headers, questions, notUnderstood } = file;
  element('csv-said').textContent =
    `${shortened(csv?.name ?? '', 80)}: ${figures(file.read)} rows, ${figures(file.kept)} counted.`;
  const list = element('mapping-list');
  const signature = JSON.stringify([headers, questions.map(({ id, text }) => [id, text])]);
  // What the reader is in is not taken from under the hands.
  if (list.dataset['of'] !== signature) {
    list.dataset['of'] = signature;
    list.replaceChildren(...questions.map((question, at) => mappingFields(question, at, headers)));
  }
  for (const [at, { column }] of questions.entries()) {
    const one = select(`column-${at}`);
    if (one !== document.activeElement) one.value = column === null ? '' : String(column);
  }
  element('unread-count').textContent = `Not understood: ${figures(notUnderstood.length)}`;
  element('unread-list').replaceChildren(...notUnderstood.map((text) => made('li', text)));
}

function mappingFields(
  { id, text }: SeenFile['questions'][number],
  at: number,
  headers: readonly string[],
): HTMLElement {
  const label = made('label', text);
  label.htmlFor = `column-${at}`;
  const choice = document.createElement('select');
  choice.id = `column-${at}`;
  choice.append(
    new Option('no column', ''),
    ...headers.map((header, column) => {
      const name = header.trim() === '' ? `column ${column + 1}, without a name` : header;
      return new Option(shortened(name, 80), String(column));
    }),
  );
  choice.addEventListener('change', () => {
    chosen = { ...chosen, [id]: choice.value === '' ? null : Number(choice.value) };
    void review();
  });
  const fields = document.createElement('div');
  fields.className = 'fields';
  fields.append(label, choice);
  return fields;
}

function showResources(resources: Readonly<Record<string, number>>): void {
  const names = Object.keys(resources).slice(0, 50);
  const host = element('resources');
  element('resources-said').textContent =
    names.length === 0
      ? 'No plan of this cycle costs anything.'
      : 'To begin with, half of what all plans would take.';
  const signature = JSON.stringify(names);
  if (host.dataset['of'] !== signature) {
    host.dataset['of'] = signature;
    host.replaceChildren(
      ...names.flatMap((name, at) => {
        const label = made('label', name);
        label.htmlFor = `resource-${at}`;
        const amount = document.createElement('input');
        amount.id = label.htmlFor;
        amount.type = 'number';
        amount.min = '0';
        amount.step = 'any';
        amount.addEventListener('input', () => {
          const value = amount.valueAsNumber;
          amounts = { ...amounts, [name]: Number.isFinite(value) && value > 0 ? value : 0 };
          soon();
        });
        return [label, amount];
      }),
    );
  }
  for (const [at, name] of names.entries()) {
    const one = input(`resource-${at}`);
    if (one !== document.activeElement) one.value = String(resources[name] ?? 0);
  }
}

function showSource(): void {
  const from = select('source').value;
  element('made-up-part').hidden = from !== 'made-up';
  element('file-part').hidden = from !== 'file';
}

/** A cycle other than before: what was chosen for the one before goes. */
function begin(text: string, from: 'made-up' | 'none' = 'made-up'): void {
  chosen = {};
  amounts = {};
  csv = undefined;
  select('source').value = from;
  showFile(undefined);
  showSource();
  editor.setText(text);
  void review();
}

async function openFile(file: File): Promise<void> {
  const isCycle = /\.json$/i.test(file.name);
  const said = isCycle ? element('share-said') : element('csv-said');
  if (!isCycle) {
    select('source').value = 'file';
    showSource();
  }
  const largest = isCycle ? LONGEST_CYCLE : LARGEST_FILE;
  if (file.size > largest) {
    said.textContent = `${shortened(file.name, 80)} has ${figures(file.size)} bytes; up to ${figures(largest)} are read. Nothing was changed.`;
    return;
  }
  const text = await file.text();
  said.textContent = `${shortened(file.name, 80)} is open.`;
  if (isCycle) {
    begin(text);
    return;
  }
  csv = { name: file.name, text };
  chosen = {};
  await review();
}

async function share(): Promise<void> {
  const shared: Shared = {
    cycle: editor.text(),
    visits: select('source').value === 'made-up' ? visitsWanted() : 0,
    resources: amounts,
    language: select('language').value,
  };
  const hash = await hashOf(shared);
  const said = element('share-said');
  element('link-part').hidden = hash.length > LONGEST_HASH;
  if (hash.length > LONGEST_HASH) {
    said.textContent = `The link would be ${figures(hash.length)} characters long, and browsers cut off so much; up to ${figures(LONGEST_HASH)} are made. Save the cycle as a file.`;
    return;
  }
  const link = `${location.href.replace(/#.*/s, '')}${hash}`;
  input('link').value = link;
  input('link').select();
  said.textContent = `The link holds the cycle itself, and is ${figures(link.length)} characters long; some programs cut off more than 2,000.${
    csv === undefined ? '' : ' The answers of your file are not in it.'
  }`;
}

async function copy(): Promise<void> {
  const link = input('link');
  link.select();
  try {
    await navigator.clipboard.writeText(link.value);
    element('share-said').textContent = 'The link is copied.';
  } catch {
    element('share-said').textContent = 'The browser does not allow it: copy the link by hand.';
  }
}

function save(): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([editor.text()], { type: 'application/json' }));
  link.download = 'my.cycle.json';
  link.click();
  URL.revokeObjectURL(link.href);
}

/** Takes over what the address holds; whether it did. */
async function openLink(): Promise<boolean> {
  if (!isShared(location.hash)) return false;
  const shared = await sharedIn(location.hash);
  if (shared === undefined) {
    element('share-said').textContent =
      'This link cannot be read: it is cut off, or of another version.';
    return false;
  }
  if (Object.hasOwn(LANGUAGES, shared.language)) select('language').value = shared.language;
  if (shared.visits > 0) input('visits').value = String(Math.min(5000, shared.visits));
  begin(shared.cycle, shared.visits > 0 ? 'made-up' : 'none');
  amounts = { ...shared.resources };
  return true;
}

async function openExample(): Promise<void> {
  const text = await EXAMPLES[select('example').value]?.[1]();
  if (text !== undefined) begin(text);
}

function listen(): void {
  select('example').addEventListener('change', () => void openExample());
  select('language').addEventListener('change', () => void review());
  select('source').addEventListener('change', () => {
    showSource();
    void review();
  });
  input('visits').addEventListener('input', soon);
  for (const id of ['open', 'csv']) {
    input(id).addEventListener('change', () => {
      const [file] = input(id).files ?? [];
      if (file !== undefined) void openFile(file);
    });
  }
  element('save').addEventListener('click', save);
  element('share').addEventListener('click', () => void share());
  element('copy').addEventListener('click', () => void copy());
  addEventListener('hashchange', () => void openLink());

  addEventListener('dragover', (event) => {
    if (event.dataTransfer?.types.includes('Files') !== true) return;
    event.preventDefault();
    document.documentElement.classList.add('dropping');
  });
  addEventListener('dragleave', () => {
    document.documentElement.classList.remove('dropping');
  });
  // Before the editor, which would take the text of the file for its own.
  addEventListener(
    'drop',
    (event) => {
      document.documentElement.classList.remove('dropping');
      const [file] = event.dataTransfer?.files ?? [];
      if (file === undefined) return;
      event.preventDefault();
      event.stopPropagation();
      void openFile(file);
    },
    { capture: true },
  );

  let width = widthOfPictures();
  new ResizeObserver(() => {
    if (widthOfPictures() === width) return;
    width = widthOfPictures();
    soon();
  }).observe(element('results'));
}

async function main(): Promise<void> {
  select('example').append(...Object.entries(EXAMPLES).map(([id, [name]]) => new Option(name, id)));
  select('language').append(
    ...Object.entries(LANGUAGES).map(([id, [name]]) => new Option(name, id)),
  );
  listen();
  showSource();
  if (!(await openLink())) await openExample();
}

void main();
