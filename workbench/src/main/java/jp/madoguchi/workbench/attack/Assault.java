package jp.madoguchi.workbench.attack;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import jp.madoguchi.kiosk.Kiosk;
import jp.madoguchi.kiosk.terms.Stage;
import jp.madoguchi.simulators.center.Operation;
import jp.madoguchi.workbench.FreshFolder;
import jp.madoguchi.workbench.Visitor;
import jp.madoguchi.workbench.attack.Attack.Scene;
import jp.madoguchi.workbench.campaign.Paperwork;
import jp.madoguchi.workbench.campaign.Rules;

/** One row played: what goes before, the attacked visit, honesty again, the next resident; and what came of it. */
final class Assault {
    private static final String RESIDENT = "aomori-hanako";
    private static final String ELSEWHERE = "sample-anna";
    private static final int LONGEST = 60;

    /** The DigestInfo of SHA-256 (RFC 8017 section 9.2) in a command to the card. */
    private static final Pattern SIGNED = Pattern.compile("0420([0-9A-F]{64})");

    private static final String PREFIX = "MADOGUCHI-AUTH-V1\0";

    private final Attack attack;
    private final Said said;
    private final List<String> violations = new ArrayList<>();
    private final List<String> came = new ArrayList<>();

    Assault(Attack attack, Said said) {
        this.attack = attack;
        this.said = said;
    }

