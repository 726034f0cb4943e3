package jp.madoguchi.workbench;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What must be found nowhere, in every form in which a program writes down texts and bytes. */
final class Canaries {
    private static final int CHUNK = 24;

    /** Name to what its forms look like, one byte to a character. */
    private final Map<String, Set<Pattern>> forms = new LinkedHashMap<>();

    /** A name, an address, a password. */
    Canaries text(String name, String text) {
        Set<Pattern> patterns = forms.computeIfAbsent(name, each -> new HashSet<>());
        for (String charset : List.of("UTF-8", "UTF-16BE", "UTF-16LE", "windows-31j", "EUC-JP")) {
            byte[] bytes = text.getBytes(Charset.forName(charset));
            patterns.add(literal(latin(bytes)));
            bytes(name, bytes);
        }
        String escaped = text.chars()
                .mapToObj(each -> each < 0x80 ? Character.toString(each) : String.format(Locale.ROOT, "\\u%04x", each))
                .collect(Collectors.joining());
        patterns.add(Pattern.compile(Pattern.quote(escaped), Pattern.CASE_INSENSITIVE));
        return this;
    }

    /** Digits that are no part of a longer number or word: those of a PIN may be in any hash. */
    Canaries digits(String name, String digits) {
        forms.computeIfAbsent(name, each -> new HashSet<>())
                .add(Pattern.compile("(?<![0-9A-Za-z])" + digits + "(?![0-9A-Za-z])"));
        return this;
    }

    /** A piece from the middle of a certificate or a document. */
    Canaries pieceOf(String name, byte[] content) {
        int from = (content.length - CHUNK) / 2;
        return bytes(name, Arrays.copyOfRange(content, from, from + CHUNK));
    }

    /** As they are, in hex, and in base64 wherever they begin in what was encoded. */
    private Canaries bytes(String name, byte[] bytes) {
        Set<Pattern> patterns = forms.computeIfAbsent(name, each -> new HashSet<>());
        patterns.add(literal(latin(bytes)));
        patterns.add(Pattern.compile(HexFormat.of().formatHex(bytes), Pattern.CASE_INSENSITIVE));
        for (int before = 0; before < 3; before++) {
            byte[] shifted = new byte[before + bytes.length];
            System.arraycopy(bytes, 0, shifted, before, bytes.length);
            String encoded = Base64.getEncoder().withoutPadding().encodeToString(shifted);
            int known = encoded.length() - (shifted.length % 3 == 0 ? 0 : 1);
            patterns.add(literal(encoded.substring(before == 0 ? 0 : before + 1, known)));
        }
        return this;
    }

    private static Pattern literal(String text) {
        return Pattern.compile(Pattern.quote(text));
    }

    private static String latin(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    Set<String> names() {
        return forms.keySet();
    }

    /** The names of those that are there in any form. */
    Set<String> in(byte[] content) {
        String text = latin(content);
        return forms.entrySet().stream()
                .filter(each -> each.getValue().stream()
                        .anyMatch(form -> form.matcher(text).find()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }
}
