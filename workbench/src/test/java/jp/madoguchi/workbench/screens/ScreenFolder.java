package jp.madoguchi.workbench.screens;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;

/** Screens as pictures: {@code MODE/NAME.png}, sheets with many of them small, and a page that shows them all. One thread. */
final class ScreenFolder {
    private final Path dir;
    private final StringJoiner shown = new StringJoiner("\n");
    private final List<Path> sheets = new ArrayList<>();
    private ContactSheet sheet = new ContactSheet("");
    private int pictures;

    private ScreenFolder(Path dir) {
        this.dir = dir;
    }

    /** Made when absent; what is there stays, unless it has the same name. */
    static ScreenFolder in(Path dir) throws IOException {
        return new ScreenFolder(Files.createDirectories(dir));
    }

    /** Those of one mode come one after the other. */
    void add(ScreenState state, byte[] png) throws IOException {
        String mode = state.mode();
        boolean another = !sheet.mode().equals(mode);
        if (another || sheet.full()) {
            finishSheet();
            sheet = new ContactSheet(mode);
        }
        if (another) {
            shown.add("<h2>" + mode + "</h2>");
        }
        String name = mode + "/" + state.sample().name() + ".png";
        Path file = dir.resolve(name);
        Files.createDirectories(dir.resolve(mode));
        Files.write(file, png);
        sheet.add(state.sample().name(), png);
        shown.add("<a href=\"" + name + "\"><img loading=\"lazy\" src=\"" + name + "\" alt=\"\"><br>"
                + state.sample().name() + "</a>");
        pictures++;
    }

    private void finishSheet() throws IOException {
        if (!sheet.empty()) {
            Path file = dir.resolve(String.format("sheet-%s-%02d.png", sheet.mode(), sheets.size() + 1));
            sheet.write(file);
            sheets.add(file);
        }
    }

    int pictures() {
        return pictures;
    }

    List<Path> sheets() {
        return List.copyOf(sheets);
    }

    /** Writes what is still to be written; the page that shows all. */
    Path index() throws IOException {
        finishSheet();
        sheet = new ContactSheet("");
        Path index = dir.resolve("index.html");
        Files.writeString(index, """
                <!DOCTYPE html>
                <html lang="en"><head><meta charset="utf-8"><title>Screens</title>
                <style>
                  body { font: 14px sans-serif; }
                  a { display: inline-block; margin: 8px; vertical-align: top; width: 300px; overflow-wrap: anywhere; }
                  img { width: 300px; border: 1px solid #999; }
                </style></head><body>
                """ + shown + "\n</body></html>\n");
        return index;
    }
}
