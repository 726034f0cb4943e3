package jp.madoguchi.simulators.printer;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import com.hp.jipp.encoding.Attribute;
import com.hp.jipp.encoding.AttributeGroup;
import com.hp.jipp.encoding.DelimiterTag;
import com.hp.jipp.encoding.IppPacket;
import com.hp.jipp.encoding.Tag;
import com.hp.jipp.model.Status;
import com.hp.jipp.model.Types;
import java.util.ArrayList;
import java.util.List;

/** An answer being put together: status, what was not supported, and the groups that carry the result. */
final class IppAnswer {
    private final Status status;
    private final List<Attribute<?>> unsupported = new ArrayList<>();
    private final List<AttributeGroup> groups = new ArrayList<>();

    IppAnswer(Status status) {
        this.status = status;
    }

    @CanIgnoreReturnValue
    IppAnswer with(DelimiterTag tag, List<Attribute<?>> attributes) {
        if (tag.equals(Tag.unsupportedAttributes)) {
            unsupported.addAll(attributes);
        } else {
            groups.add(AttributeGroup.groupOf(tag, attributes));
        }
        return this;
    }

    /** Names attributes that were ignored; a success says so in its status (RFC 8011, 4.1.7). */
    IppAnswer ignoring(List<Attribute<?>> ignored) {
        unsupported.addAll(ignored);
        return this;
    }

    boolean succeeded() {
        return status.equals(Status.successfulOk);
    }

    /** Operation attributes, then unsupported attributes, then the result (RFC 8011, 4.1.3). */
    IppPacket packet(int version, int requestId) {
        Status told =
                succeeded() && !unsupported.isEmpty() ? Status.successfulOkIgnoredOrSubstitutedAttributes : status;
        List<AttributeGroup> all = new ArrayList<>();
        all.add(AttributeGroup.groupOf(
                Tag.operationAttributes,
                Types.attributesCharset.of("utf-8"),
                Types.attributesNaturalLanguage.of("en"),
                Types.statusMessage.of(told.getName())));
        if (!unsupported.isEmpty()) {
            all.add(AttributeGroup.groupOf(Tag.unsupportedAttributes, unsupported));
        }
        all.addAll(groups);
        return new IppPacket(version, told.getCode(), requestId, all);
    }
}
