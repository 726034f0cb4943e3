// What htmx does not do by itself: show no older screen over a newer one, and say when the kiosk does not answer.
'use strict';

const shown = () => Number(document.getElementById('screen').dataset.revision);
const waiting = on => { document.getElementById('waiting').hidden = !on; };

// The stream told a revision that stands on the screen already: a tap was answered with it.
document.addEventListener('htmx:beforeRequest', event => {
  const cause = event.detail.requestConfig.triggeringEvent;
  if (cause && cause.type === 'sse:revision' && Number(cause.detail.data) <= shown()) {
    event.preventDefault();
  }
});

// Two answers crossed on their way, or both tell the same: drawn once, and never the older over the newer.
document.addEventListener('htmx:beforeSwap', event => {
  const revision = event.detail.xhr.getResponseHeader('Screen-Revision');
  if (revision !== null && Number(revision) <= shown()) {
    event.detail.shouldSwap = false;
  }
});

// A screen drawn anew, in another language for example, keeps what was ticked on it and not yet sent.
const boxes = () => [...document.querySelectorAll('#options input[type=radio], #options input[type=checkbox]')];
const named = box => box.name + '=' + box.value;
let kept = { screen: '', ticked: new Set() };
document.addEventListener('htmx:beforeSwap', event => {
  if (event.detail.target.id === 'display') {
    kept = { screen: document.getElementById('screen').dataset.screen, ticked: new Set(boxes().filter(box => box.checked).map(named)) };
  }
});
document.addEventListener('htmx:afterSwap', event => {
  if (event.detail.target.id === 'display' && document.getElementById('screen').dataset.screen === kept.screen && kept.ticked.size > 0) {
    boxes().forEach(box => { box.checked = kept.ticked.has(named(box)); });
  }
});

// Whoever touches the language that is spoken already has chosen, too.
document.addEventListener('click', event => {
  const tongue = event.target.closest('[data-do=language]');
  if (tongue) {
    tongue.closest('details').open = false;
  }
});

// A closed source was refused: the session has gone. Otherwise the browser tries again by itself.
document.addEventListener('htmx:sseError', event => {
  waiting(true);
  if (event.detail.source.readyState === EventSource.CLOSED) {
    window.setTimeout(() => window.location.reload(), 1000);
  }
});
document.addEventListener('htmx:sseOpen', () => waiting(false));

// The seconds that a visit still has, between two words of the kiosk.
window.setInterval(() => {
  const left = document.querySelector('.stopping [data-left]');
  if (left && Number(left.textContent) > 0) {
    left.textContent = String(Number(left.textContent) - 1);
  }
}, 1000);
