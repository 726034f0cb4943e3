package jp.madoguchi.kiosk.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.madoguchi.kiosk.staff.Clerk;

/** The staff desk as HTML. Any thread. */
final class DeskRenderer {
    /** What every page of the desk shows around its own. */
    record Around(Clerk clerk, List<View> menu, View beat, Optional<DeskPage.Said> said) {}

    private final String kioskId;
    private final boolean testAnchors;
    private final Map<String, String> files;
    private final Templates templates;

    DeskRenderer(String kioskId, boolean testAnchors, Map<String, String> files, Templates templates) {
        this.kioskId = kioskId;
        this.testAnchors = testAnchors;
        this.files = files;
        this.templates = templates;
    }

    /** The whole page at the door. */
    String door(View signIn, Secret csrf) {
        return shell("sign-in", signIn, new View().with("signedIn", false), csrf);
    }

    /** The {@code <main>} at the door. */
    String doorMain(View signIn) {
        return fill("sign-in", signIn, new View().with("signedIn", false));
    }

    /** The dots of the pad, and whether one can go on. */
    String dots(View signIn) {
        return templates.fill("staff/pad", "pressed", Words.deskLocale(), Map.of("view", signIn, "desk", new View()));
    }

    /** The whole page of somebody who is signed in. */
    String page(DeskPage page, Around around, Secret csrf) {
        return shell(page.name(), page.view(around.clerk()), desk(page, around), csrf);
    }

    /** Its {@code <main>} alone. */
    String main(DeskPage page, Around around) {
        return fill(page.name(), page.view(around.clerk()), desk(page, around));
    }

    /** What stands above the page. */
    String beat(DeskPage page, Around around) {
        return templates.fill("staff/frame", "told", Words.deskLocale(), Map.of("desk", desk(page, around)));
    }

    /** What the home page shows of the kiosk. */
    String now(DeskPage page, Around around) {
        return templates.fill(
                "staff/now",
                "told",
                Words.deskLocale(),
                Map.of("view", page.view(around.clerk()), "desk", desk(page, around)));
    }

    private static View desk(DeskPage page, Around around) {
        return new View()
                .with("signedIn", true)
                .with("page", page.name())
                .with("clerk", DeskModel.clerk(around.clerk()))
                .with("menu", around.menu())
                .with("beat", around.beat())
                .with("said", around.said().map(DeskModel::said).orElse(null));
    }

    private String shell(String template, View view, View desk, Secret csrf) {
        View page = ScreenRenderer.pageView(files).with("csrf", csrf.text()).with("template", "staff/" + template);
        return templates.fill(
                "staff/page", Words.deskLocale(), Map.of("view", view, "desk", framed(desk), "page", page));
    }

    private String fill(String template, View view, View desk) {
        return templates.fill("staff/" + template, Words.deskLocale(), Map.of("view", view, "desk", framed(desk)));
    }

    private View framed(View desk) {
        return desk.with("kiosk", kioskId).with("testAnchors", testAnchors);
    }
}
