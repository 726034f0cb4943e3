// Words as large as the screen has room for, when they are to be large or need room: nothing is cut off and nothing scrolls.
// Without this script the style decides.
'use strict';

(() => {
  const SMALLEST = 1;
  const MOST = 1.6;
  const STEP = 0.04;
  const BETWEEN = 12;
  const BACK_TO_USUAL = 4 / 3; // low words, and those with readings, are small at first: tokens.css
  const root = document.documentElement;
  root.classList.add('scripted'); // for motion.css

  const wider = element => element.scrollWidth > element.clientWidth + 1;
  const outgrown = element => wider(element) || element.scrollHeight > element.clientHeight + 1;
  const beside = part => {
    const place = part.parentElement.getBoundingClientRect();
    const box = part.getBoundingClientRect();
    return box.left < place.left - 1 || box.right > place.right + 1;
  };
  // Centred words grow over both edges, and only the right one would scroll.
  const spilt = part => {
    const words = document.createRange();
    words.selectNodeContents(part);
    const { left, right } = words.getBoundingClientRect();
    const box = part.getBoundingClientRect();
    return left < box.left || right > box.right + 1;
  };
  // What lies in a box that is shut has sizes too, and they say nothing.
  const some = (main, parts, wrong) => [...main.querySelectorAll(parts)].some(part => part.checkVisibility() && wrong(part));

  const has = (main, aid) => (main.dataset.aids || '').split(' ').includes(aid);
  const upright = () => window.innerHeight > window.innerWidth;
  const low = main => has(main, 'low') && upright();
  const above = (part, share) => part.getBoundingClientRect().top < window.innerHeight * share;

  const overFoot = (main, part) =>
    part.getBoundingClientRect().bottom + BETWEEN > main.querySelector('.places').getBoundingClientRect().top;

  const overStrip = (main, part) =>
    part.getBoundingClientRect().top < (main.querySelector('.specimen')?.getBoundingClientRect().bottom ?? 0);

  const fits = main => !outgrown(root)
    && !some(main, '.body, .panel, .explained', outgrown)
    && !some(main, '.places, .place, .values', wider)
    && !some(main, '.place > *', beside)
    && !some(main, 'h1, h2, p, dt, dd, li, legend, button, label, summary, .offer *', part => part.clientWidth > 0 && wider(part))
    && !some(main, 'button, label, summary', spilt)
    && !some(main, '.tongues > *', part => above(part, has(main, 'low') && !upright() ? 1 / 2 : 0) || overFoot(main, part))
    && !some(main, '.panel', panel => above(panel, low(main) ? 1 / 3 : 0) || overStrip(main, panel))
    && !(low(main) && some(main, '.body > :not(.art)', part => above(part, 1 / 3)));

  const fitsAt = (main, size) => {
    root.style.setProperty('--grow', size);
    return fits(main);
  };

  // Words stay whole as long as they are measured to fit; in the smallest size one too long for its place is broken,
  // and where there is no room for all readings, those that matter most remain.
  const grow = () => {
    const main = document.getElementById('screen');
    const large = has(main, 'large');
    root.style.removeProperty('--grow');
    root.classList.remove('crowded');
    root.classList.toggle('measured', large || low(main) || has(main, 'ruby'));
    const most = large ? MOST : BACK_TO_USUAL;
    if (!root.classList.contains('measured') || fitsAt(main, most)) {
      return;
    }
    let fitting = SMALLEST;
    for (let tooLarge = most; tooLarge - fitting > STEP;) {
      const between = (fitting + tooLarge) / 2;
      if (fitsAt(main, between)) {
        fitting = between;
      } else {
        tooLarge = between;
      }
    }
    root.style.setProperty('--grow', fitting);
    root.classList.toggle('measured', fitting > SMALLEST);
    root.classList.toggle('crowded', fitting === SMALLEST && has(main, 'ruby') && !fits(main));
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
