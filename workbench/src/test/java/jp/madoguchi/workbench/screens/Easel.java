package jp.madoguchi.workbench.screens;

import com.google.gson.JsonObject;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.JSHandle;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ScreenshotAnimations;
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
              document.documentElement.lang = next.documentElement.lang;
              document.title = next.title;
              document.body.replaceWith(document.adoptNode(next.body));
              window.dispatchEvent(new Event('resize'));
              return document.fonts.ready.then(() => true);
            }""";

    /** What is wrong by size and place: as it stands, with each of its folds open, with nothing masked; in one go. */
    private static final String LOOK = """
            async measured => {
              const wrong = measured();
              const folded = [...document.querySelectorAll('details')];
              const heard = element => new Promise((told, never) => {
                element.addEventListener('toggle', told, { once: true });
                setTimeout(never, 10000, `never toggled: ${element.tagName}.${element.className}`);
              });
              const open = async number => {
                const turned = folded.filter((each, i) => each.open !== (i === number)).map(heard);
                folded.forEach((each, i) => { each.open = i === number; });
                await Promise.all(turned);
              };
              for (let i = 0; i < folded.length; i++) {
                await open(i);
                wrong.push(...measured().map(each => `opened ${i + 1}, ${each}`));
              }
              await open(-1);

              const box = document.querySelector('[data-show]');
              const show = whole => {
                box.checked = whole;
                box.dispatchEvent(new Event('change', { bubbles: true }));
              };
              if (box?.parentElement.checkVisibility()) {
                show(true);
                wrong.push(...measured().map(each => `in whole, ${each}`));
                show(false);
              }

              const over = document.querySelector('[popover]'); // lies over the screen while something is explained
              if (over) {
                const opened = heard(over);
                over.showPopover();
                await opened;
                if (over.scrollHeight > over.clientHeight + 1 || over.scrollWidth > over.clientWidth + 1) {
                  wrong.push('not all in view: ' + over.id);
                }
                over.hidePopover();
              }
              return wrong;
            }""";

    private static final String MINIMIZED = "minimized";

    private final ScreenGallery gallery;
    private final BrowserContext person;
    private final Page page;
    private final CDPSession chromium;
    private Optional<Orientation> turned = Optional.empty();
    private Optional<JSHandle> measured = Optional.empty();

    Easel(KioskBrowser browser, ScreenGallery gallery) {
        this.gallery = gallery;
        person = browser.person(Orientation.UPRIGHT.width, Orientation.UPRIGHT.height);
        page = person.newPage();
        chromium = person.newCDPSession(page);
    }

    /** Nobody looks: nothing is painted, which is half of the work. There are no pictures from now on. */
    Easel unseen() {
        JsonObject minimized = new JsonObject();
        minimized.addProperty("windowState", MINIMIZED);
        JsonObject window = new JsonObject();
        window.add("windowId", window().get("windowId"));
        window.add("bounds", minimized);
        chromium.send("Browser.setWindowBounds", window);
        return this;
    }

    boolean seen() {
        return !window().getAsJsonObject("bounds")
                .get("windowState")
                .getAsString()
                .equals(MINIMIZED);
    }

    private JsonObject window() {
        return chromium.send("Browser.getWindowForTarget");
    }

    Page show(ScreenState state) {
        if (turned.isEmpty()) {
            page.setContent(gallery.page(state.sample(), state.aids()));
            measured = Optional.of(page.evaluateHandle("() => " + ScreenRules.MEASURED));
        }
        if (!turned.equals(Optional.of(state.orientation()))) {
            page.setViewportSize(state.orientation().width, state.orientation().height);
            turned = Optional.of(state.orientation());
        }
        page.evaluate(PUT_UP, gallery.bare(state.sample(), state.aids()));
        return page;
    }

    /** As it looks when nothing moves any more. */
    byte[] picture(ScreenState state) {
        return show(state).screenshot(new Page.ScreenshotOptions().setAnimations(ScreenshotAnimations.DISABLED));
    }

    /** What the screen that stands breaks, as it is and with each of its folds open. */
    List<String> broken(ScreenRules rules) {
        List<String> broken = new ArrayList<>(rules.inaccessible(page));
        broken.addAll(misfits());
        return broken;
    }

    /** The same of what is measured alone. */
    List<String> misfits() {
        return ScreenRules.told(page.evaluate(LOOK, measured.orElseThrow()));
    }

    @Override
    public void close() {
        person.close();
    }
}
