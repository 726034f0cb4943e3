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

  const show = state => {
    set('stage', state.stage);
    set('placed', state.placed || 'nothing');
    set('tray', '¥' + state.tray);
    set('hopper', state.hopper);
    set('printer', state.printer.join(', ').replace(/^none$/, 'ready'));
    set('paper', state.paper);
    set('output', state.output);
    set('line', state.lineCut ? 'cut' : 'up');
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
      if (answer.ok) {
        show(await answer.json());
      }
    }
  });
  look();
}
