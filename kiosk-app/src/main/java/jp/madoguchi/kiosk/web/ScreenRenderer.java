package jp.madoguchi.kiosk.web;

import java.util.Map;
import java.util.Set;
import jp.madoguchi.kiosk.terms.Language;
import jp.madoguchi.kiosk.terms.Stage;
import jp.madoguchi.kiosk.visit.Screen;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** Screens as HTML. The name of a stage is the name of its template. Any thread. */
final class ScreenRenderer {
    private final TemplateEngine engine = new TemplateEngine();
    private final ScreenModel model;
    private final Map<String, String> files;

    /** {@code files}: the addresses of style and scripts by name. */
    ScreenRenderer(ScreenModel model, Map<String, String> files) {
        this.model = model;
        this.files = files;
        ClassLoaderTemplateResolver templates = new ClassLoaderTemplateResolver(ScreenRenderer.class.getClassLoader());
        templates.setPrefix("jp/madoguchi/ui/templates/");
        templates.setSuffix(".html");
        templates.setTemplateMode(TemplateMode.HTML);
        templates.setCharacterEncoding("UTF-8");
        engine.setTemplateResolver(templates);
        engine.setMessageResolver(new Texts());
        engine.addDialect(new WholeNumbers());
    }

    /** The whole page. */
    String page(Screen screen, Secret csrf) {
        Context context = context(screen);
        context.setVariable("page", pageView().with("csrf", csrf.text()));
        return engine.process("page", context);
    }

    /** The {@code <main>} alone. */
    String main(Screen screen) {
        return engine.process("screens/" + screen.visit().stage().slug(), context(screen));
    }

    /** How much of a PIN or password is in, and whether the resident can go on. */
    String dots(Screen screen) {
        boolean password = screen.visit().stage() == Stage.ENTER_PASSWORD;
        return engine.process(password ? "password" : "pin", Set.of("pressed"), context(screen));
    }

    /** The line as it stands, and whether the resident can go on. */
    String written(Screen screen) {
        return engine.process("writing", Set.of("pressed"), context(screen));
    }

    /** For the display that has just been let in; it goes on to the screen by itself. */
    String opened() {
        Context context = new Context(Language.JA.locale());
        context.setVariable("page", pageView());
        return engine.process("opened", context);
    }

    /** For a browser that is not the terminal's display. */
    String notYours() {
        Context context = new Context(Language.JA.locale());
        context.setVariable(
                "page", pageView().with("english", Words.of(Language.EN).all()));
        return engine.process("not-yours", context);
    }

    private View pageView() {
        View view = new View();
        files.forEach(view::with);
        return new View().with("files", view);
    }

    private Context context(Screen screen) {
        Context context = new Context(screen.visit().language().locale());
        context.setVariable("view", model.of(screen));
        return context;
    }
}
