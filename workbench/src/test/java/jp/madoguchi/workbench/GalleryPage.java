package jp.madoguchi.workbench;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * One page of a browser that shows the screens of a gallery one after another, each put in place of the last as the kiosk
 * does it: far quicker than to open them. All of one gallery, whose first is opened for its styles and scripts.
 */
final class GalleryPage {
    /** As many as a message to the browser carries well. */
    private static final int AT_ONCE = 50;

    /**
     * Languages and aids stand behind buttons of every screen, much the same everywhere: they are opened where they are new,
     * and on one screen in so many.
     */
    private static final int SOME = 10;

    private static final String SHOW = """
            async markup => {
              const display = document.getElementById('display');
              display.innerHTML = markup;
              document.dispatchEvent(new CustomEvent('htmx:afterSwap', { detail: { target: display } }));
              display.getBoundingClientRect();
              await document.fonts.ready;
            }""";

    private static final String MISFITS = """
            async screens => {
              const show = %s;
              const rules = %s;
              const toggled = details => new Promise(done => {
                details.addEventListener('toggle', done, { once: true });
                details.open = !details.open;
              });
              const lain = (over, act) => new Promise(done => {
                over.addEventListener('toggle', done, { once: true });
                act();
              });
              const seen = window.seen ??= new Set();
              const first = (main, details) => {
                const said = main.dataset.language + details.textContent;
                return !seen.has(said) && seen.add(said);
              };
              const misfits = [];
              const note = where => rules().forEach(wrong => misfits.push(where + ': ' + wrong));
              for (const [name, markup, some] of screens) {
                await show(markup);
                note(name);
                const main = document.querySelector('main');
                for (const details of main.querySelectorAll('details')) {
                  const everywhere = details.matches('.help, .languages');
                  if (details.checkVisibility() && (!everywhere || first(main, details) || some)) {
                    await toggled(details);
                    note(name + ', ' + details.className);
                    await toggled(details);
                  }
                }
                const masked = main.querySelector('[data-show]');
                if (masked?.parentElement.checkVisibility()) {
                  masked.checked = true;
                  note(name + ', in whole');
                  masked.checked = false;
                }
                const over = main.querySelector('[popover]');
                if (over) {
                  await lain(over, () => over.showPopover());
                  if (over.scrollHeight > over.clientHeight + 1 || over.scrollWidth > over.clientWidth + 1) {
                    misfits.push(name + ', explained: not all in view');
                  }
                  await lain(over, () => over.hidePopover());
                }
              }
              return misfits;
            }""".formatted(SHOW, ScreenRules.FIT);

    private final Page page;
    private final List<Path> screens;

    GalleryPage(Page page, List<Path> screens) {
        this.page = page;
        this.screens = screens;
        page.navigate(screens.get(0).toUri().toString());
    }

    void show(Path screen) throws IOException {
        page.evaluate(SHOW, markup(screen));
    }

    /** What of these screens, and of what opens on them, breaks the rules of size and place in this window. */
    List<String> misfits() throws IOException {
        List<String> misfits = new ArrayList<>();
        for (int from = 0; from < screens.size(); from += AT_ONCE) {
            List<List<Object>> some = new ArrayList<>();
            for (int i = from; i < Math.min(from + AT_ONCE, screens.size()); i++) {
                Path screen = screens.get(i);
                some.add(List.of(screen.getFileName().toString(), markup(screen), i % SOME == 0));
            }
            ((List<?>) page.evaluate(MISFITS, some))
                    .forEach(misfit -> misfits.add(page.viewportSize().width + " wide: " + misfit));
        }
        return misfits;
    }

    private static String markup(Path screen) throws IOException {
        String html = Files.readString(screen, UTF_8);
        return html.substring(html.indexOf("<main"), html.lastIndexOf("</main>") + "</main>".length());
    }
}
