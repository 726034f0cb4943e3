package jp.madoguchi.kiosk.web;

import java.util.Set;
import java.util.regex.Pattern;
import org.thymeleaf.dialect.IPostProcessorDialect;
import org.thymeleaf.engine.AbstractTemplateHandler;
import org.thymeleaf.model.IText;
import org.thymeleaf.postprocessor.IPostProcessor;
import org.thymeleaf.postprocessor.PostProcessor;
import org.thymeleaf.templatemode.TemplateMode;

/**
 * A telephone number or an hour that breaks at the end of a line is misread: each stays whole, whoever wrote it, the texts or
 * the center.
 */
final class WholeNumbers implements IPostProcessorDialect {
    private static final int LAST = 1000;
    private static final String MOMENT = "(?:午前|午後|朝|夜)?[0-9][0-9:時分月日]*";

    /** Only telephone numbers have two hyphens; a claim number has one, and a style of its own. */
    private static final Pattern WHOLE =
            Pattern.compile("(?<![0-9A-Za-z.-])(?:[0-9]{2,5}-[0-9]{1,4}-[0-9]{2,4}(?![0-9A-Za-z-])|" + MOMENT
                    + "(?:[–〜]" + MOMENT + ")+)");

    /** Each such number in a text of HTML, held together. */
    static String whole(String text) {
        return joins(text) ? WHOLE.matcher(text).replaceAll("<span class=\"whole\">$0</span>") : text;
    }

    /** Most texts have none of what joins two numbers, and are not searched. */
    private static boolean joins(String text) {
        return text.indexOf('-') >= 0 || text.indexOf('–') >= 0 || text.indexOf('〜') >= 0;
    }

    @Override
    public String getName() {
        return "whole numbers";
    }

    @Override
    public int getDialectPostProcessorPrecedence() {
        return LAST;
    }

    @Override
    public Set<IPostProcessor> getPostProcessors() {
        return Set.of(new PostProcessor(TemplateMode.HTML, Handler.class, LAST));
    }

    /** Sees what an element says, and no attribute. Made by Thymeleaf, one for each rendering. */
    public static final class Handler extends AbstractTemplateHandler {
        @Override
        public void handleText(IText text) {
            String said = text.getText();
            String whole = whole(said);
            super.handleText(
                    whole.equals(said) ? text : getContext().getModelFactory().createText(whole));
        }
    }
}
