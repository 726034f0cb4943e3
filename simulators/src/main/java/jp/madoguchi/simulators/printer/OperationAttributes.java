package jp.madoguchi.simulators.printer;

import com.hp.jipp.encoding.Attribute;
import com.hp.jipp.encoding.AttributeGroup;
import com.hp.jipp.encoding.Name;
import com.hp.jipp.encoding.OtherString;
import com.hp.jipp.encoding.Tag;
import com.hp.jipp.encoding.Text;
import com.hp.jipp.model.Status;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The checks every request passes before its operation is looked at, in the order of RFC 8011, 4.1. */
final class OperationAttributes {
    /** Name and decoded syntax of every operation attribute this printer knows (RFC 8011, 4.2 and 4.3). */
    private static final Map<String, Class<?>> KNOWN = Map.ofEntries(
            Map.entry("attributes-charset", OtherString.class),
            Map.entry("attributes-natural-language", OtherString.class),
            Map.entry("compression", String.class),
            Map.entry("document-format", OtherString.class),
            Map.entry("document-name", Name.class),
            Map.entry("document-natural-language", OtherString.class),
            Map.entry("ipp-attribute-fidelity", Boolean.class),
            Map.entry("job-id", Integer.class),
            Map.entry("job-impressions", Integer.class),
            Map.entry("job-k-octets", Integer.class),
            Map.entry("job-media-sheets", Integer.class),
            Map.entry("job-name", Name.class),
            Map.entry("job-uri", URI.class),
            Map.entry("last-document", Boolean.class),
            Map.entry("limit", Integer.class),
            Map.entry("message", Text.class),
            Map.entry("my-jobs", Boolean.class),
            Map.entry("printer-uri", URI.class),
            Map.entry("requested-attributes", String.class),
            Map.entry("requesting-user-name", Name.class),
            Map.entry("which-jobs", String.class));

    private OperationAttributes() {}

    /** The request's refusal, or nothing when it may go to its operation. */
    static Optional<Status> refusal(IppRequest request) {
        int version = request.packet().getVersionNumber();
        if (!versionSupported(version)) {
            return Optional.of(Status.serverErrorVersionNotSupported); // 4.1.8
        }
        if (request.packet().getRequestId() <= 0) {
            return Optional.of(Status.clientErrorBadRequest); // 4.1.1
        }
        List<AttributeGroup> groups = request.packet().getAttributeGroups();
        if (groups.isEmpty() || !groups.get(0).getTag().equals(Tag.operationAttributes) || repeats(groups)) {
            return Optional.of(Status.clientErrorBadRequest); // 4.1.2, 4.1.3
        }
        AttributeGroup attributes = groups.get(0);
        if (attributes.size() < 3
                || !attributes.get(0).getName().equals("attributes-charset")
                || !attributes.get(1).getName().equals("attributes-natural-language")
                || !wellFormed(attributes)) {
            return Optional.of(Status.clientErrorBadRequest); // 4.1.4
        }
        if (!request.string("attributes-charset")
                .filter(charset -> charset.equalsIgnoreCase("utf-8"))
                .isPresent()) {
            return Optional.of(Status.clientErrorCharsetNotSupported); // 4.1.4.1
        }
        return Optional.empty();
    }

    static boolean versionSupported(int version) {
        return version == 0x0101 || version == 0x0200;
    }

    /** Attributes to be ignored and named in the answer (RFC 8011, 4.1.7). */
    static List<Attribute<?>> unknown(IppRequest request) {
        return request.operationAttributes().stream()
                .filter(attribute -> !KNOWN.containsKey(attribute.getName()))
                .<Attribute<?>>map(attribute -> attribute.getType().unsupported())
                .toList();
    }

    /** A group comes once in a request. (An attribute that comes twice never gets here: the decoder merges it.) */
    private static boolean repeats(List<AttributeGroup> groups) {
        return groups.stream().map(AttributeGroup::getTag).distinct().count() < groups.size();
    }

    private static boolean wellFormed(AttributeGroup attributes) {
        return attributes.stream().allMatch(attribute -> {
            Class<?> syntax = KNOWN.get(attribute.getName());
            return syntax == null
                    || ((attribute.size() == 1 || attribute.getName().equals("requested-attributes"))
                            && !attribute.isEmpty()
                            && attribute.stream().allMatch(syntax::isInstance));
        });
    }
}
