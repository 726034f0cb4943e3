// What htmx does not do by itself: show no older screen over a newer one, and say when the kiosk does not answer.
'use strict';

const shown = () => Number(document.getElementById('screen').dataset.revision);
const waiting = on => { document.getElementById('waiting').hidden = !on; };

// A tap is answered with the screen that it made, and the stream tells of that screen before: it is asked for once more only when it does
// not stand there after the answer.
const LOST = 5000; // ms without an answer: whoever waited for ever would not hear that the visit has ended. A key waits: given up, it would show a dot too few
let asking = 0;
let promised = 0;
const askForWhatIsPromised = () => {
  if (asking === 0 && promised > shown()) {
    htmx.trigger('[hx-get="/screen"]', 'sse:revision', { data: promised });
  }
};
document.addEventListener('htmx:beforeRequest', event => {
  const cause = event.detail.requestConfig.triggeringEvent;
  if (cause && cause.type === 'sse:revision') {
    promised = Number(cause.detail.data);
    if (asking > 0 || promised <= shown()) {
      event.preventDefault();
    }
  }
});
document.addEventListener('htmx:beforeSend', event => {
  const { requestConfig: { path }, xhr } = event.detail;
  if (path === '/tap') {
    asking += 1;
    xhr.timeout = LOST;
    xhr.addEventListener('loadend', () => {
      asking -= 1;
      askForWhatIsPromised();
    });
  } else if (path === '/screen') {
    xhr.timeout = LOST;
    xhr.addEventListener('loadend', () => {
      if (xhr.status !== 200) {
        window.setTimeout(askForWhatIsPromised, 1000);
      }
    });
  }
});

// Two answers crossed on their way, or both tell the same: drawn once, and never the older over the newer.
document.addEventListener('htmx:beforeSwap', event => {
  const revision = event.detail.xhr.getResponseHeader('Screen-Revision');
  if (revision !== null && Number(revision) <= shown()) {
    event.detail.shouldSwap = false;
  }
});

// A screen drawn anew, in another language for example, keeps what was ticked on it and not yet sent, and what was opened.
const boxes = () => [...document.querySelectorAll('#options input[type=radio], #options input[type=checkbox]')];
const named = box => box.name + '=' + box.value;
let since = performance.now(); // when this screen came
let kept = { screen: '', ticked: new Set(), reads: false, explained: false, tongues: '' };
document.addEventListener('htmx:beforeSwap', event => {
  if (event.detail.target.id === 'display') {
    kept = {
      screen: document.getElementById('screen').dataset.screen,
      ticked: new Set(boxes().filter(box => box.checked).map(named)),
      reads: document.querySelector('details.withheld[open]') !== null,
      explained: document.querySelector('#explained:popover-open') !== null,
      tongues: document.querySelector('details.languages[open]')?.id ?? '',
    };
  }
});
document.addEventListener('htmx:afterSwap', event => {
  if (event.detail.target.id !== 'display') {
    return;
  }
  if (document.getElementById('screen').dataset.screen !== kept.screen) {
    since = performance.now();
    return;
  }
  document.getAnimations().forEach(moving => { moving.currentTime = performance.now() - since; }); // what moved goes on, and ends when it would have
  if (kept.ticked.size > 0) {
    boxes().forEach(box => { box.checked = kept.ticked.has(named(box)); });
  }
  if (kept.reads) {
    document.querySelectorAll('details.withheld').forEach(aside => { aside.open = true; });
  }
  const tongues = document.getElementById(kept.tongues);
  if (tongues) {
    tongues.open = true;
  }
  // It lies over everything: not over the question whether somebody is still there.
  if (kept.explained && !document.querySelector('.places.warned')) {
    document.getElementById('explained')?.showPopover();
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
  for (const left of document.querySelectorAll('[data-left]')) {
    left.textContent = String(Math.max(0, Number(left.textContent) - 1));
  }
}, 1000);

// What is personal is shown for as long as it takes to read it, then masked again.
let masking = 0;
document.addEventListener('change', event => {
  if (event.target.matches('[data-show]')) {
    window.clearTimeout(masking);
    masking = window.setTimeout(() => { event.target.checked = false; }, 20000);
  }
});

// A hand is on the screen where the kiosk hears nothing of it: it is told, now and then, so that it does not hurry anybody.
const SELDOM = 5000;
let told = -SELDOM;
const here = event => {
  const now = performance.now();
  const warned = document.querySelector('.places.warned');
  if ((event.type === 'pointerup' && event.target.closest('button[hx-post], fieldset[hx-post]'))
    || now - told < (warned ? 500 : SELDOM)) {
    return;
  }
  told = now;
  fetch('/here', {
    method: 'POST',
    headers: { 'X-Csrf-Token': document.querySelector('meta[name="csrf"]').content },
    body: new URLSearchParams({ screen: document.getElementById('screen').dataset.screen }),
  }).catch(() => {}); // the stream says when the kiosk does not answer
};
// When the finger leaves, not when it comes: the warning that ends draws the screen anew, and what is under the finger must still
// be there to be clicked. A key that is stuck does not leave, and is no hand.
document.addEventListener('pointerup', here);
document.addEventListener('pointercancel', here);
document.addEventListener('keyup', here);

// What somebody opened while nobody is served, and left open, does not stay so for the next.
const LEFT = 60000;
let leaving = 0;
const leave = () => {
  window.clearTimeout(leaving);
  leaving = window.setTimeout(() => {
    if (['welcome', 'closed', 'latched'].includes(document.getElementById('screen').dataset.stage)) {
      document.querySelectorAll('#screen details[open]').forEach(aside => { aside.open = false; });
    }
  }, LEFT);
};
document.addEventListener('pointerdown', leave);
document.addEventListener('keydown', leave);

// The boxes of the assistance panel have acted already: its button only shuts it.
document.addEventListener('click', event => {
  const done = event.target.closest('.aids [data-do="aids"]');
  if (done) {
    event.preventDefault();
    done.closest('details').open = false;
  }
});
