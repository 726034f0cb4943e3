package jp.madoguchi.workbench.attack;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.madoguchi.kiosk.Kiosk;
import jp.madoguchi.kiosk.terms.Stage;
import jp.madoguchi.kiosk.terms.VisitId;
import jp.madoguchi.simulators.card.JpkiCard;
import jp.madoguchi.simulators.center.Operation;
import jp.madoguchi.simulators.printer.PrinterSettings;
import jp.madoguchi.workbench.Visitor;
import jp.madoguchi.workbench.Workbench;
import jp.madoguchi.workbench.campaign.Paperwork;
import jp.madoguchi.workbench.campaign.Truth;
import org.jsoup.nodes.Element;

/** One kiosk, the field between it and its center, and the residents who come to it one after the other. */
final class Stand implements AutoCloseable {
    private static final String NEXT = "kakuu-ichiro";
    private static final int COIN = 500;
    private static final int MOST_TURNED_AWAY = 3;

    /** The PIN's file in the card. */
    private static final int PIN = 0x18;

    private final Path dir;
    private final Workbench world;
    private Optional<Field> field = Optional.empty();
    private int offered;

    /**
     * The visit that was attacked.
     *
     * @param id of it
     * @param card that was used
     * @param jobs that the printer received in it, a receipt too
     */
    record Attacked(VisitId id, JpkiCard card, Visitor.Result result, int jobs) {}

    /**
     * @param dir holds cards and keys, for this kiosk
     * @param other where a second kiosk stands
     */
    Stand(Path dir, String kiosk, Optional<Field> other) throws IOException, Kiosk.Unusable {
        this.dir = dir;
        this.world = Workbench.start(
                dir,
                new Workbench.Settings(kiosk, 0, Optional.empty(), PrinterSettings.instant(), new Workbench.Between() {
                    @Override
                    public URI center(URI url) {
                        return fieldBefore(url, other);
                    }
                }));
    }

    private URI fieldBefore(URI center, Optional<Field> other) {
        try {
            field = Optional.of(new Field(dir, center, other));
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        } catch (GeneralSecurityException noKeys) {
            throw new IllegalStateException(noKeys);
        }
        return field().url();
    }

    Field field() {
        return field.orElseThrow();
    }

    Workbench world() {
        return world;
    }

    /** A visit that is let alone but for what the resident does otherwise. */
    Visitor.Result visit(String card, Map<String, Visitor.Act> otherwise) throws IOException, InterruptedException {
        Map<String, Visitor.Act> acts = new HashMap<>(Map.of("pay", this::pay));
        acts.putAll(otherwise);
        Visitor visitor = new Visitor(world, card, acts);
        visitor.awaitStage(Stage.WELCOME);
        return visitor.play();
    }

    /**
     * A visit that is attacked.
     *
     * @param begin what is done at the attack's stage, before what the resident does there
     */
    Attacked attacked(String resident, Attack attack, Visitor.Act begin) throws IOException, InterruptedException {
        JpkiCard card = world.cards().open(resident);
        VisitId[] id = new VisitId[1];
        Map<String, Visitor.Act> acts = new HashMap<>(Map.of(
                "place-card",
                (visitor, screen) -> {
                    id[0] = world.kiosk().screen().visit().id();
                    world.readers().place(card);
                    return false;
                },
                "pay",
                this::pay,
                "ended",
                this::over,
                "take-paper",
                this::over));
        attack.resident().acts().forEach((stage, act) -> acts.merge(stage, act, (usual, first) -> both(first, usual)));
        acts.merge(attack.from(), begin, (usual, first) -> both(first, usual));
        int before = world.printer().printed().size();
        Visitor.Result result = visit(resident, acts);
        return new Attacked(id[0], card, result, world.printer().printed().size() - before);
    }

    private static Visitor.Act both(Visitor.Act first, Visitor.Act second) {
        return (visitor, screen) -> first.at(visitor, screen) && second.at(visitor, screen);
    }

    private boolean pay(Visitor visitor, Element screen) throws IOException, InterruptedException {
        visitor.drop(COIN);
        offered += COIN;
        return false;
    }

    private boolean over(Visitor visitor, Element screen) {
        field().over();
        return true;
    }

    /** The next resident, who may be turned away by what the kiosk heard of its center before. */
    Visitor.Result next() throws IOException, InterruptedException {
        Visitor.Result result = visit(NEXT, Map.of());
        for (int i = 1; i < MOST_TURNED_AWAY && result.end().isEmpty(); i++) {
            result = visit(NEXT, Map.of());
        }
        return result;
    }

    /** What the kiosk wrote down, once it has written down how every visit ended. */
    Paperwork books() throws IOException, InterruptedException {
        new Visitor(world, NEXT, Map.of())
                .awaitUntil("the end in the ledger", () -> paperwork().allEnded());
        return paperwork();
    }

    private Paperwork paperwork() {
        return Paperwork.of(dir.resolve("data"));
    }

    Truth truth(JpkiCard card) {
        return new Truth(
                1,
                card.commands(),
                card.triesLeft(PIN).orElseThrow(),
                offered,
                world.cash().world(),
                List.of(),
                world.printer().printed());
    }

    /** The authentication texts that the kiosk sent of this visit. */
    List<Asked> proofs(VisitId visit) {
        return field().calls(Operation.AUTHENTICATE).stream()
                .filter(each -> each.visit().equals(visit.hex()))
                .toList();
    }

    /** SHA-256 of the pages, as the honest center enveloped them in this visit. */
    List<String> made(VisitId visit) throws IOException {
        ObjectMapper json = new ObjectMapper();
        List<String> made = new ArrayList<>();
        for (HonestCenter.Heard each : field().center().heard(Operation.REQUEST_DOCUMENT)) {
            if (each.asked().visit().equals(visit.hex())) {
                made.add(Forgery.sha256(
                        json.readTree(each.answer().body()).path("pages").binaryValue()));
            }
        }
        return made;
    }

    @Override
    public void close() throws IOException {
        field().close();
        world.close();
    }
}
