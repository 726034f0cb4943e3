package jp.madoguchi.simulators.center;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The household of one resident as one visit may name it. A kiosk never learns a name: each member has a handle, drawn for this
 * visit alone, and a label.
 *
 * @param members by their handles, in the order of the register
 */
record Household(Resident.Member self, Map<String, Resident.Member> members) {
    /** The longest list that a kiosk is given. */
    static final int MOST = 20;

    private static final int HANDLE_BYTES = 16;

    Household {
        members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
    }

    static Household of(Resident resident, SecureRandom random) {
        Map<String, Resident.Member> members = new LinkedHashMap<>();
        for (Resident.Member member : resident.household()) {
            byte[] handle = new byte[HANDLE_BYTES];
            random.nextBytes(handle);
            members.put(HexFormat.of().formatHex(handle), member);
        }
        return new Household(resident.self(), members);
    }

    /** Whether there is anyone to choose among, and not more than a kiosk can show. */
    boolean canBeChosenFrom() {
        return members.size() > 1 && members.size() <= MOST;
    }

    /** Whether members are named exactly when members are asked for, and all of them are of this household. */
    boolean knows(DocumentRequest asked) {
        Set<String> named = Set.copyOf(asked.members());
        return asked.asksForMembers() ? !named.isEmpty() && members.keySet().containsAll(named) : named.isEmpty();
    }

    /** Whom the paper is about, in the order of the register. */
    List<Resident.Member> people(DocumentRequest asked) {
        Set<String> named = Set.copyOf(asked.members());
        List<Resident.Member> people = new ArrayList<>();
        members.forEach((handle, member) -> {
            boolean meant = switch (asked.scope()) {
                case "household" -> true;
                case DocumentRequest.MEMBERS -> named.contains(handle);
                default -> member.equals(self);
            };
            if (meant) {
                people.add(member);
            }
        });
        return people;
    }

    /** {@code members} of an offer: the resident's own first, then the others as the register has them. */
    List<Map<String, Object>> json() {
        Iterator<Names> labels = MemberLabels.of(members.values()).iterator();
        List<Map<String, Object>> json = new ArrayList<>();
        members.forEach((handle, member) -> json.add(
                member.equals(self) ? 0 : json.size(),
                Map.of("handle", handle, "label", labels.next().json())));
        return json;
    }

    @Override
    public String toString() {
        return "Household";
    }
}
