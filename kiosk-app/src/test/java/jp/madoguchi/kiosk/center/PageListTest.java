package jp.madoguchi.kiosk.center;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The lengths of DER at their edges, of pages that are no PDF. */
final class PageListTest {
    /** How it begins, and how many bytes follow. */
    @ParameterizedTest
    @CsvSource({
        "30 00 04 01 41, 0", // a page behind a list that is empty
        "30 81 03 04 01 41, 0", // 3 in two bytes
        "30 82 00 84 04 81 81, 129", // 132 in three bytes
        "30 81 84 04 82 00 80, 128" // 128 in three bytes
    })
    void parse_lengthThatIsNotItsOwn_isRefused(String begin, int more) {
        byte[] first = HexFormat.of().parseHex(begin.replace(" ", ""));
        CheckFailed refused =
                assertThrows(CheckFailed.class, () -> PageList.parse(Arrays.copyOf(first, first.length + more)));
        assertEquals(BindingCheck.PAGE_LIST, refused.check());
    }

    /** Bytes of a page, and the header that it has. */
    @ParameterizedTest
    @CsvSource({
        "0, 0400",
        "1, 0401",
        "127, 047F",
        "128, 048180",
        "255, 0481FF",
        "256, 04820100",
        "16777216, 048401000000"
    })
    void parse_pageOfAnyLength_isGiven(int length, String header) throws CheckFailed {
        byte[] page = new byte[length];
        Arrays.fill(page, (byte) 0x41);
        byte[] list = TestIssuer.pageList(List.of(page));
        assertEquals(
                header,
                HexFormat.of()
                        .withUpperCase()
                        .formatHex(list, list.length - length - header.length() / 2, list.length - length));

        List<byte[]> pages = PageList.parse(list);

        assertEquals(1, pages.size());
        assertArrayEquals(page, pages.get(0));
    }

    @Test
    void parse_noPage_isAnEmptyList() throws CheckFailed {
        assertEquals(List.of(), PageList.parse(new byte[] {0x30, 0x00}));
    }
}
