package jp.madoguchi.kiosk.web;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.cache.StandardCacheManager;
import org.thymeleaf.context.Context;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** Templates filled with what a view holds, in the words of a locale. Any thread. */
final class Templates {
    private static final int UNLIMITED = -1;

    private final TemplateEngine engine = new TemplateEngine();

    Templates() {
        this(Words::of);
    }

    /** {@code words}: those of each locale. */
    Templates(Function<Locale, Words> words) {
        ClassLoaderTemplateResolver templates = new ClassLoaderTemplateResolver(Templates.class.getClassLoader());
        templates.setPrefix("jp/madoguchi/ui/templates/");
        templates.setSuffix(".html");
        templates.setTemplateMode(TemplateMode.HTML);
        templates.setCharacterEncoding("UTF-8");
        engine.setTemplateResolver(templates);
        engine.setCacheManager(everything());
        engine.setMessageResolver(new Texts(words));
        engine.addDialect(new Narration());
        engine.addDialect(new WholeNumbers());
    }

    /**
     * What is parsed stays: there are more fragments and expressions than are kept by default, and no more than are shipped, for
     * none is made of what a resident or the center wrote.
     */
    private static StandardCacheManager everything() {
        StandardCacheManager everything = new StandardCacheManager();
        everything.setTemplateCacheMaxSize(UNLIMITED);
        everything.setTemplateCacheUseSoftReferences(false);
        everything.setExpressionCacheMaxSize(UNLIMITED);
        everything.setExpressionCacheUseSoftReferences(false);
        return everything;
    }

    /** All of a template. */
    String fill(String template, Locale words, Map<String, ?> values) {
        return engine.process(template, context(words, values));
    }

    /** One fragment of it. */
    String fill(String template, String fragment, Locale words, Map<String, ?> values) {
        return engine.process(template, Set.of(fragment), context(words, values));
    }

    private static Context context(Locale words, Map<String, ?> values) {
        Context context = new Context(words);
        values.forEach(context::setVariable);
        return context;
    }
}
