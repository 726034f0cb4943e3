// The keys of the tactile keypad, and with voice guidance the voice: docs/voice.md has the map and the rules.
// What is said was decided by the server: data-say holds a line for each sound, its name and its caption.
'use strict';

(() => {
  const TOUCHABLE = 'button, a[href], label, summary';
  const LOUDER = 0.2;
  // So long after the last word somebody who was asked for something is asked again: soon when it was forgotten.
  const LULL = 20000;
  const ALARM = 8000;
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
  let lull = 0;

  const hush = () => {
    turn += 1;
    window.clearTimeout(lull);
    if (playing) {
      playing.pause();
      playing = null;
    }
  };

  const next = (queue, mine) => {
    if (mine !== turn || queue.length === 0) {
      caption.hidden = caption.hidden || (mine === turn && !on); // the last word was said
      if (mine === turn && on) {
        lull = window.setTimeout(remind, main().dataset.alarm ? ALARM : LULL);
      }
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
  const spoken = within => [...within.querySelectorAll('[data-say]')].filter(each => seen(each) && !each.closest(TOUCHABLE));
  const standing = () => spoken(main()).filter(each => !each.closest('[popover]'));
  const scripts = elements => elements.map(each => each.dataset.say);
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
    const now = standing();
    const how = begins || screen.dataset.language !== language;
    if (how || screen.dataset.stage !== stage) {
      current = null;
      // What stood on the screen before has been said; how the voice is used comes first: whoever knows it interrupts.
      const news = now.filter(each => how || each.matches('h1') || !said.includes(each.dataset.say));
      say(how ? screen.dataset.how : '', ...scripts(news), screen.dataset.guide);
    } else {
      current = current && (current.isConnected ? current : anew(current));
      const fresh = scripts(now).filter(line => !said.includes(line));
      if (fresh.length > 0) {
        say(...fresh);
      }
    }
    stage = screen.dataset.stage;
    language = screen.dataset.language;
    said = scripts(now);
  };
  // Where no button leads on, the hand or the kiosk has something to do: what, is said again when it has been quiet.
  const remind = () => {
    const alarms = standing().filter(each => each.matches('[role=alert]'));
    if (main().dataset.alarm && alarms.length > 0) {
      say(...scripts(alarms));
    } else if (!main().querySelector('details[open]') && touchables().every(each => each.closest('.leave, .speak'))) {
      say(...scripts(standing().filter(each => each.matches('h1'))));
    }
  };
  const repeat = () => say(...scripts(opened() ? spoken(opened()) : standing()), main().dataset.guide, main().dataset.how);

  // ── where one is ──
  let current = null;
  const opened = () => main().querySelector('[popover]:popover-open'); // lies over the screen: nothing else is there
  const touchables = () => all(TOUCHABLE).filter(each =>
    (speaking() || !each.disabled) && (!opened() || opened().contains(each)));
  const show = element => (element.querySelector('input') || element).focus({ focusVisible: true, preventScroll: true });
  // The same on a screen that was drawn again because something else on it has changed.
  const anew = lost => {
    const found = touchables().find(each => each.dataset.say === lost.dataset.say && each.value === lost.value);
    if (found) {
      show(found);
    }
    return found || null;
  };
  const focus = element => {
    current = element;
    show(element);
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
    const at = current && current.isConnected ? current : focused && main().contains(focused) ? focused : null;
    return opened() && !opened().contains(at) ? null : at;
  };
  const act = () => {
    const element = here();
    // Once more on what is chosen: that is settled, so on from there.
    if (!element || (speaking() && element.querySelector('input[type=radio]:checked'))) {
      const forward = touchables().find(each => !each.disabled && (opened() || each.closest('.place.on')));
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
    const button = touchables().find(each => !each.disabled && (opened() || each.closest('.place.leave')));
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
        show(current);
      }
    }
  }, true);
  document.addEventListener('change', () => {
    if (speaking() && current && current.matches('label')) {
      sayElement(current); // what is chosen now
    }
  });

  document.addEventListener('toggle', event => {
    if (!speaking()) {
      return;
    }
    if (!event.target.matches('[popover]')) {
      look();
    } else if (event.newState === 'open') {
      current = null;
      say(...scripts(spoken(event.target)));
    } else {
      focus(main().querySelector('[popovertarget]:not([popovertargetaction])'));
    }
  }, true);
  document.addEventListener('htmx:afterSettle', look);
  document.addEventListener('htmx:oobAfterSwap', look);
  look();
})();
