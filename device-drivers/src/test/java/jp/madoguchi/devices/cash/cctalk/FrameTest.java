package jp.madoguchi.devices.cash.cctalk;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HexFormat;
import java.util.Optional;
import jp.madoguchi.devices.cash.Yen;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FrameTest {
    @ParameterizedTest
    @CsvSource({
        "02 00 01 FE FE", // one bit off
        "02 01 01 00 00 FD",
        "01 03 02 00 04 05 06 EC",
    })
    void decoded_wrongChecksum_isNoFrame(String hex) {
        byte[] bytes = bytes(hex);
        assertEquals(Optional.empty(), Frame.decoded(bytes, bytes.length));
    }

    @ParameterizedTest
    @CsvSource({
        // part 1, section 8: simple poll of device 2, its answer, and one with data
        "2, 1, 254, '', 02 00 01 FE FF",
        "1, 2, 0, '', 01 00 02 00 FD",
        "1, 2, 0, 04 05 06, 01 03 02 00 04 05 06 EB",
        "2, 1, 231, FF FF, 02 02 01 E7 FF FF 16",
    })
    void encoded_anyFrame_isWhatTheSpecificationShows(int to, int from, int header, String data, String hex) {
        byte[] bytes = bytes(hex);
        assertArrayEquals(bytes, new Frame(to, from, header, bytes(data)).encoded());
        assertEquals(Optional.of(bytes.length), Frame.length(bytes, 2));
        Frame decoded = Frame.decoded(bytes, bytes.length).orElseThrow();
        assertEquals(to, decoded.destination());
        assertEquals(from, decoded.source());
        assertEquals(header, decoded.header());
        assertArrayEquals(bytes(data), decoded.data());
    }

    @ParameterizedTest
    @CsvSource({"......, ", "EU100A, ", "JP1K0A, ", "JP100, ", "jp100a, ", "JP100A, 100", "JP500B, 500", "JP010A, 10"})
    void coinId_value_isTheYenItNames(String id, Integer yen) {
        assertEquals(
                Optional.ofNullable(yen).map(Yen::new),
                CoinId.value(id.getBytes(java.nio.charset.StandardCharsets.US_ASCII)));
    }

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex.replace(" ", ""));
    }
}
