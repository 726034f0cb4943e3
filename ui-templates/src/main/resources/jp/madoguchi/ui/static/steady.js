// Whatever hands do to the glass beside touching a button: the page stays as it is.
'use strict';

const never = event => event.preventDefault();
document.addEventListener('contextmenu', never); // a finger that rests
document.addEventListener('dragstart', never);
document.addEventListener('selectstart', never);

// Nothing is enlarged by hand: that is what large text is for, with which everything stays in view.
document.addEventListener('wheel', event => {
  if (event.ctrlKey) {
    event.preventDefault();
  }
}, { passive: false });
document.addEventListener('keydown', event => {
  if (event.ctrlKey || event.metaKey) {
    event.preventDefault();
  }
});

// A touch belongs to the screen on which the finger came down: when another one has come since, nothing that stands there now was meant.
// And it acts once: what the browser makes of it afterwards was not meant either.
let touched = null;
const screenNow = () => document.getElementById('screen')?.dataset.screen;
const touchable = event => document.elementFromPoint(event.clientX, event.clientY)?.closest('button:enabled, summary, label, a[href]');
document.addEventListener('pointerdown', event => {
  const { pointerId, isPrimary, clientX, clientY, timeStamp } = event; // of several fingers the first alone is primary
  touched = { screen: screenNow(), thing: isPrimary ? touchable(event) : null, pointerId, clientX, clientY, timeStamp, done: false };
}, { capture: true });
document.addEventListener('pointercancel', () => {
  if (touched) {
    touched.done = true; // the browser scrolls
  }
}, { capture: true });
document.addEventListener('click', event => {
  if (event.detail === 0 || touched === null) {
    return; // a key's, or what a label does to its box
  }
  if (touched.done || touched.screen !== screenNow()) {
    event.preventDefault();
    event.stopImmediatePropagation();
  }
  touched.done = true;
}, { capture: true });

// Where it was lifted from the same button, and the browser does not click it, that is done here: a finger that rests is no tap to
// Chromium, and on a panel that speaks as a mouse a button that was drawn anew is another one.
const RESTS = 500; // ms; Chromium: 650
const LATE = 100; // what is clicked by the browser has been by then
const SLIPS = 20; // px: that was a wipe
document.addEventListener('pointerup', event => {
  const touch = touched;
  const thing = touchable(event);
  const mouse = event.pointerType === 'mouse';
  if (!touch?.thing || touch.pointerId !== event.pointerId || event.button !== 0
    || thing?.outerHTML !== touch.thing.outerHTML
    || Math.hypot(event.clientX - touch.clientX, event.clientY - touch.clientY) > SLIPS
    || !(mouse || event.timeStamp - touch.timeStamp > RESTS)) {
    return;
  }
  window.setTimeout(() => {
    if (touched === touch && !touch.done && thing.isConnected) {
      thing.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, detail: 1 }));
    }
  }, mouse ? 0 : LATE);
}, { capture: true });

// The second tap of two at once was meant for the screen before this one. Of the keys of a pad each counts; and where the first touch
// lets a button speak, the second is the one that acts.
document.addEventListener('click', event => {
  const spoken = document.querySelector('main[data-aids~="voice"]') !== null;
  if (event.detail > 1 && event.target.closest('[data-do]') && !spoken) {
    event.preventDefault();
    event.stopImmediatePropagation();
  }
}, { capture: true });
