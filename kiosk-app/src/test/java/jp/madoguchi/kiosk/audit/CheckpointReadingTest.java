package jp.madoguchi.kiosk.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Stream;
import jp.madoguchi.kiosk.center.TestPki;
import jp.madoguchi.kiosk.terms.Sha256;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CheckpointReadingTest {
    private static final Checkpoint CHECKPOINT =
            new Checkpoint(SampleLog.KIOSK, 12, SampleLog.NOW, new Sha256("5".repeat(64)));
    private static final byte[] SIGNED = SampleLog.signed(CHECKPOINT.content(), SampleLog.KEY);
    private static final CheckpointReading SOUND = new CheckpointReading.Sound(CHECKPOINT);
    private static final CheckpointReading UNKNOWN = new CheckpointReading.Unknown(CHECKPOINT);

    private static CheckpointReading read(byte[] signed, TestPki.Identity... trusted) {
        return CheckpointReading.of(
                signed,
                SampleLog.KIOSK,
                Set.copyOf(Arrays.stream(trusted)
                        .map(TestPki.Identity::certificate)
                        .toList()));
    }

    static Stream<Arguments> signers() {
        TestPki.Identity other = TestPki.leaf(TestPki.authority("CN=Kiosks"), "CN=" + SampleLog.KIOSK, draft -> {});
        TestPki.Identity sibling = TestPki.leaf(SampleLog.CA, "CN=" + SampleLog.KIOSK, draft -> {});
        TestPki.Identity neighbour = TestPki.leaf(SampleLog.CA, "CN=K-0002", draft -> {});
        TestPki.Identity leafOfLeaf = TestPki.leaf(SampleLog.KEY, "CN=" + SampleLog.KIOSK, draft -> {});
        TestPki.Identity past = TestPki.leaf(
                SampleLog.CA,
                "CN=" + SampleLog.KIOSK,
                draft -> draft.notAfter = SampleLog.NOW.minus(Duration.ofSeconds(1)));
        TestPki.Identity rsa = TestPki.issue(
                new TestPki.Draft("CN=" + SampleLog.KIOSK, "CN=Kiosks"), TestPki.rsa(), SampleLog.CA.keys());
        return Stream.of(
                Arguments.of("its own key", SampleLog.KEY, SampleLog.KEY, SOUND),
                Arguments.of("a key of RSA", rsa, rsa, SOUND),
                Arguments.of("an earlier key, by its authority", sibling, SampleLog.CA, SOUND),
                Arguments.of("another kiosk of the same authority", neighbour, SampleLog.CA, UNKNOWN),
                Arguments.of("another kiosk, trusted itself", neighbour, neighbour, UNKNOWN),
                Arguments.of("an earlier key", sibling, SampleLog.KEY, UNKNOWN),
                Arguments.of("another authority of the same name", other, SampleLog.CA, UNKNOWN),
                Arguments.of("issued by the kiosk itself", leafOfLeaf, SampleLog.KEY, UNKNOWN),
                Arguments.of("out of its time", past, SampleLog.CA, UNKNOWN));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("signers")
    void checkpoint_isBelieved_asItsSignerIsKnown(
            String name, TestPki.Identity signer, TestPki.Identity trusted, CheckpointReading expected) {
        assertEquals(expected, read(SampleLog.signed(CHECKPOINT.content(), signer), trusted));
    }

    @Test
    void checkpoint_ofAnotherKiosk_isNotThisOnes() {
        Checkpoint other = new Checkpoint("K-0002", 12, SampleLog.NOW, CHECKPOINT.hash());
        assertEquals(
                new CheckpointReading.Bad("it is of kiosk K-0002, not of K-0001"),
                read(SampleLog.signed(other.content(), SampleLog.KEY), SampleLog.KEY));
    }

    /** The kiosk's key signs other things too, as TLS wants it. */
    @Test
    void signature_ofSomethingElse_isNoCheckpoint() {
        for (String content : new String[] {
            "", "{}", new String(CHECKPOINT.content(), StandardCharsets.US_ASCII).replace("CHECKPOINT-V1", "AUTH-V1")
        }) {
            assertEquals(
                    new CheckpointReading.Bad("what is signed is no checkpoint"),
                    read(SampleLog.signed(content.getBytes(StandardCharsets.US_ASCII), SampleLog.KEY), SampleLog.KEY));
        }
    }

    /** It shows the kiosk's certificate, and was signed with another key. */
    @Test
    void checkpoint_withTheCertificateAlone_doesNotHold() {
        TestPki.Identity pretended = new TestPki.Identity(TestPki.ec(), SampleLog.KEY.certificate());
        assertEquals(
                new CheckpointReading.Bad("its signature does not hold"),
                read(SampleLog.signed(CHECKPOINT.content(), pretended), SampleLog.KEY));
    }

    @Test
    void checkpoint_withAnyByteChanged_isNeverAnother() {
        for (int at = 0; at < SIGNED.length; at++) {
            byte[] changed = SIGNED.clone();
            changed[at] ^= 1;
            CheckpointReading reading = read(changed, SampleLog.KEY);
            boolean same = reading.equals(SOUND) || reading.equals(UNKNOWN);
            assertEquals(same, !(reading instanceof CheckpointReading.Bad), "byte " + at);
        }
    }

    @Test
    void checkpoint_cutShort_isNone() {
        for (int length = 0; length < SIGNED.length; length += 7) {
            assertEquals(
                    new CheckpointReading.Bad("it is no signed checkpoint"),
                    read(Arrays.copyOf(SIGNED, length), SampleLog.KEY));
        }
    }
}
