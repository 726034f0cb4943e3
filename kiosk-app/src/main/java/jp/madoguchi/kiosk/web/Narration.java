package jp.madoguchi.kiosk.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.thymeleaf.context.ITemplateContext;
import org.thymeleaf.dialect.IPostProcessorDialect;
import org.thymeleaf.engine.AbstractTemplateHandler;
import org.thymeleaf.model.ICloseElementTag;
import org.thymeleaf.model.IComment;
import org.thymeleaf.model.IOpenElementTag;
import org.thymeleaf.model.IProcessableElementTag;
import org.thymeleaf.model.IStandaloneElementTag;
import org.thymeleaf.model.ITemplateEnd;
import org.thymeleaf.model.ITemplateEvent;
import org.thymeleaf.model.IText;
import org.thymeleaf.postprocessor.IPostProcessor;
import org.thymeleaf.postprocessor.PostProcessor;
import org.thymeleaf.templatemode.TemplateMode;
import org.unbescape.html.HtmlEscape;

/**
 * Gives every element of a screen that has a {@link Narrator} what it says, in {@code data-say}. It reads what the screen has become, so that
 * no template and no model says a thing twice. Without a narrator all passes through untouched.
 */
final class Narration implements IPostProcessorDialect {
    /** Before anything else divides the words. */
    private static final int FIRST = 10;

    @Override
    public String getName() {
        return "narration";
    }

    @Override
    public int getDialectPostProcessorPrecedence() {
        return FIRST;
    }

    @Override
    public Set<IPostProcessor> getPostProcessors() {
        return Set.of(new PostProcessor(TemplateMode.HTML, Handler.class, FIRST));
    }

    /** Holds the screen back until it has been read: an element's words come after its tag. Made by Thymeleaf, one for each rendering. */
    public static final class Handler extends AbstractTemplateHandler {
        private final List<ITemplateEvent> held = new ArrayList<>();
        private @Nullable Reading reading;

        @Override
        public void setContext(ITemplateContext context) {
            super.setContext(context);
            reading = context.getVariable(Narrator.NAME) instanceof Narrator narrator ? new Reading(narrator) : null;
        }

        @Override
        public void handleText(IText text) {
            if (reading == null) {
                super.handleText(text);
                return;
            }
            held.add(text);
            reading.text(HtmlEscape.unescapeHtml(text.getText()));
        }

        @Override
        public void handleComment(IComment comment) {
            if (reading == null) {
                super.handleComment(comment);
                return;
            }
            held.add(comment);
        }

        @Override
        public void handleStandaloneElement(IStandaloneElementTag tag) {
            if (reading == null) {
                super.handleStandaloneElement(tag);
                return;
            }
            open(reading, tag);
            reading.close();
        }

        @Override
        public void handleOpenElement(IOpenElementTag tag) {
            if (reading == null) {
                super.handleOpenElement(tag);
                return;
            }
            open(reading, tag);
        }

        @Override
        public void handleCloseElement(ICloseElementTag tag) {
            if (reading == null) {
                super.handleCloseElement(tag);
                return;
            }
            held.add(tag);
            reading.close();
        }

        @Override
        public void handleTemplateEnd(ITemplateEnd end) {
            if (reading != null) {
                Map<Integer, Map<String, String>> scripts = reading.scripts();
                for (int i = 0; i < held.size(); i++) {
                    pass(held.get(i), scripts.getOrDefault(i, Map.of()));
                }
            }
            super.handleTemplateEnd(end);
        }

        private void open(Reading reader, IProcessableElementTag tag) {
            reader.open(held.size(), tag.getElementCompleteName(), attribute -> value(tag, attribute));
            held.add(tag);
        }

        /** An attribute without a value is there all the same. */
        private static @Nullable String value(IProcessableElementTag tag, String attribute) {
            if (!tag.hasAttribute(attribute)) {
                return null;
            }
            String value = tag.getAttributeValue(attribute);
            return value == null ? "" : HtmlEscape.unescapeHtml(value);
        }

        private void pass(ITemplateEvent event, Map<String, String> scripts) {
            if (event instanceof IText text) {
                super.handleText(text);
            } else if (event instanceof IOpenElementTag tag) {
                super.handleOpenElement(with(tag, scripts));
            } else if (event instanceof IStandaloneElementTag tag) {
                super.handleStandaloneElement(with(tag, scripts));
            } else if (event instanceof ICloseElementTag tag) {
                super.handleCloseElement(tag);
            } else if (event instanceof IComment comment) {
                super.handleComment(comment);
            }
        }

        private <T extends IProcessableElementTag> T with(T tag, Map<String, String> scripts) {
            T speaking = tag;
            for (Map.Entry<String, String> script : scripts.entrySet()) {
                speaking = getContext()
                        .getModelFactory()
                        .setAttribute(speaking, script.getKey(), HtmlEscape.escapeHtml4Xml(script.getValue()));
            }
            return speaking;
        }
    }
}
