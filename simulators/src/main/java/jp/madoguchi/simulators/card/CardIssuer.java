package jp.madoguchi.simulators.card;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import jp.madoguchi.simulators.people.Resident;
import jp.madoguchi.simulators.people.Residents;

/**
 * The office that issues the simulated cards. It fills a directory with what is missing there and changes nothing else:
 *
 * <pre>
 * DIR/residents/*.json         the shipped residents, unless there are any
 * DIR/auth_ca.pem, sign_ca.pem the test CAs in JPKI's shape
 * DIR/prefecture/              the Juki cards' certificate and what its CAs published
 * DIR/private/                 the keys
 * DIR/cards/ID/                auth.pem auth.key ca.pem sign.pem sign.key sign_ca.pem card.json
 * DIR/cards/special-…/         cards that make trouble, see {@link SpecialCard}
 * </pre>
 *
 * Several programs may prepare the same directory at once: the first one does the work, the others wait for it.
 */
public final class CardIssuer {
    /** File locks hold between processes only; this one holds between the threads of this one. */
    private static final ReentrantLock ONE_AT_A_TIME = new ReentrantLock();

    private final Clock clock;
    private final SecureRandom random;

    public CardIssuer(Clock clock, SecureRandom random) {
        this.clock = clock;
        this.random = random;
    }

    /** {@link #fill} with the system's clock and randomness. Takes some seconds the first time, none later. */
    public static IssuedCards prepare(Path dir) throws IOException {
        return new CardIssuer(Clock.systemUTC(), new SecureRandom()).fill(dir);
    }

    /**
     * Makes the CAs and every card that is missing.
     *
     * @throws IOException with one line that says which file is in the way
     */
    public IssuedCards fill(Path dir) throws IOException {
        Path secret = Files.createDirectories(dir.resolve("private"));
        Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("rwx------"));
        ONE_AT_A_TIME.lock();
        try (FileChannel channel =
                        FileChannel.open(secret.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = channel.lock()) {
            if (!lock.isValid()) {
                throw new IOException(dir + ": lost its lock");
            }
            Residents.copyInto(dir);
            issueMissing(dir);
            return new IssuedCards(dir);
        } finally {
            ONE_AT_A_TIME.unlock();
        }
    }

    private void issueMissing(Path dir) throws IOException {
        Authorities authorities = Authorities.in(dir, clock.instant(), random);
        Path cards = Files.createDirectories(dir.resolve("cards"));
        List<CardOrder> orders = new ArrayList<>();
        for (Resident resident : Residents.read(dir)) {
            // Another path means a card made elsewhere, which is not ours to issue.
            if (resident.certificate().equals("cards/" + resident.id() + "/auth.pem")) {
                orders.add(CardOrder.of(resident));
            }
        }
        for (SpecialCard special : SpecialCard.values()) {
            orders.add(special.order());
        }
        for (CardOrder order : orders) {
            if (!Files.exists(cards.resolve(order.id()))) {
                order.carryOut(cards, authorities, clock, random);
            }
        }
    }
}
