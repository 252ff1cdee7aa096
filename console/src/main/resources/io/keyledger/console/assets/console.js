// What pages do beyond links and forms, which work without it: copying, the secret's dialog, typed confirmation, keys.
'use strict';

const typing = element => element.closest('input:not([type=checkbox], [type=range]), textarea, select, [contenteditable]') !== null;

async function copy(text, button) {
  await navigator.clipboard.writeText(text);
  button.dataset.label ??= button.textContent;
  button.textContent = 'Copied';
  setTimeout(() => { button.textContent = button.dataset.label; }, 5000);
}

document.addEventListener('click', event => {
  const button = event.target.closest('[data-copy-from]');
  if (button) {
    copy(document.getElementById(button.dataset.copyFrom).textContent.trim(), button);
  }
  const line = event.target.closest('[data-add-to]');
  if (line) {
    const list = document.getElementById(line.dataset.addTo);
    list.value = `${list.value.trimEnd()}\n${line.textContent.trim()}`.trimStart();
    list.dispatchEvent(new Event('input', {bubbles: true}));
  }
  if (event.target.closest('[data-print]')) {
    window.print();
  }
  for (const open of document.querySelectorAll('details.menu[open]')) {
    if (!open.contains(event.target)) {
      open.removeAttribute('open');
    }
  }
});

function equip(root) {
  for (const code of root.querySelectorAll('[data-copy]')) {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'copy';
    button.textContent = 'Copy';
    button.addEventListener('click', () => copy(code.dataset.copy || code.textContent.trim(), button));
    code.after(' ', button);
  }
  for (const file of root.querySelectorAll('[data-into]')) {
    const read = async () => {
      if (file.files.length > 0) {
        document.getElementById(file.dataset.into).value = await file.files[0].text();
      }
    };
    file.addEventListener('change', read);
    // Whoever was quicker than this script has chosen one.
    read();
  }
  for (const field of root.querySelectorAll('[data-must-be]')) {
    const button = field.form.querySelector('button[type=submit]');
    const compare = () => { button.disabled = field.value.trim() !== field.dataset.mustBe; };
    field.addEventListener('input', compare);
    compare();
  }
  for (const head of root.querySelectorAll('table[data-rows] thead th:first-child')) {
    const boxes = [...head.closest('table').querySelectorAll('tbody input[type=checkbox]:not(:disabled)')];
    if (boxes.length > 1) {
      const all = document.createElement('input');
      all.type = 'checkbox';
      all.ariaLabel = 'Choose all of this page';
      all.checked = boxes.every(box => box.checked);
      all.addEventListener('change', () => boxes.forEach(box => { box.checked = all.checked; }));
      head.append(all);
    }
  }
  for (const button of root.querySelectorAll('[data-of-chosen]')) {
    const chosen = () => button.form.querySelectorAll('input[name=chosen]:checked').length;
    const said = document.createElement('span');
    said.className = 'quiet';
    button.after(' ', said);
    const count = () => {
      button.disabled = chosen() === 0;
      said.textContent = chosen() === 0 ? 'Choose some of the rows first.' : `${chosen()} chosen`;
    };
    button.form.addEventListener('change', count);
    count();
  }
}

// What is shown shortened or relative is copied whole and absolute.
const SHORTENED = 'time[datetime], [data-copy]:not([data-copy=""])';
const whole = element => element.dataset.copy || element.dateTime;
document.addEventListener('copy', event => {
  const selection = document.getSelection();
  if (selection.isCollapsed || typing(document.activeElement ?? document.body)) {
    return;
  }
  const copied = document.createElement('div');
  copied.className = 'hidden';
  copied.append(selection.getRangeAt(0).cloneContents());
  copied.querySelectorAll('button').forEach(button => button.remove());
  const shortened = copied.querySelectorAll(SHORTENED);
  const within = selection.getRangeAt(0).commonAncestorContainer.parentElement?.closest(SHORTENED);
  if (within) {
    copied.textContent = whole(within);
  } else if (shortened.length === 0) {
    return;
  }
  shortened.forEach(element => { element.textContent = whole(element); });
  document.body.append(copied);
  event.clipboardData.setData('text/plain', copied.innerText.trim());
  copied.remove();
  event.preventDefault();
});

