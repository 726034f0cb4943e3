package jp.madoguchi.simulators.printer;

import com.hp.jipp.encoding.Attribute;
import com.hp.jipp.encoding.AttributeGroup;
import com.hp.jipp.encoding.IppPacket;
import com.hp.jipp.encoding.Name;
import com.hp.jipp.encoding.OtherString;
import com.hp.jipp.encoding.Tag;
import java.net.URI;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A request as it arrived: its attributes by name, and the document behind them. */
@SuppressWarnings("ArrayRecordComponent") // the document is handed on, never copied or compared
record IppRequest(IppPacket packet, byte[] document) {

    AttributeGroup operationAttributes() {
        return group(Tag.operationAttributes).orElseGet(() -> AttributeGroup.groupOf(Tag.operationAttributes));
    }

    List<Attribute<?>> jobTemplate() {
        return group(Tag.jobAttributes).map(List::<Attribute<?>>copyOf).orElse(List.of());
    }

    Optional<String> name(String attribute) {
        return value(attribute, Name.class).map(Name::getValue);
    }

    Optional<String> keyword(String attribute) {
        return value(attribute, String.class);
    }

    Optional<String> string(String attribute) {
        return value(attribute, OtherString.class).map(OtherString::getValue);
    }

    Optional<Integer> integer(String attribute) {
        return value(attribute, Integer.class);
    }

    Optional<URI> uri(String attribute) {
        return value(attribute, URI.class);
    }

    boolean is(String attribute) {
        return value(attribute, Boolean.class).orElse(false);
    }

    /** requested-attributes, or {@code otherwise} when the client left the choice to the printer. */
    Set<String> requested(Set<String> otherwise) {
        Attribute<?> attribute = operationAttributes().get("requested-attributes");
        if (attribute == null || attribute.isEmpty()) {
            return otherwise;
        }
        Set<String> names = new LinkedHashSet<>();
        attribute.forEach(value -> names.add(String.valueOf(value)));
        return names;
    }

    private <T> Optional<T> value(String name, Class<T> type) {
        Attribute<?> attribute = operationAttributes().get(name);
        return attribute == null || attribute.isEmpty() || !type.isInstance(attribute.get(0))
                ? Optional.empty()
                : Optional.of(type.cast(attribute.get(0)));
    }

    private Optional<AttributeGroup> group(Tag tag) {
        return packet.getAttributeGroups().stream()
                .filter(group -> group.getTag().equals(tag))
                .findFirst();
    }
}
