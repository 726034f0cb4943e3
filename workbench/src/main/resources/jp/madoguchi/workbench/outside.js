'use strict';

// The display session: the token goes to the kiosk in a body, never in an address.
const open = document.getElementById('open');
if (open) {
  open.submit();
} else {
  const set = (id, text) => { document.getElementById(id).textContent = text; };
  let shown = '';

  const paper = (job, side) => {
    const figure = document.createElement('figure');
    const link = document.createElement('a');
    const image = document.createElement('img');
    const caption = document.createElement('figcaption');
    link.href = image.src = '/printed/' + job + '/' + side;
    link.target = 'paper';
    image.alt = caption.textContent = 'Job ' + (job + 1) + ', side ' + (side + 1);
    link.append(image);
    figure.append(link, caption);
    return figure;
  };

  // One column for each device; the buttons stay, only what is pressed changes.
  const faults = list => {
    const panel = document.getElementById('faults');
    for (const fault of list) {
      let button = panel.querySelector(`[data-value="${fault.slug}"]`);
      if (!button) {
        let column = [...panel.children].find(each => each.dataset.device === fault.device);
        if (!column) {
          column = document.createElement('section');
          column.dataset.device = fault.device;
          const head = document.createElement('h2');
          head.textContent = fault.device;
          column.append(head);
          panel.append(column);
        }
        button = document.createElement('button');
        button.dataset.do = '/fault';
        button.dataset.value = fault.slug;
        button.textContent = fault.words;
        column.append(button);
      }
      if (fault.lasting) {
        button.setAttribute('aria-pressed', fault.on);
      }
    }
  };

  const show = state => {
    faults(state.faults);
    set('obstacles', state.obstacles.join(', ').toLowerCase().replaceAll('_', ' ') || 'nothing');
    set('stage', state.stage);
    set('placed', state.placed || 'nothing');
    set('tray', '¥' + state.tray);
    set('hopper', state.hopper);
    set('printer', state.printer.join(', ').replace(/^none$/, 'ready'));
    set('paper', state.paper);
    set('output', state.output);
    const card = document.getElementById('card');
    if (card.options.length === 0) {
      state.cards.forEach(id => card.add(new Option(id, id)));
    }
    const now = JSON.stringify(state.printed);
    if (now !== shown) {
      shown = now;
      const sides = state.printed
        .map((job, number) => Array.from({ length: job.sides }, (none, side) => paper(number, side)))
        .reverse().flat(); // the latest first
      if (sides.length > 0) {
        document.getElementById('printed').replaceChildren(...sides);
      }
    }
  };

  const look = async () => {
    try {
      show(await (await fetch('/state')).json());
    } catch (gone) {
      set('stage', 'nothing: the demo has stopped');
    }
    setTimeout(look, 500);
  };

  document.addEventListener('click', async event => {
    const button = event.target.closest('button[data-do]');
    if (button) {
      const from = button.dataset.from;
      const value = from ? document.getElementById(from).value : button.dataset.value || '';
      const answer = await fetch(button.dataset.do, { method: 'POST', body: new URLSearchParams({ value }) });
      set('refused', answer.ok ? '' : await answer.text());
      if (answer.ok) {
        show(await answer.json());
      }
    }
  });
  look();
}
