package jp.madoguchi.kiosk.center;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.util.HexFormat;
import jp.madoguchi.kiosk.terms.Nonce;
import jp.madoguchi.kiosk.terms.Sha256;
import jp.madoguchi.kiosk.terms.VisitId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class AuthenticationTextTest {
    @ParameterizedTest
    @ValueSource(
            strings = {"", "0123456789012345678901234567890123456789012345678901234567890123x", "窓口窓口窓口窓口窓口窓口窓口窓口窓口窓口窓口"
            })
    void text_idEmptyOrOver64Bytes_throws(String id) {
        assertThrows(IllegalArgumentException.class, () -> text(id, "TEST-CENTER"));
        assertThrows(IllegalArgumentException.class, () -> text("K-0001", id));
    }

    /** Written by hand from the table in binding.md section 1; its digest by sha256sum. */
    @Test
    void text_workedVector_hasExactlyTheseBytes() {
        AuthenticationText text = text("窓-1", "TEST-CENTER");

        assertEquals(
                "4d41444f47554348492d415554482d5631" + "00"
                        + "000f" + "69737375652d646f63756d656e7473"
                        + "0005" + "e7aa932d31"
                        + "0020" + "11".repeat(32)
                        + "000b" + "544553542d43454e544552"
                        + "0010" + "22".repeat(16)
                        + "0020" + "33".repeat(32)
                        + "0014" + "323032362d31312d32325431333a34303a30355a"
                        + "0020" + "44".repeat(32)
                        + "0020" + "55".repeat(32)
                        + "000e" + "6d792d6e756d6265722d63617264",
                HexFormat.of().formatHex(text.bytes()));
        assertEquals(new Sha256("4b94ec6ad60bfe2bafb0246b51f44fa469c520e4d515181b52a1fd77fc3e8394"), text.digest());
    }

    @Test
    void text_ofAPhone_saysSoInTheLastField() {
        String card = HexFormat.of().formatHex(text("K", "C").bytes());
        String phone = HexFormat.of()
                .formatHex(
                        text("K", "C", AuthenticationText.Token.ANDROID_PHONE).bytes());
        assertEquals(card.replace("000e" + "6d792d6e756d6265722d63617264", "000d616e64726f69642d70686f6e65"), phone);
    }

    private static AuthenticationText text(String kiosk, String center) {
        return text(kiosk, center, AuthenticationText.Token.MY_NUMBER_CARD);
    }

    private static AuthenticationText text(String kiosk, String center, AuthenticationText.Token token) {
        return new AuthenticationText(
                kiosk,
                new Sha256("11".repeat(32)),
                center,
                new VisitId("22".repeat(16)),
                new Nonce("33".repeat(32)),
                Instant.parse("2026-11-22T13:40:05.999Z"),
                new Sha256("44".repeat(32)),
                new Sha256("55".repeat(32)),
                token);
    }
}
