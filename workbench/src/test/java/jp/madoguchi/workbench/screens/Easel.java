package jp.madoguchi.workbench.screens;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jp.madoguchi.kiosk.web.ScreenGallery;
import jp.madoguchi.workbench.KioskBrowser;
import jp.madoguchi.workbench.ScreenRules;

/** Where one screen after the other is put up to be looked at: one page of one browser, whose document is exchanged. One thread. */
final class Easel implements AutoCloseable {
    /** The styles stay, they are every page's; scripts that lay out the page hear that it is another one. */
    private static final String PUT_UP = """
            html => {
              const next = new DOMParser().parseFromString(html, 'text/html');
              const root = document.documentElement;
              [...root.attributes].forEach(each => root.removeAttribute(each.name));
              [...next.documentElement.attributes].forEach(each => root.setAttribute(each.name, each.value));
              document.title = next.title;
              document.body.replaceWith(document.adoptNode(next.body));
              window.dispatchEvent(new Event('resize'));
              return document.fonts.ready.then(() => true);
            }""";

    /** Only this one of what can be opened is open, and the page has heard of it. */
    private static final String OPEN = """
            number => {
              const folded = [...document.querySelectorAll('details')];
              folded.forEach((each, i) => { each.open = i === number; });
              return new Promise(told => requestAnimationFrame(() => setTimeout(told, 0, folded.length)));
            }""";

    /** What is masked is shown in whole, or masked again; answers whether there is any. */
    private static final String SHOWN = """
            whole => {
              const box = document.querySelector('[data-show]');
              if (!box?.parentElement.checkVisibility()) {
                return false;
              }
              box.checked = whole;
              box.dispatchEvent(new Event('change', { bubbles: true }));
              return true;
            }""";

    /** What lies over the screen is there, or gone; answers what of it is out of view. */
    private static final String EXPLAINED = """
            async () => {
              const over = document.querySelector('[popover]');
              if (!over) {
                return [];
              }
              over.showPopover();
              await new Promise(requestAnimationFrame);
              const cut = over.scrollHeight > over.clientHeight + 1 || over.scrollWidth > over.clientWidth + 1;
              over.hidePopover();
              return cut ? ['not all in view: ' + over.id] : [];
            }""";

    private final ScreenGallery gallery;
    private final BrowserContext person;
    private final Page page;
    private Optional<Orientation> turned = Optional.empty();

    Easel(KioskBrowser browser, ScreenGallery gallery) {
        this.gallery = gallery;
        person = browser.person(Orientation.UPRIGHT.width, Orientation.UPRIGHT.height);
        page = person.newPage();
    }

    Page show(ScreenState state) {
        String html = gallery.page(state.sample(), state.aids());
        if (turned.isEmpty()) {
            page.setContent(html);
        }
        if (!turned.equals(Optional.of(state.orientation()))) {
            page.setViewportSize(state.orientation().width, state.orientation().height);
            turned = Optional.of(state.orientation());
        }
        page.evaluate(PUT_UP, html);
        return page;
    }

    /** What the screen that stands breaks, as it is and with each of its folds open. */
    List<String> broken(ScreenRules rules) {
        List<String> broken = new ArrayList<>(rules.broken(page));
        broken.addAll(opened());
        return broken;
    }

    /** The same of what is measured alone. */
    List<String> misfits() {
        List<String> misfits = new ArrayList<>(ScreenRules.measured(page));
        misfits.addAll(opened());
        return misfits;
    }

    private List<String> opened() {
        List<String> wrong = new ArrayList<>();
        int folds = page.locator("details").count();
        for (int i = 0; i < folds; i++) {
            page.evaluate(OPEN, i);
            String fold = "opened " + (i + 1) + ", ";
            ScreenRules.measured(page).forEach(each -> wrong.add(fold + each));
        }
        page.evaluate(OPEN, -1);
        if (page.evaluate(SHOWN, true).equals(true)) {
            ScreenRules.measured(page).forEach(each -> wrong.add("in whole, " + each));
            page.evaluate(SHOWN, false);
        }
        wrong.addAll(((List<?>) page.evaluate(EXPLAINED))
                .stream().map(String::valueOf).toList());
        return wrong;
    }

    @Override
    public void close() {
        person.close();
    }
}