const ROWS = 'table[data-rows] tbody tr, ol[data-rows] > li';
const rowOf = element => element.closest(ROWS);

// The row after or before the one that has the focus; the first one if none has.
function step(by) {
  const rows = [...document.querySelectorAll(ROWS)];
  const here = rows.indexOf(rowOf(document.activeElement));
  const next = rows[here < 0 ? 0 : Math.min(rows.length - 1, Math.max(0, here + by))];
  focusRow(next);
}

const focusRow = row => (row?.querySelector('th a, a.sentence') ?? row)?.focus();

// The row that has the focus is in the address, so that it can be sent to a colleague.
document.addEventListener('focusin', event => {
  const row = rowOf(event.target);
  if (row?.id) {
    history.replaceState(history.state, '', `#${row.id}`);
  }
});
if (location.hash.startsWith('#row-')) {
  focusRow(document.getElementById(location.hash.slice(1)));
}

equip(document);
document.querySelector('.side > nav [aria-current]')?.scrollIntoView({block: 'nearest', inline: 'center'});
document.addEventListener('htmx:afterSettle', event => equip(event.target));

// The row that had the focus has it again when what it is in was fetched anew.
let held;
document.addEventListener('htmx:beforeSwap', () => { held = rowOf(document.activeElement)?.id; });
document.addEventListener('htmx:afterSettle', () => {
  if (held && document.activeElement === document.body) {
    focusRow(document.getElementById(held));
  }
});

// What is on its way is not sent twice; whoever comes back to the page may send it again.
document.addEventListener('submit', event => {
  const form = event.target;
  if (form.method !== 'post') {
    return;
  }
  if (form.classList.contains('sent')) {
    event.preventDefault();
  }
  form.classList.add('sent');
  // What is answered by a file leaves the page where it is.
  if (form.matches('[data-hands-over]')) {
    setTimeout(() => form.classList.remove('sent'), 3000);
  }
});
window.addEventListener('pageshow', () => document.querySelectorAll('form.sent').forEach(form => form.classList.remove('sent')));

// Whoever was quicker than the scripts has typed what nobody heard: what the field began with is what was searched for.
document.addEventListener('DOMContentLoaded', () => {
  const field = document.querySelector('form[role=search] #search');
  if (field && field.value !== field.defaultValue) {
    field.dispatchEvent(new Event('change', {bubbles: true}));
  }
});

// What a filter was refused for is told by the page that its address is of.
document.addEventListener('htmx:responseError', event => {
  if (event.detail.elt.matches('form[role=search]')) {
    location.assign(event.detail.pathInfo.finalRequestPath);
  }
});

// Bars are links; dragging over several, or arrow keys with Shift, marks them, which leads from the first to the last.
for (const chart of document.querySelectorAll('[data-brush]')) {
  const svg = chart.querySelector('svg');
  const mark = svg.querySelector('.mark');
  const said = chart.parentElement.querySelector('[data-marked]');
  const bars = [...svg.querySelectorAll('a')];
  let from = bars.length - 1;
  let to = from;
  const marked = () => [bars[Math.min(from, to)], bars[Math.max(from, to)]];
  const show = on => {
    const step = svg.viewBox.baseVal.width / bars.length;
    mark.setAttribute('x', Math.min(from, to) * step);
    mark.setAttribute('width', on ? (Math.abs(to - from) + 1) * step : 0);
    const [first, last] = marked();
    said.textContent = !on ? '' : first === last ? first.dataset.name : `${first.dataset.name} – ${last.dataset.name}`;
  };
  const go = () => {
    const [first, last] = marked();
    const address = new URL(first.href.baseVal, location);
    address.searchParams.set('to', new URL(last.href.baseVal, location).searchParams.get('to'));
    location.assign(address);
  };
  const barAt = event => {
    const box = svg.getBoundingClientRect();
    return Math.max(0, Math.min(bars.length - 1, Math.floor((event.clientX - box.left) / box.width * bars.length)));
  };
  svg.addEventListener('pointerdown', event => {
    if (event.button === 0 && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      svg.setPointerCapture(event.pointerId);
      from = to = barAt(event);
      show(true);
    }
  });
  svg.addEventListener('pointermove', event => {
    if (svg.hasPointerCapture(event.pointerId)) {
      to = barAt(event);
      show(true);
    }
  });
  svg.addEventListener('pointerup', event => {
    if (svg.hasPointerCapture(event.pointerId)) {
      go();
    }
  });
  svg.addEventListener('pointercancel', () => show(false));
  chart.tabIndex = 0;
  chart.addEventListener('focus', () => show(true));
  chart.addEventListener('blur', () => show(false));
  chart.addEventListener('keydown', event => {
    const next = {ArrowLeft: to - 1, ArrowRight: to + 1, Home: 0, End: bars.length - 1}[event.key];
    if (next !== undefined) {
      event.preventDefault();
      to = Math.max(0, Math.min(bars.length - 1, next));
      from = event.shiftKey ? from : to;
      show(true);
    } else if (event.key === 'Enter') {
      go();
    }
  });
}