    /** @param prepared cards and keys, for the kiosk and for the other one */
    Outcome play(Path prepared, Path preparedOther)
            throws IOException, Kiosk.Unusable, InterruptedException, GeneralSecurityException {
        long begun = System.nanoTime();
        if (attack.scene() == Scene.TWO_KIOSKS) {
            try (FreshFolder there = FreshFolder.copyOf(preparedOther);
                    FreshFolder here = FreshFolder.copyOf(prepared);
                    Stand other = new Stand(there.path(), Theatre.OTHER_KIOSK, Optional.empty());
                    Stand one = new Stand(here.path(), Theatre.KIOSK, Optional.of(other.field()))) {
                both(one, other);
            }
        } else {
            try (FreshFolder here = FreshFolder.copyOf(prepared);
                    Stand one = new Stand(here.path(), Theatre.KIOSK, Optional.empty())) {
                before(one);
                judge(one, one.attacked(attack.resident().card(), attack, (visitor, screen) -> {
                    begin(one.field());
                    return true;
                }));
            }
        }
        return new Outcome(attack, came, violations, TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun));
    }

    private void begin(Field field) throws IOException {
        try {
            attack.deed().begin(field);
        } catch (GeneralSecurityException noKeys) {
            throw new IOException(noKeys);
        }
    }

    private void before(Stand stand) throws IOException, InterruptedException {
        switch (attack.scene()) {
            case SAME_RESIDENT_BEFORE -> expect("delivered", stand.visit(RESIDENT, Map.of()));
            case NAMESAKE_BEFORE -> expect("delivered", stand.visit(Theatre.NAMESAKE, Map.of()));
            case ANSWER_LOST_BEFORE -> {
                stand.field().say(Operation.REQUEST_DOCUMENT, (asked, center) -> {
                    Answer lost = center.ask(asked);
                    return lost.status() == 200 ? Reply.none() : Reply.of(lost);
                });
                expect("center-uncertain", stand.visit(RESIDENT, Map.of()));
            }
            case ALONE, TWO_KIOSKS -> {}
        }
    }

    private void expect(String end, Visitor.Result before) {
        check(before.end().equals(end), "the visit before ends as " + before.end());
    }

    /** Both residents are as far before it begins. */
    private void both(Stand one, Stand other) throws IOException, InterruptedException, GeneralSecurityException {
        CyclicBarrier asFar = new CyclicBarrier(2);
        ExecutorService there = Executors.newSingleThreadExecutor();
        try {
            attack.deed().begin(one.field());
            Visitor.Act together = (visitor, screen) -> {
                await(asFar);
                return true;
            };
            Future<Stand.Attacked> elsewhere = there.submit(() -> other.attacked(ELSEWHERE, attack, together));
            Stand.Attacked here = one.attacked(RESIDENT, attack, together);
            judge(one, here);
            judge(other, elsewhere.get(LONGEST, TimeUnit.SECONDS));
        } catch (ExecutionException | TimeoutException died) {
            throw new IOException("the visit at the other kiosk died", died);
        } finally {
            there.shutdownNow();
        }
    }

    private static void await(CyclicBarrier asFar) throws IOException, InterruptedException {
        try {
            int ignored = asFar.await(LONGEST, TimeUnit.SECONDS);
        } catch (BrokenBarrierException | TimeoutException alone) {
            throw new IOException("nobody is as far at the other kiosk", alone);
        }
    }

    // ── what must hold ──

    private void judge(Stand stand, Stand.Attacked visit) throws IOException, InterruptedException {
        Visitor.Result result = visit.result();
        signatures(stand, visit);
        stand.field().repent();
        Paperwork books = stand.books();
        if (attack.must() instanceof Must.Latched latched) {
            came.add("latched (" + String.join(", ", checks(books)) + ")");
            undone(visit, "document-misbound");
            check(checks(books).equals(List.of(latched.check().name())), "latched by " + checks(books));
            check(stage(stand) == Stage.LATCHED, "the kiosk stands at " + stage(stand));
            check(visit.result().reached().containsKey("ended"), "no screen said so");
        } else {
            if (attack.must() instanceof Must.Refused refused) {
                undone(visit, refused.end().slug());
            } else {
                check(result.end().equals("delivered"), "it ends as " + result.end());
            }
            check(checks(books).isEmpty(), "latched by " + checks(books));
            served(stand.next());
            came.add(result.end() + because(visit));
        }
        paper(stand, books, visit);
        violations.addAll(Rules.brokenInTheBooks(stand.truth(visit.card()), stand.books()));
    }

    private void served(Visitor.Result next) {
        check(next.end().equals("delivered"), "the next visit ends as " + next.end());
    }

    private static Stage stage(Stand stand) {
        return stand.world().kiosk().screen().visit().stage();
    }

    private static List<String> checks(Paperwork books) {
        return books.of("Latched")
                .map(each -> each.path("check").asText())
                .distinct()
                .toList();
    }

    /** It ends for that reason, which is told, before money was asked for. */
    private void undone(Stand.Attacked visit, String end) {
        Visitor.Result result = visit.result();
        check(result.end().equals(end), "it ends as " + result.end());
        check(!result.words().isBlank(), "the last screen says nothing");
        check(!result.reached().containsKey("pay"), "money was asked for");
        check(
                result.money().inserted().equals(result.money().returned()),
                "of " + result.money().inserted() + " was returned "
                        + result.money().returned());
    }

    /** The card signed what the kiosk sent, and that is a text of the binding. */
    private void signatures(Stand stand, Stand.Attacked visit) throws IOException {
        List<String> signed = visit.card().commands().stream()
                .flatMap(command -> SIGNED.matcher(command).results())
                .map(match -> match.group(1).toLowerCase(Locale.ROOT))
                .toList();
        List<String> sent = new ArrayList<>();
        for (Asked proof : stand.proofs(visit.id())) {
            byte[] t = new ObjectMapper().readTree(proof.body()).path("t").binaryValue();
            check(new String(t, StandardCharsets.ISO_8859_1).startsWith(PREFIX), "the text is none of the binding's");
            sent.add(Forgery.sha256(t));
        }
        check(signed.equals(sent.stream().distinct().toList()), "signed was " + signed + ", sent " + sent);
    }

    private String because(Stand.Attacked visit) {
        if (!(attack.must() instanceof Must.Refused refused)) {
            return "";
        }
        List<String> lines = said.of(visit.id());
        check(lines.stream().anyMatch(line -> line.contains(refused.why())), "the log says: " + lines);
        return refused.why().isEmpty() ? "" : " (" + refused.why() + ")";
    }

    /** Nothing came to the printer; or the document and its receipt, and then it is the one that the center made for this visit. */
    private void paper(Stand stand, Paperwork books, Stand.Attacked visit) throws IOException {
        List<String> intended = books.of(visit.id().hex(), "PrintIntended")
                .map(each -> each.path("ciphertext").asText())
                .toList();
        boolean unharmed = attack.must() instanceof Must.Unharmed;
        check(visit.jobs() == (unharmed ? 2 : 0), visit.jobs() + " jobs came to the printer");
        check(intended.size() == (unharmed ? 1 : 0), intended.size() + " documents of it were to be printed");
        if (unharmed && attack.hostile() != Hostile.CENTER) {
            check(intended.equals(stand.made(visit.id())), "another document was printed than the center made");
        }
    }

    private void check(boolean holds, String violation) {
        if (!holds) {
            violations.add(violation);
        }
    }
}
