// What htmx does not do by itself at the staff desk.
'use strict';

const waiting = on => { document.getElementById('waiting').hidden = !on; };

// The pulse tells which page stands there, so that only what belongs to it is drawn anew.
document.addEventListener('htmx:configRequest', event => {
  const page = document.getElementById('screen').dataset.page;
  if (page) {
    event.detail.headers['Desk-Page'] = page;
  }
});

// The pulse of a page that has gone meanwhile has nowhere to be drawn.
document.addEventListener('htmx:beforeSwap', event => {
  const { pathInfo, requestConfig } = event.detail;
  if (pathInfo.requestPath === '/staff/pulse'
      && requestConfig.headers['Desk-Page'] !== document.getElementById('screen').dataset.page) {
    event.preventDefault();
  }
});

// What the pulse tells and has not changed is left alone: a finger may be on it, and a list may be open.
document.addEventListener('htmx:oobBeforeSwap', event => {
  const next = event.detail.fragment.firstElementChild;
  if (next && ['now', 'beat'].includes(next.id) && next.innerHTML === event.detail.target.innerHTML) {
    event.detail.shouldSwap = false;
  }
});

// The program starts anew, or has gone: it is asked on until it answers.
document.addEventListener('htmx:sendError', () => waiting(true));
document.addEventListener('htmx:afterOnLoad', () => waiting(false));

// Whoever leaves the door untouched for a minute has gone: the resident's screen is there.
let untouched;
const touched = () => {
  window.clearTimeout(untouched);
  untouched = window.setTimeout(() => {
    if (!document.getElementById('screen').dataset.page) {
      window.location.assign('/');
    }
  }, 60000);
};
document.addEventListener('pointerdown', touched);
touched();
