package jp.madoguchi.kiosk.center;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code Pages ::= SEQUENCE OF OCTET STRING} in DER (binding.md section 3). Read by hand, so that the only copies of a page are the
 * arrays that are wiped.
 */
final class PageList {
    private static final int SEQUENCE = 0x30;
    private static final int OCTET_STRING = 0x04;

    private PageList() {}

    static List<byte[]> parse(byte[] der) throws CheckFailed {
        ByteBuffer in = ByteBuffer.wrap(der);
        BindingCheck.PAGE_LIST.require(length(in, SEQUENCE) == in.remaining());
        List<byte[]> pages = new ArrayList<>();
        while (in.hasRemaining()) {
            byte[] page = new byte[length(in, OCTET_STRING)];
            in.get(page);
            pages.add(page);
        }
        return pages;
    }

    /** Reads tag and length; the length is the shortest form and fits into what is left (X.690 sections 8.1.3 and 10.1). */
    private static int length(ByteBuffer in, int tag) throws CheckFailed {
        BindingCheck.PAGE_LIST.require(in.remaining() >= 2 && (in.get() & 0xFF) == tag);
        int first = in.get() & 0xFF;
        if (first < 0x80) {
            BindingCheck.PAGE_LIST.require(first <= in.remaining());
            return first;
        }
        int count = first & 0x7F;
        BindingCheck.PAGE_LIST.require(count <= 4 && count <= in.remaining());
        long length = 0;
        for (int i = 0; i < count; i++) {
            length = length << 8 | (in.get() & 0xFF);
        }
        boolean shortest = length >= 0x80 && length >> (8 * (count - 1)) != 0;
        BindingCheck.PAGE_LIST.require(shortest && length <= in.remaining());
        return (int) length;
    }
}
