// Large words, as large as the screen has room for: nothing is cut off and nothing scrolls. Without this script the style decides.
'use strict';

(() => {
  const MOST = 1.6;
  const root = document.documentElement;

  const outgrown = element =>
    element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1;

  const fits = main => !outgrown(root)
    && ![...main.querySelectorAll('.body, .places, .place, .panel')].some(part => part.clientHeight > 0 && outgrown(part))
    && ![...main.querySelectorAll('h1, h2, p, dt, dd, li, legend, button, label, summary, .offer *')].some(
      part => part.clientWidth > 0 && part.scrollWidth > part.clientWidth + 1)
    && ![...main.querySelectorAll('.panel')].some(panel => panel.getBoundingClientRect().top < 0);

  const grow = () => {
    const main = document.getElementById('screen');
    const aids = (main.dataset.aids || '').split(' ');
    root.style.removeProperty('--grow');
    if (!aids.includes('large') && !aids.includes('low')) {
      return;
    }
    root.classList.add('measured');
    for (let step = aids.includes('large') ? MOST : 4 / 3; step > 1; step -= 0.1) {
      root.style.setProperty('--grow', step);
      if (fits(main)) {
        root.classList.remove('measured');
        return;
      }
    }
    root.style.setProperty('--grow', 1);
    root.classList.remove('measured');
  };

  document.addEventListener('htmx:afterSwap', event => {
    if (event.detail.target.id === 'display') {
      grow();
    }
  });
  document.addEventListener('toggle', grow, true);
  document.addEventListener('change', grow);
  window.addEventListener('resize', grow);
  grow();
})();
