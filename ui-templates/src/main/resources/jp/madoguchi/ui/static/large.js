// Large words, as large as the screen has room for: nothing is cut off and nothing scrolls. Without this script the style decides.
'use strict';

(() => {
  const MOST = 1.6;
  const BACK_TO_USUAL = 4 / 3; // low words are small at first: tokens.css
  const root = document.documentElement;

  const wider = element => element.scrollWidth > element.clientWidth + 1;
  const outgrown = element => wider(element) || element.scrollHeight > element.clientHeight + 1;
  const beside = part => {
    const place = part.parentElement.getBoundingClientRect();
    const box = part.getBoundingClientRect();
    return box.left < place.left - 1 || box.right > place.right + 1;
  };
  // What lies in a box that is shut has sizes too, and they say nothing.
  const some = (main, parts, wrong) => [...main.querySelectorAll(parts)].some(part => part.checkVisibility() && wrong(part));

  const fits = main => !outgrown(root)
    && !some(main, '.body, .panel', outgrown)
    && !some(main, '.places, .place', wider)
    && !some(main, '.place > *', beside)
    && !some(main, 'h1, h2, p, dt, dd, li, legend, button, label, summary, .offer *', part => part.clientWidth > 0 && wider(part))
    && !some(main, '.panel', panel => panel.getBoundingClientRect().top < 0);

  const grow = () => {
    const main = document.getElementById('screen');
    const aids = (main.dataset.aids || '').split(' ');
    root.style.removeProperty('--grow');
    const large = aids.includes('large');
    if (!large && !(aids.includes('low') && window.innerHeight > window.innerWidth)) {
      return;
    }
    root.classList.add('measured');
    for (let step = large ? MOST : BACK_TO_USUAL; step > 1; step -= 0.05) {
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
