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

// The second tap of two at once was meant for the screen before this one. Of the keys of a pad each counts; and where the first touch
// lets a button speak, the second is the one that acts.
document.addEventListener('click', event => {
  const spoken = document.querySelector('main[data-aids~="voice"]') !== null;
  if (event.detail > 1 && event.target.closest('[data-do]') && !spoken) {
    event.preventDefault();
    event.stopImmediatePropagation();
  }
}, { capture: true });

// A touch belongs to the screen on which the finger came down: when another one has come since, nothing that stands there now was meant.
// The same screen drawn anew has the same button; a browser clicks it for a finger, and not for a panel that speaks as a mouse.
let touched = null;
const screenNow = () => document.getElementById('screen')?.dataset.screen;
const touchable = event => event.target.closest('button, summary, label');
document.addEventListener('pointerdown', event => {
  touched = { screen: screenNow(), thing: touchable(event) };
}, { capture: true });
document.addEventListener('pointerup', event => {
  const now = touchable(event);
  if (event.pointerType === 'mouse' && touched?.thing && !touched.thing.isConnected && now?.outerHTML === touched.thing.outerHTML) {
    now.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, detail: 1 }));
  }
}, { capture: true });
document.addEventListener('click', event => {
  const elsewhere = touched !== null && touched.screen !== screenNow();
  touched = null;
  if (event.detail > 0 && elsewhere) {
    event.preventDefault();
    event.stopImmediatePropagation();
  }
}, { capture: true });