const secret = document.getElementById('secret');
if (secret) {
  secret.addEventListener('cancel', event => event.preventDefault());
  // A second Escape closes dialogs whatever becomes of the first.
  secret.addEventListener('keydown', event => {
    if (event.key === 'Escape') {
      event.preventDefault();
    }
  });
  secret.addEventListener('close', () => secret.remove());
  secret.removeAttribute('open');
  secret.showModal();
}

// Turning the dial tells the moment; once it rests, the page is as it was then, and the dial still has the focus.
const REST = 500;
for (const dial of document.querySelectorAll('[data-dial]')) {
  const said = dial.parentElement.querySelector('output');
  let waiting;
  dial.parentElement.hidden = false;
  dial.addEventListener('input', () => {
    clearTimeout(waiting);
    dial.ariaValueText = `${moment().replace('T', ' ').replace('Z', '')} UTC`;
    said.textContent = dial.ariaValueText;
  });
  dial.addEventListener('change', () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      const address = new URL(location);
      const now = Number(dial.value) > Number(dial.max) - Number(dial.step);
      now ? address.searchParams.delete('at') : address.searchParams.set('at', moment());
      address.searchParams.delete('cursor');
      address.hash = 'dial';
      location.assign(address);
    }, REST);
  });
  const moment = () => new Date(dial.value * 1000).toISOString().replace('.000', '');
}
if (location.hash === '#dial') {
  document.querySelector('main [data-dial]')?.focus();
}

let going = false;
document.addEventListener('keydown', event => {
  const menu = event.key === 'Escape' && document.querySelector('details.menu[open]');
  if (menu) {
    menu.removeAttribute('open');
    menu.querySelector('summary').focus();
    return;
  }
  if (event.key === 'Escape' && event.target.closest('form[role=search]') && !event.target.value) {
    event.target.blur();
    return;
  }
  if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target) || document.querySelector('dialog[open]')) {
    return;
  }
  if (going) {
    going = false;
    const link = document.querySelector(`[data-go="${CSS.escape(event.key)}"]`);
    if (link) {
      event.preventDefault();
      link.click();
    }
    return;
  }
  const inRow = rowOf(event.target) !== null;
  const act = {
    'j': () => step(1),
    'k': () => step(-1),
    'ArrowDown': inRow && (() => step(1)),
    'ArrowUp': inRow && (() => step(-1)),
    'x': inRow && (() => rowOf(event.target).querySelector('input[type=checkbox]')?.click()),
    '.': () => {
      document.querySelector('#time:not([open]) > summary')?.click();
      document.querySelector('#time input[name=at][type=datetime-local]')?.focus();
    },
    '/': () => (document.getElementById('search') ?? document.querySelector('main .filters :is(input:not([type=hidden]), select)'))?.focus(),
    'c': () => document.getElementById('create')?.click(),
    'g': () => { going = true; setTimeout(() => { going = false; }, 1500); },
    '?': () => document.getElementById('keys-help').showModal(),
  }[event.key];
  const link = document.querySelector(`[data-key="${CSS.escape(event.key)}"]`);
  if (act || link) {
    event.preventDefault();
    act ? act() : link.click();
  }
});
