package jp.madoguchi.workbench.attack;

import java.util.List;
import java.util.stream.Stream;

/** Every row. */
public final class Attacks {
    private Attacks() {}

    /** Of the table, in Markdown, without a line's end. */
    static String heading() {
        return "| n | Hostile | Attack | From | Must come |";
    }

    /** What is played and what must come of it, in Markdown. */
    static String table() {
        StringBuilder table = new StringBuilder(heading()).append("\n|---|---|---|---|---|\n");
        List<Attack> all = all();
        for (int i = 0; i < all.size(); i++) {
            table.append(all.get(i).row(i + 1)).append('\n');
        }
        return table.toString();
    }

    /** All of them: those of the center first, then of its TLS front, then of the network. */
    public static List<Attack> all() {
        return Stream.of(
                        SignerAttacks.all(),
                        ManifestAttacks.all(),
                        PageAttacks.all(),
                        VisitAttacks.all(),
                        FrontAttacks.all(),
                        ServiceAttacks.all(),
                        NetworkAttacks.all())
                .flatMap(List::stream)
                .toList();
    }
}
