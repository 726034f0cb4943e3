package jp.madoguchi.kiosk.web;

import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.thymeleaf.context.ITemplateContext;
import org.thymeleaf.messageresolver.AbstractMessageResolver;

/** Gives templates their texts. A text that is missing fails the rendering. */
final class Texts extends AbstractMessageResolver {
    private final Function<Locale, Words> words;

    Texts(Function<Locale, Words> words) {
        this.words = words;
    }

    @Override
    public String resolveMessage(
            ITemplateContext context, @Nullable Class<?> origin, String key, Object @Nullable [] parameters) {
        return words.apply(context.getLocale()).text(key, parameters == null ? new Object[0] : parameters);
    }

    @Override
    public String createAbsentMessageRepresentation(
            ITemplateContext context, @Nullable Class<?> origin, String key, Object @Nullable [] parameters) {
        throw new IllegalStateException("no such text: " + key);
    }
}
