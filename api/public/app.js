// Small comforts only: every page works without this file.

// The error summary takes focus so that a screen reader begins with what is wrong.
document.querySelector('[data-fokus]')?.focus();

// Tells how much room is left once a text comes close to its limit.
for (const area of document.querySelectorAll('textarea[data-max]')) {
  const status = document.getElementById(`${area.id}-raknare`);
  const max = Number(area.dataset.max);
  const tell = () => {
    const left = max - area.value.length;
    const text = left < 0 ? `${-left} tecken för mycket` : `${left} tecken kvar`;
    status.textContent = left <= max / 10 ? text : '';
  };
  area.addEventListener('input', tell);
  tell();
}

// A second click on a slow send would only be answered with the first decision; this spares the wait.
// Given back after a while, because an answer that is a download leaves the page where it is.
const RESEND_MILLISECONDS = 5000;
document.addEventListener('submit', (event) => {
  const form = event.target;
  if (form.method !== 'post') return;
  if (form.dataset.skickad) return event.preventDefault();
  form.dataset.skickad = 'ja';
  setTimeout(() => delete form.dataset.skickad, RESEND_MILLISECONDS);
});
window.addEventListener('pageshow', () => {
  for (const form of document.querySelectorAll('form[data-skickad]')) delete form.dataset.skickad;
});

// What is written and not sent is not lost by a click beside the form. After a refusal the page holds what was typed, and
// nothing else does.
const kept = document.querySelector('[data-fokus]') ? () => '' : (field) => field.defaultValue;
const isWritten = (field) =>
  field.matches('textarea, input:not([type=checkbox], [type=radio], [type=hidden], [type=search])') &&
  field.value !== kept(field);
const isChosen = ({ checked, defaultChecked, options, selectedIndex }) =>
  checked !== defaultChecked ||
  (options &&
    selectedIndex !==
      Math.max(
        0,
        [...options].findIndex(({ defaultSelected }) => defaultSelected),
      ));
const isBegun = (field) => isWritten(field) || isChosen(field);
const unsent = (such) =>
  [...document.forms]
    .filter(({ method, dataset }) => method === 'post' && !dataset.skickad)
    .filter((form) => [...form.elements].some(such));
window.addEventListener('beforeunload', (event) => {
  if (unsent(isWritten).length > 0) event.preventDefault();
});

const copy = (button) =>
  navigator.clipboard.writeText(document.getElementById(button.dataset.kopiera).textContent).then(() => {
    button.textContent = 'Kopierad';
  });
for (const button of document.querySelectorAll('[data-kopiera]')) {
  button.hidden = !navigator.clipboard;
  button.addEventListener('click', () => void copy(button));
}

for (const button of document.querySelectorAll('[data-skriv-ut]')) {
  button.hidden = false;
  button.addEventListener('click', () => window.print());
}

// What is new for the person, asked of /puls every now and then (components/puls.tsx). The numbers come with every answer;
// a part of the page only when it has changed, and it is not replaced under somebody who has begun to choose in it.
const puls = document.getElementById('puls');
const say = (text) => {
  document.getElementById('puls-sagt').textContent = text;
};

function tellCount({ mina, olasta }) {
  const badge = document.getElementById('meny-antal');
  if (badge) {
    badge.hidden = mina === 0;
    badge.lastElementChild.textContent = mina;
  }
  document.title = document.title.replace(
    /^(Fel: )?(\(\d+\) )?/,
    (_, fel = '') => fel + (olasta ? `(${olasta}) ` : ''),
  );
  const more = olasta - Number(puls.dataset.olasta);
  puls.dataset.olasta = olasta;
  if (more > 0) say(more === 1 ? '1 ny uppgift väntar på dig.' : `${more} nya uppgifter väntar på dig.`);
}

// What somebody has lost the right to does not stay before her eyes, nor in what the browser keeps for going back; of who is
// logged out what she has begun to write does.
function takeAway(sagt, ...kvar) {
  document.title = document.title.replace(/^.* – /, '');
  for (const nav of document.querySelectorAll('.brodsmulor')) nav.remove();
  document.getElementById('innehall').replaceChildren(sagt, ...kvar);
  sagt.hidden = false;
  say(sagt.textContent);
}

if (puls) {
  const news = document.getElementById('puls-nytt');
  const look = () => document.hidden || puls.dispatchEvent(new Event('pulsera'));
  document.addEventListener('visibilitychange', look);
  window.addEventListener('focus', look);
  puls.addEventListener('puls', ({ detail }) => {
    if (!detail.utloggad && !detail.borta) return tellCount(detail);
    const borta = document.getElementById('puls-borta');
    const utloggad = document.getElementById('puls-utloggad');
    if (detail.borta) takeAway(borta);
    else if (borta) takeAway(utloggad, ...unsent(isBegun));
    else utloggad.hidden = false;
    puls.remove();
  });
  // nobody looks at a page in a hidden window
  puls.addEventListener('htmx:before:request', (event) => document.hidden && event.preventDefault());
  puls.addEventListener('htmx:before:swap', (event) => {
    if (event.detail.ctx.response.status !== 200) return event.preventDefault();
    const part = document.getElementById(puls.dataset.del);
    const begun = part.querySelector('input:checked, :active') !== null;
    if (begun) event.preventDefault();
    if (begun && news.hidden) say('Listan har ändrats. Det du har valt är kvar.');
    news.hidden = !begun;
  });
}
