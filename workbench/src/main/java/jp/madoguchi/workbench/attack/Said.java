package jp.madoguchi.workbench.attack;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import jp.madoguchi.kiosk.terms.VisitId;
import org.slf4j.LoggerFactory;

/** What the technician's log says of the center, visit by visit, while this is open: the reason that a kiosk states. */
final class Said implements AutoCloseable {
    private static final List<Logger> HANDS = Stream.of("CenterHand", "RegistrationHand")
            .map(hand -> (Logger) LoggerFactory.getLogger("jp.madoguchi.kiosk.act." + hand))
            .toList();

    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final AppenderBase<ILoggingEvent> ear = new AppenderBase<>() {
        @Override
        protected void append(ILoggingEvent event) {
            lines.add(event.getFormattedMessage());
        }
    };

    Said() {
        ear.start();
        for (Logger hand : HANDS) {
            hand.setLevel(Level.INFO);
            hand.setAdditive(false);
            hand.addAppender(ear);
        }
    }

    List<String> of(VisitId visit) {
        return lines.stream().filter(line -> line.contains(visit.toString())).toList();
    }

    @Override
    public void close() {
        for (Logger hand : HANDS) {
            hand.detachAppender(ear);
            hand.setAdditive(true);
            hand.setLevel(null);
        }
    }
}
