package jp.madoguchi.devices.print.ipp;

import com.hp.jipp.encoding.AttributeGroup;
import com.hp.jipp.encoding.IppPacket;
import com.hp.jipp.encoding.Tag;
import com.hp.jipp.model.Types;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import jp.madoguchi.devices.Pace;
import jp.madoguchi.devices.print.PrintTicket;
import jp.madoguchi.devices.print.ipp.IppWire.Answer;

/** Finds a job again: by its id, if that is still its own, then by its name among all jobs that the printer remembers. */
record JobSearch(IppWire wire, JobRequests requests, Patience patience, Pace pace) {
    /** Jobs under way first: one that ends between the two questions is then still in the second list. */
    private static final List<String> LISTS = List.of("not-completed", "completed");

    /** What was found. */
    sealed interface Found {
        record Job(int id) implements Found {}

        /** The printer does not know it, or not surely. */
        record Nowhere(String detail) implements Found {}

        /** It could not be asked. */
        record Unheard(Answer answer) implements Found {}
    }

    /** Asks until the printer answers, for {@link Patience#lost()} at most. */
    Found find(PrintTicket ticket, OptionalInt jobId) {
        long since = pace.nanos();
        while (true) {
            Found found = look(ticket, jobId);
            boolean enough = !(found instanceof Found.Unheard)
                    || pace.left(patience.lost(), since).isZero();
            if (enough || !pace.pause(patience.poll())) {
                return found;
            }
        }
    }

    private Found look(PrintTicket ticket, OptionalInt jobId) {
        if (jobId.isPresent()) {
            Answer answer = wire.ask(requests.describeJob(jobId.getAsInt()), patience.request());
            if (answer.passing()) {
                return new Found.Unheard(answer);
            }
            boolean ours = answer instanceof Answer.Done done
                    && JobReport.of(done.packet())
                            .filter(report -> report.isOf(ticket))
                            .isPresent();
            if (ours) {
                return new Found.Job(jobId.getAsInt());
            }
        }
        return byName(ticket);
    }

    private Found byName(PrintTicket ticket) {
        Set<Integer> ids = new TreeSet<>();
        for (String list : LISTS) {
            Answer answer = wire.ask(requests.list(list), patience.request());
            if (answer.passing()) {
                return new Found.Unheard(answer);
            }
            if (!(answer instanceof Answer.Done done)) {
                return new Found.Nowhere("it does not tell its jobs: " + answer.said());
            }
            ids.addAll(named(done.packet(), ticket.name()));
        }
        return ids.size() == 1
                ? new Found.Job(ids.iterator().next())
                : new Found.Nowhere(ids.size() + " jobs of that name");
    }

    private static List<Integer> named(IppPacket packet, String name) {
        return packet.getAttributeGroups().stream()
                .filter(group -> group.getTag().equals(Tag.jobAttributes))
                .filter(job -> name.equals(job.getString(Types.jobName)))
                .map(JobSearch::id)
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<Integer> id(AttributeGroup job) {
        return Optional.ofNullable(job.getValue(Types.jobId));
    }
}
