package jp.madoguchi.kiosk.identity;

import com.google.errorprone.annotations.CheckReturnValue;
import java.security.cert.X509Certificate;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import jp.madoguchi.kiosk.identity.Holder.Sex;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1UTF8String;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.OtherName;

/**
 * Reads the personal data (1.2.392.200149.8.5.5) among the otherNames of a signature certificate. The flags of name and address are
 * digits, one for each character; any but 0 marks a substitute.
 */
@CheckReturnValue
final class HolderReading {
    private static final String ARC = "1.2.392.200149.8.5.5.";
    private static final String NAME = ARC + "1";
    private static final String NAME_FLAGS = ARC + "2";
    private static final String SEX = ARC + "3";
    private static final String BIRTH_DATE = ARC + "4";
    private static final String ADDRESS = ARC + "5";
    private static final String ADDRESS_FLAGS = ARC + "6";
    private static final List<String> ALWAYS = List.of(NAME, SEX, BIRTH_DATE, ADDRESS);

    private static final Pattern FLAGS = Pattern.compile("[0-9]*");
    /** The era's digit, a year and no month, or a month and no day: the register does not know it. */
    private static final Pattern UNKNOWN_DATE = Pattern.compile("[0-9]{5}(00[0-9]{2}|[0-9]{2}00)");

    private HolderReading() {}

    /** The holder, unless something is missing, doubled or not to be read. */
    static Optional<Holder> of(X509Certificate certificate) {
        return CertificateReading.extension(certificate, Extension.subjectAlternativeName, HolderReading::personalData)
                .filter(HolderReading::isWhole)
                .map(HolderReading::holder);
    }

    private static Map<String, List<String>> personalData(ASN1Primitive names) {
        return Arrays.stream(GeneralNames.getInstance(names).getNames())
                .filter(each -> each.getTagNo() == GeneralName.otherName)
                .map(each -> OtherName.getInstance(each.getName()))
                .filter(each -> each.getTypeID().getId().startsWith(ARC))
                .collect(Collectors.groupingBy(
                        each -> each.getTypeID().getId(),
                        Collectors.mapping(
                                each -> ASN1UTF8String.getInstance(each.getValue())
                                        .getString(),
                                Collectors.toList())));
    }

    private static boolean isWhole(Map<String, List<String>> data) {
        return data.keySet().containsAll(ALWAYS)
                && data.values().stream().allMatch(each -> each.size() == 1)
                && !value(data, NAME).isEmpty()
                && isBirthDate(value(data, BIRTH_DATE))
                && FLAGS.matcher(value(data, NAME_FLAGS)).matches()
                && FLAGS.matcher(value(data, ADDRESS_FLAGS)).matches();
    }

    private static Holder holder(Map<String, List<String>> data) {
        return new Holder(
                value(data, NAME),
                marksAny(value(data, NAME_FLAGS)),
                Sex.ofCode(value(data, SEX)),
                date(value(data, BIRTH_DATE)),
                value(data, ADDRESS),
                marksAny(value(data, ADDRESS_FLAGS)));
    }

    /** Empty when there are no flags. */
    private static String value(Map<String, List<String>> data, String oid) {
        return data.getOrDefault(oid, List.of("")).get(0);
    }

    private static boolean marksAny(String flags) {
        return flags.chars().anyMatch(flag -> flag != '0');
    }

    private static boolean isBirthDate(String text) {
        return date(text).isPresent() || UNKNOWN_DATE.matcher(text).matches();
    }

    /** An era's digit (Meiji is 1), then year, month and day by the Gregorian calendar, which say all. */
    private static Optional<LocalDate> date(String text) {
        if (text.isEmpty() || !Character.isDigit(text.charAt(0))) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(text.substring(1), DateTimeFormatter.BASIC_ISO_DATE));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
