'use strict';

// The display session: the token goes to the kiosk in a body, never in an address.
const open = document.getElementById('open');
if (open) {
  open.submit();
} else {
  const set = (id, text) => { document.getElementById(id).textContent = text; };
  let shown = '';

  const show = state => {
    set('stage', state.stage);
    set('placed', state.placed || 'nothing');
    set('tray', '¥' + state.tray);
    set('hopper', state.hopper);
    set('printer', state.printer.join(', '));
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
      const sides = [];
      state.printed.forEach((job, number) => {
        for (let side = 0; side < job.sides; side++) {
          const figure = document.createElement('figure');
          const image = document.createElement('img');
          image.src = '/printed/' + number + '/' + side;
          image.alt = 'side ' + (side + 1) + ' of job ' + (number + 1);
          const caption = document.createElement('figcaption');
          caption.textContent = 'Job ' + (number + 1) + ', side ' + (side + 1);
          figure.append(image, caption);
          sides.push(figure);
        }
      });
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
