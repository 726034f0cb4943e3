package jp.madoguchi.workbench.papers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import jp.madoguchi.simulators.people.Residents;

/** The center's own files, read without its help: what a paper is held against. */
record Registers(Path dir) {
    JsonNode resident(String id) throws IOException {
        return new ObjectMapper()
                .readTree(dir.resolve("residents").resolve(id + ".json").toFile());
    }

    JsonNode municipality(String code) throws IOException {
        return new ObjectMapper()
                .readTree(dir.resolve("municipalities").resolve(code + ".json").toFile());
    }

    /** Names and numbers of everybody in everybody's household, this resident's own left out. */
    List<String> strangersOf(String resident) throws IOException {
        List<String> strangers = new ArrayList<>();
        for (String id : Residents.SHIPPED) {
            if (!id.equals(resident)) {
                JsonNode other = resident(id);
                strangers.addAll(texts(other, "name"));
                strangers.addAll(texts(other, "myNumber"));
                strangers.addAll(texts(other, "domicile"));
                strangers.addAll(texts(other, "foreign.card"));
                strangers.addAll(texts(other, "household.name"));
                strangers.addAll(texts(other, "household.myNumber"));
            }
        }
        strangers.remove("なし");
        return strangers;
    }

    /** What stands at a path such as {@code household.name}; of a list, of each of its elements. */
    static List<String> texts(JsonNode node, String path) {
        String[] steps = path.split("\\.", 2);
        JsonNode next = node.path(steps[0]);
        List<JsonNode> each = new ArrayList<>();
        if (next.isArray()) {
            next.forEach(each::add);
        } else if (!next.isMissingNode()) {
            each.add(next);
        }
        return each.stream()
                .flatMap(one -> steps.length == 1 ? Stream.of(one.asText()) : texts(one, steps[1]).stream())
                .toList();
    }
}
