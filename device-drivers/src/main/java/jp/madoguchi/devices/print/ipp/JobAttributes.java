package jp.madoguchi.devices.print.ipp;

import com.hp.jipp.encoding.Attribute;
import com.hp.jipp.encoding.AttributeGroup;
import com.hp.jipp.encoding.AttributeType;
import com.hp.jipp.encoding.IppPacket;
import com.hp.jipp.encoding.Tag;
import com.hp.jipp.model.JobState;
import com.hp.jipp.model.Types;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The attributes of the one job that an answer describes, all of them legible. The decoder leaves out a value that has another
 * syntax than it should, so that it looks like one that was never sent; here the whole answer is left out instead.
 */
final class JobAttributes {
    private static final List<AttributeType<Integer>> COUNTS =
            List.of(Types.jobImpressionsCompleted, Types.jobMediaSheetsCompleted, Types.numberOfDocuments);

    private final AttributeGroup job;
    private final JobState state;

    private JobAttributes(AttributeGroup job, JobState state) {
        this.job = job;
        this.state = state;
    }

    /** Empty without exactly one job that has a state, or when one of the attributes that are read here is illegible. */
    static Optional<JobAttributes> of(IppPacket packet) {
        List<AttributeGroup> jobs = packet.getAttributeGroups().stream()
                .filter(group -> group.getTag().equals(Tag.jobAttributes))
                .toList();
        if (jobs.size() != 1) {
            return Optional.empty();
        }
        AttributeGroup job = jobs.get(0);
        boolean legible = legible(job, Types.jobStateReasons, Integer.MAX_VALUE)
                && Stream.concat(Stream.of(Types.jobState, Types.jobName), COUNTS.stream())
                        .allMatch(type -> legible(job, type, 1))
                && COUNTS.stream().map(job::getValue).allMatch(count -> count == null || count >= 0);
        return legible
                ? Optional.ofNullable(job.getValue(Types.jobState)).map(state -> new JobAttributes(job, state))
                : Optional.empty();
    }

    /** Absent, or with at most so many values and each of the right syntax (RFC 8010 section 3.5.2). */
    private static boolean legible(AttributeGroup job, AttributeType<?> type, int mostValues) {
        Attribute<?> said = job.get(type.getName());
        if (said == null || said.isUnknown() || said.isNoValue() || said.isUnsupported()) {
            return true;
        }
        Attribute<?> read = job.get(type);
        return read != null && read.size() == said.size() && !said.isEmpty() && said.size() <= mostValues;
    }

    JobState state() {
        return state;
    }

    Set<String> reasons() {
        return Set.copyOf(job.getStrings(Types.jobStateReasons));
    }

    /** Empty when it is not reported. */
    OptionalInt count(AttributeType<Integer> type) {
        Integer value = job.getValue(type);
        return value == null ? OptionalInt.empty() : OptionalInt.of(value);
    }

    Optional<String> name() {
        return Optional.ofNullable(job.getString(Types.jobName));
    }
}
