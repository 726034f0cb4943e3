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
