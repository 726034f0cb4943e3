package jp.madoguchi.workbench.attack;

import java.util.List;
import java.util.stream.Stream;

/** Every row. */
public final class Attacks {
    private Attacks() {}

    /** All of them: those of the center first, then of its TLS front, then of the network. */
    public static List<Attack> all() {
        return Stream.of(
                        SignerAttacks.all(),
                        ManifestAttacks.all(),
                        PageAttacks.all(),
                        VisitAttacks.all(),
                        FrontAttacks.all(),
                        NetworkAttacks.all())
                .flatMap(List::stream)
                .toList();
    }
}
