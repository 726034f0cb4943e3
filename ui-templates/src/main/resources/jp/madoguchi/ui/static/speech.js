// The keys of the tactile keypad, and with voice guidance the voice: docs/voice.md has the map and the rules.
// What is said was decided by the server: data-say holds a line for each sound, its name and its caption.
'use strict';

(() => {
  const TOUCHABLE = 'button, a[href], label, summary';
  const LOUDER = 0.2;
  const sounds = lines => (lines || '').split('\n').filter(Boolean).map(line => {
    const space = line.indexOf(' ');
    return { name: line.slice(0, space), caption: line.slice(space + 1) };
  });
  const main = () => document.getElementById('screen');
  const speaking = () => main().dataset.volume !== undefined;
  const seen = element => element.checkVisibility({ checkVisibilityCSS: true });
  const all = selector => [...main().querySelectorAll(selector)].filter(seen);

  // ── the voice: one sound after the other; whatever is newer interrupts ──
  const caption = document.getElementById('caption');
  let playing = null;
  let turn = 0;
  let volume = 1;
  let on = false;

  const hush = () => {
    turn += 1;
    if (playing) {
      playing.pause();
      playing = null;
    }
  };

  const next = (queue, mine) => {
    if (mine !== turn || queue.length === 0) {
      caption.hidden = caption.hidden || (mine === turn && !on); // the last word was said
      return;
    }
    const [sound, ...rest] = queue;
    caption.textContent = sound.caption;
    playing = new Audio('/voice/' + sound.name + '.opus');
    playing.volume = volume;
    let done = false;
    const after = () => {
      if (!done) {
        done = true;
        next(rest, mine);
      }
    };
    playing.addEventListener('ended', after);
    playing.addEventListener('error', after); // the caption stands there all the same
    playing.play().catch(after);
  };

  const say = (...scripts) => {
    hush();
    next(scripts.flatMap(sounds), turn);
  };

  // ── what there is to say ──
  const lines = () => all('[data-say]').filter(each => !each.closest(TOUCHABLE)).map(each => each.dataset.say);
  const state = element => {
    const box = element.querySelector('input[type=radio], input[type=checkbox]');
    return box ? main().dataset[box.checked ? 'chosen' : 'unchosen'] : '';
  };
  const sayElement = element => say(element.dataset.say, state(element));

  let stage = null;
  let language = null;
  let over = '';
  let said = [];
  const look = () => {
    const screen = main();
    if (!speaking()) {
      if (on) {
        on = false;
        stage = null;
        current = null;
        say(over);
      }
      return;
    }
    const begins = !on;
    on = true;
    over = screen.dataset.over;
    volume = begins ? Number(screen.dataset.volume) : volume;
    caption.hidden = false;
    const now = lines();
    if (screen.dataset.stage !== stage || screen.dataset.language !== language) {
      current = null;
      const how = begins || screen.dataset.language !== language; // first: whoever knows it interrupts
      say(how ? screen.dataset.how : '', ...now, screen.dataset.guide);
    } else {
      current = current && current.isConnected ? current : null;
      const fresh = now.filter(line => !said.includes(line));
      if (fresh.length > 0) {
        say(...fresh);
      }
    }
    stage = screen.dataset.stage;
    language = screen.dataset.language;
    said = now;
  };
  const repeat = () => say(...lines(), main().dataset.guide, main().dataset.how);

  // ── where one is ──
  let current = null;
  const touchables = () => all(TOUCHABLE).filter(each => speaking() || !each.disabled);
  const focus = element => {
    current = element;
    (element.querySelector('input') || element).focus({ focusVisible: true, preventScroll: true });
    if (speaking()) {
      sayElement(element);
    }
  };
  const step = by => {
    const stops = touchables().filter(each => !each.matches('[data-pin]:not([data-pin=erase], [data-pin=clear])'));
    if (stops.length === 0) {
      say(main().dataset.nothing);
      return;
    }
    const at = stops.indexOf(here());
    const to = at < 0 ? (by > 0 ? 0 : stops.length - 1) : (at + by + stops.length) % stops.length;
    focus(stops[to]);
  };
  const here = () => {
    const focused = document.activeElement && document.activeElement.closest(TOUCHABLE);
    return current && current.isConnected ? current : focused && main().contains(focused) ? focused : null;
  };
  const act = () => {
    const element = here();
    if (!element) {
      const forward = all('.place.on button').find(each => !each.disabled);
      if (forward) {
        focus(forward); // heard first; once more acts
      } else if (speaking()) {
        repeat();
      }
    } else if (element.disabled) {
      sayElement(element);
    } else {
      element.click();
      if (element.matches('label') && speaking()) {
        sayElement(element);
      }
    }
  };
  const leave = () => {
    const button = all('.place.leave button').find(each => !each.disabled);
    if (button) {
      focus(button);
    } else if (speaking()) {
      say(main().dataset.nothing);
    }
  };
  const help = () => {
    if (speaking()) {
      repeat();
      return;
    }
    const spoken = document.querySelector('meta[name=voice]').content.split(' ');
    if (spoken.includes(main().dataset.language)) {
      const aids = (main().dataset.aids || '').split(' ').filter(Boolean);
      const values = { screen: main().dataset.screen, do: 'aids', aid: [...aids, 'voice'] };
      htmx.ajax('POST', '/tap', { source: document.body, target: '#display', swap: 'innerHTML', values });
    }
  };
  const louder = by => {
    if (speaking()) {
      volume = Math.min(1, Math.max(LOUDER, volume + by));
      say(current ? current.dataset.say : main().dataset.guide);
    }
  };
  const press = pin => {
    const key = main().querySelector('[data-pin="' + pin + '"]');
    if (key) {
      current = null;
      key.click();
    }
  };

  const KEYS = {
    ArrowDown: () => step(1),
    ArrowRight: () => step(1),
    ArrowUp: () => step(-1),
    ArrowLeft: () => step(-1),
    Enter: act,
    ' ': act,
    F1: help,
    Help: help,
    Escape: leave,
    Backspace: () => press('erase'),
    Delete: () => press('clear'),
    '+': () => louder(LOUDER),
    '-': () => louder(-LOUDER),
  };
  document.addEventListener('keydown', event => {
    const digit = /^[0-9]$/.test(event.key);
    if (event.ctrlKey || event.altKey || event.metaKey || (!digit && !(event.key in KEYS))) {
      return;
    }
    event.preventDefault();
    if (!event.repeat) {
      digit ? press(event.key) : KEYS[event.key]();
    }
  });

  // ── touch: the first says what it is, the second does it ──
  let acts = true;
  document.addEventListener('pointerdown', event => {
    if (!speaking()) {
      acts = true;
      return;
    }
    const point = document.elementFromPoint(event.clientX, event.clientY);
    const touched = point && point.closest(TOUCHABLE);
    acts = Boolean(touched) && main().contains(touched) && touched === current && !touched.disabled;
    if (acts) {
      return;
    }
    if (touched && main().contains(touched)) {
      current = touched;
      sayElement(touched);
    } else {
      current = null;
      const line = point && point.closest('[data-say]');
      if (line) {
        say(line.dataset.say);
      }
    }
  }, true);
  document.addEventListener('click', event => {
    if (!speaking() || event.detail === 0) {
      return; // a key, or what the first click of a label begets
    }
    if (!acts) {
      event.preventDefault();
      event.stopImmediatePropagation();
      if (current) {
        (current.querySelector('input') || current).focus({ focusVisible: true, preventScroll: true });
      }
    }
  }, true);
  document.addEventListener('change', () => {
    if (speaking() && current && current.matches('label')) {
      sayElement(current); // what is chosen now
    }
  });

  document.addEventListener('toggle', () => speaking() && look(), true);
  document.addEventListener('htmx:afterSettle', look);
  document.addEventListener('htmx:oobAfterSwap', look);
  look();
})();
