package jp.madoguchi.workbench;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import org.slf4j.LoggerFactory;

/** Every line that the program logs while this is open, however fine. */
final class HeardLog implements AutoCloseable {
    private final Logger program = (Logger) LoggerFactory.getLogger("jp.madoguchi");
    private final ListAppender<ILoggingEvent> heard = new ListAppender<>();

    HeardLog() {
        program.setLevel(Level.TRACE);
        heard.start();
        program.addAppender(heard);
    }

    List<String> lines() {
        return List.copyOf(heard.list).stream()
                .map(ILoggingEvent::getFormattedMessage)
                .toList();
    }

    @Override
    public void close() {
        program.detachAppender(heard);
        program.setLevel(null);
    }
}
