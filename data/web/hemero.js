// Keys, and a button that copies: nothing that cannot be done without. Loaded once the page is read (defer).
'use strict';

const kept = 'hemero.keys';  // "off" where they are not heeded
const keysAreHeeded = () => localStorage.getItem(kept) !== 'off';

// What j and k go through: articles that were found, else the passages of one, as its links name them.
const places = () => [...document.querySelectorAll('.hits h2 a, .kwic a, .marks a')];
let place = -1;

function goTo(step) {
  const all = places();
  if (all.length === 0) return;
  place = Math.max(0, Math.min(place + step, all.length - 1));
  if (all[place].pathname === location.pathname) location.replace(all[place].hash);
  else all[place].focus();
}

document.addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || !keysAreHeeded()) return;
  if (event.target.closest('input, textarea, select')) return;
  const field = document.getElementById('q');
  if (event.key === '/' && field) field.select();
  else if (event.key === 'j') goTo(1);
  else if (event.key === 'k') goTo(-1);
  else return;
  event.preventDefault();
});

// The clipboard is there only where nobody can listen: HTTPS, or this machine.
const copy = document.querySelector('button.copy');
if (copy && navigator.clipboard) {
  copy.hidden = false;
  copy.addEventListener('click', async () => {
    await navigator.clipboard.writeText(document.querySelector('.citation').innerText);
    copy.nextElementSibling.textContent = copy.dataset.done;
  });
}

const keys = document.querySelector('.keys');
if (keys) {
  keys.hidden = false;
  const heeded = keys.querySelector('input');
  heeded.checked = keysAreHeeded();
  heeded.addEventListener('change', () => localStorage.setItem(kept, heeded.checked ? 'on' : 'off'));
}
