package jp.madoguchi.workbench.attack;

import java.io.Closeable;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import jp.madoguchi.simulators.center.Operation;

/**
 * All that stands between one kiosk and its center: cable, front, and the center's keys for whoever holds them. Honest until it
 * is told otherwise. Any thread.
 */
public final class Field implements Closeable {
    private static final String[] TLS_1_3 = {"TLSv1.3"};
    private static final Duration LONGEST_HOLD = Duration.ofSeconds(45);

    private final Path dir;
    private final HonestCenter center;
    private final Map<Operation, Speech> speeches = new ConcurrentHashMap<>();
    private final List<Asked> calls = new CopyOnWriteArrayList<>();
    private final Front front;
    private final Cable cable;
    private final List<Closeable> impostors = new ArrayList<>();
    private final Optional<Field> other;
    private final CountDownLatch over = new CountDownLatch(1);

    /**
     * @param dir of the simulated center, with its keys
     * @param other where a second kiosk stands
     */
    Field(Path dir, URI center, Optional<Field> other) throws IOException, GeneralSecurityException {
        this.dir = dir;
        this.other = other;
        this.center = new HonestCenter(dir, center);
        this.front = new Front(keys("center-tls"), TLS_1_3, this.center, speeches, calls::add);
        this.cable = new Cable(front.door().getLocalPort());
    }

    /** Where the kiosk finds its center. */
    URI url() {
        return URI.create("https://localhost:" + cable.port());
    }

    /** The center's own: {@code signer}, {@code signer-ca}, {@code center-tls}, {@code tls-ca}, {@code kiosk-ca}. */
    Keys keys(String name) throws IOException, GeneralSecurityException {
        return Keys.read(dir, name);
    }

    /** All that the kiosk called, as it called it, the oldest first. */
    List<Asked> calls(Operation operation) {
        return calls.stream().filter(each -> each.operation() == operation).toList();
    }

    HonestCenter center() {
        return center;
    }

    /** Where a second kiosk stands. */
    Field other() {
        return other.orElseThrow(() -> new IllegalStateException("there is one kiosk only"));
    }

    /** From now on, this is said to calls of that kind. */
    void say(Operation operation, Speech speech) {
        speeches.put(operation, speech);
    }

    /** From now on, kiosk and center meet another server: it has that certificate, and speaks only so. */
    void pose(Keys shown, String... protocols) throws IOException, GeneralSecurityException {
        Front impostor = new Front(shown, protocols.length == 0 ? TLS_1_3 : protocols, center, speeches, calls::add);
        impostors.add(impostor);
        cable.lead(impostor.door().getLocalPort());
    }

    /** From now on, the kiosk meets a server that says these bytes to whatever it hears. */
    void babble(byte[] bytes) throws IOException {
        Babbler babbler = new Babbler(bytes);
        impostors.add(babbler);
        cable.lead(babbler.port());
    }

    /** From now on, the network does this to the bytes on each connection. */
    void tap(Supplier<Cable.Tap> tap) {
        cable.tap(tap);
    }

    /** Returns when the attacked visit is over. */
    void awaitItsEnd() throws InterruptedException {
        boolean ignored = over.await(LONGEST_HOLD.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Whether the attacked visit is over, or is within so many milliseconds. */
    boolean isOver(long milliseconds) throws InterruptedException {
        return over.await(milliseconds, TimeUnit.MILLISECONDS);
    }

    /** The attacked visit is over: whatever was held back goes on its way now. */
    void over() {
        over.countDown();
    }

    /** Everything is honest again. */
    void repent() throws IOException {
        over();
        speeches.clear();
        cable.tap(() -> Cable.Tap.NONE);
        cable.lead(front.door().getLocalPort());
    }

    @Override
    public void close() throws IOException {
        over();
        cable.close();
        front.close();
        for (Closeable each : impostors) {
            each.close();
        }
    }
}
