// What every screen owes whoever stands before it, measured on the page as it is drawn. Answers what is wrong, in words;
// each line begins with the name of the rule that is broken.
() => {
  'use strict';
  const TARGET = 60;
  const BETWEEN = 12;
  const WORDS = 24;
  const READING = 12; // of furigana, which stand over words of twice their size
  const CONTRAST = 7;
  const MOVING = 5000; // ms: WCAG 2.2, 2.2.2
  const resident = !document.querySelector('main.desk'); // the staff's desk has smaller gaps, and is looked at by day

  const wrong = [];
  const tell = (rule, what) => wrong.push(rule + ': ' + what.replace(/\s+/g, ' ').trim());
  const drawn = element => element.checkVisibility({ checkVisibilityCSS: true }) && element.getClientRects().length > 0;
  const once = answer => { // while it is measured nothing changes: each question is asked once
    const known = new Map();
    return about => {
      if (!known.has(about)) {
        known.set(about, answer(about));
      }
      return known.get(about);
    };
  };
  const style = once(element => getComputedStyle(element));
  const overlap = (one, other) => Math.min(
    Math.min(one.right, other.right) - Math.max(one.left, other.left),
    Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top));

  // ── the words: each text, who holds it, and where its lines stand ──
  const lines = node => {
    const range = document.createRange();
    range.selectNodeContents(node);
    const size = parseFloat(style(node.parentElement).fontSize);
    const read = node.parentElement.tagName === 'RUBY' ? [...node.textContent].reduce((ems, letter) => ems + (letter < '\u2e80' ? 0.6 : 1), 0) : 0;
    return [...range.getClientRects()].filter(box => box.width > 0).map(box => {
      const middle = (box.top + box.bottom) / 2; // the letters themselves, without the air of their typeface
      const air = read ? Math.max(0, box.width - read * size) / read / 2 : 0; // nor that which a longer reading puts between them
      return { left: box.left + air, right: box.right - air, top: middle - size / 2, bottom: middle + size / 2 };
    });
  };
  const words = [];
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    const holder = walk.currentNode.parentElement;
    const text = walk.currentNode.textContent.trim();
    if (text && drawn(holder) && !holder.closest('svg, script, style')) {
      words.push({ text, holder, boxes: lines(walk.currentNode), target: holder.closest('button, label, summary, a[href]') });
    }
  }
  const targets = [...document.querySelectorAll('button, label, summary, a[href]')].filter(drawn)
    .map(element => ({ element, text: element.textContent, box: element.getBoundingClientRect() }));

  // ── what lies wholly behind a panel that somebody opened is not there meanwhile ──
  const panel = document.querySelector('details[open]');
  const at = (box, across, down) =>
    document.elementFromPoint(box.left + (box.right - box.left) * across, box.top + (box.bottom - box.top) * down);
  const behind = (element, box) => panel && !panel.contains(element)
    && [0.02, 0.5, 0.98].every(across => [0.1, 0.5, 0.9].every(down => panel.contains(at(box, across, down))));
  const keep = (list, isBehind) => list.splice(0, list.length, ...list.filter(each => !isBehind(each)));
  keep(words, ({ holder, boxes }) => boxes.length > 0 && boxes.every(box => behind(holder, box)));
  keep(targets, ({ element, box }) => behind(element, box));

  // ── sizes ──
  for (const { text, holder } of words) {
    const size = parseFloat(style(holder).fontSize);
    if (size < (holder.closest('rt') ? READING : WORDS)) {
      tell('small words', size + ' px: ' + text);
    }
  }
  targets.forEach(({ text, box }, i) => {
    if (Math.min(box.width, box.height) < TARGET) {
      tell('small target', box.width + '×' + box.height + ': ' + text);
    }
    for (const other of targets.slice(i + 1)) {
      const apart = -overlap(box, other.box);
      if (apart < 0) {
        tell('one over the other', text + ' | ' + other.text);
      } else if (resident && apart < BETWEEN - 0.1) {
        tell('close targets', apart.toFixed(1) + ' px: ' + text + ' | ' + other.text);
      }
    }
  });

  // ── contrast: of a text with any colour that lies behind it ──
  const pixel = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
  const colour = once(css => {
    pixel.clearRect(0, 0, 1, 1);
    pixel.fillStyle = css;
    pixel.fillRect(0, 0, 1, 1);
    const [red, green, blue, alpha] = pixel.getImageData(0, 0, 1, 1).data;
    return { rgb: [red, green, blue], alpha: alpha / 255 };
  });
  const over = ({ rgb, alpha }, ground) => rgb.map((each, i) => each * alpha + ground[i] * (1 - alpha));
  const luminance = rgb => {
    const [red, green, blue] = rgb.map(each => each / 255).map(c => c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const contrast = (one, other) => {
    const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
    return (light + 0.05) / (dark + 0.05);
  };
  const ground = once(element => {
    if (!element) {
      return [[255, 255, 255]];
    }
    const { backgroundColor, backgroundImage, backgroundSize } = style(element);
    const plain = ground(element.parentElement).map(below => over(colour(backgroundColor), below));
    const sizes = backgroundSize.split(', ');
    const stops = backgroundImage.split(/, (?=[a-z-]+-gradient)/)
      .filter((_, i) => /^(auto|cover|100%|auto auto|100% 100%)$/.test(sizes[i % sizes.length])) // no strip at an edge
      .flatMap(layer => layer.match(/(rgba?|color|oklab|oklch)\([^()]*\)/g) ?? []);
    return [plain, ...stops.map(stop => plain.map(below => over(colour(stop), below)))].flat();
  });
  const opacity = once(element => element ? style(element).opacity * opacity(element.parentElement) : 1);
  for (const { text, holder } of words) {
    const { rgb, alpha } = colour(style(holder).color);
    const seen = { rgb, alpha: alpha * opacity(holder) };
    const least = Math.min(...ground(holder).map(each => contrast(over(seen, each), each)));
    if (resident && least < CONTRAST - 0.01) {
      tell('faint words', least.toFixed(2) + ':1: ' + text);
    }
  }

  // ── nothing cut off, nothing to scroll for, nothing behind another ──
  const cuts = once(element => style(element).overflowX !== 'visible' || style(element).overflowY !== 'visible');
  const block = once(element => /^(inline|contents|ruby)/.test(style(element).display) && !/^inline-/.test(style(element).display)
    ? block(element.parentElement) : element);
  const inside = (box, outer, slack) => box.left >= outer.left - slack && box.right <= outer.right + slack
    && box.top >= outer.top - slack && box.bottom <= outer.bottom + slack;
  const view = { left: 0, top: 0, right: innerWidth, bottom: innerHeight };
  for (const { text, holder, boxes, target } of words) {
    const around = [];
    for (let each = holder; each; each = style(each).position === 'absolute' ? each.offsetParent : each.parentElement) {
      if (cuts(each) && each !== document.body && each !== document.documentElement) {
        around.push(each.getBoundingClientRect());
      }
    }
    const own = holder.closest('rt') ? [] : [block(holder), ...target ? [target] : []].map(each => each.getBoundingClientRect());
    if (!boxes.every(box => inside(box, view, 1))) {
      tell('out of view', text);
    } else if (!boxes.every(box => around.every(outer => inside(box, outer, 1)))) {
      tell('cut words', text);
    } else if (!boxes.every(box => own.every(outer => inside(box, outer, 2)))) {
      tell('words over the edge', text);
    } else {
      for (const box of boxes) {
        for (const across of [0.02, 0.5, 0.98]) {
          const top = at(box, across, 0.5);
          const kin = top && (top.contains(holder) || holder.contains(top) || (target && target.contains(top))
            || block(top) === block(holder)); // beside it in one line: whether they overlap is measured below
          if (!kin && style(holder).pointerEvents !== 'none') {
            tell('covered words', text + ' behind ' + (top ? top.tagName + '.' + top.className : 'nothing'));
            break;
          }
        }
      }
    }
  }
  words.forEach(({ text, boxes, holder }, i) => {
    for (const other of words.slice(i + 1)) {
      if (!other.holder.closest('ruby')?.contains(holder) && boxes.some(box => other.boxes.some(each => overlap(box, each) > 2))) {
        tell('words over words', text + ' | ' + other.text);
      }
    }
    for (const { element, text: name, box: edge } of targets) {
      if (!element.contains(holder) && boxes.some(box => overlap(box, edge) > 1)) {
        tell('words over a target', text + ' | ' + name);
      }
    }
  });
  for (const { text, box } of targets) {
    if (!inside(box, view, 1)) {
      tell('out of view', text);
    }
  }
  for (const each of document.querySelectorAll('html, body, body *:not(svg, svg *, progress)')) {
    const root = each === document.documentElement;
    if ((root || (drawn(each) && cuts(each)))
        && (each.scrollHeight > each.clientHeight + 1 || each.scrollWidth > each.clientWidth + 1)) {
      tell('not all in view', (each.className || each.tagName) + ' ' + each.scrollWidth + '×' + each.scrollHeight + ' in '
        + each.clientWidth + '×' + each.clientHeight);
    }
  }

  // ── a reading in brackets is one word, and stands in one line of its title ──
  [...document.querySelectorAll('h1 in-brackets')].filter(reading => reading.getClientRects().length > 1)
    .forEach(reading => tell('torn reading', reading.textContent));

  // ── for whoever cannot reach high: on an upright screen all below, on a wide one what leads on ──
  if (document.querySelector('main[data-aids~="low"]')) {
    const upright = innerHeight > innerWidth;
    const ceiling = innerHeight * (upright ? 1 / 3 : 0.5) - 1;
    const held = ({ element }) => element.matches('.body *:not(.art *), .places *'); // a drawing may lie higher
    const high = upright ? [...words.flatMap(({ text, holder, boxes }) => boxes.map(box => ({ text, element: holder, box }))), ...targets].filter(held)
      : targets.filter(({ element }) => element.matches('.places :is(button, summary, a[href])'));
    high.filter(({ box }) => box.top < ceiling).forEach(({ text, box }) => tell('too high', Math.round(box.top) + ' px: ' + text));
  }

  // ── nothing moves for long, and for whoever asked for calm nothing at all; what is there and then not, does not move ──
  const calm = document.querySelector('main[data-aids~="calm"]');
  const moves = each => each.effect.getKeyframes().some(({ offset, computedOffset, easing, composite, visibility, ...rest }) => Object.keys(rest).length > 0);
  const long = each => each.effect.getComputedTiming().endTime > MOVING;
  document.getAnimations()
    .filter(each => moves(each) && (calm || long(each)))
    .forEach(each => tell(calm ? 'moves' : 'moves for long', each.animationName ?? each.transitionProperty ?? 'something'));
  return wrong;
}
