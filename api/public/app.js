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
for (const form of document.querySelectorAll('form[method="post"]')) {
  form.addEventListener('submit', (event) => {
    if (form.dataset.skickad) return event.preventDefault();
    form.dataset.skickad = 'ja';
    setTimeout(() => delete form.dataset.skickad, RESEND_MILLISECONDS);
  });
}
window.addEventListener('pageshow', () => {
  for (const form of document.querySelectorAll('form[data-skickad]')) delete form.dataset.skickad;
});

for (const button of document.querySelectorAll('[data-skriv-ut]')) {
  button.hidden = false;
  button.addEventListener('click', () => window.print());
}
