package jp.madoguchi.workbench.campaign;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the kiosk wrote down, read from its file as anybody could: kinds of facts and their members. */
public record Paperwork(List<Line> lines) {
    /** Counts of the machine belong to no visit. */
    private static final String NOBODY = "0".repeat(32);

    /** One fact. */
    public record Line(String visit, String kind, JsonNode body) {}

    /** Reads the ledger of a kiosk, which may be running. */
    public static Paperwork of(Path data) {
        ObjectMapper json = new ObjectMapper();
        List<Line> lines = new ArrayList<>();
        try (Connection file = DriverManager.getConnection("jdbc:sqlite:" + data.resolve("ledger.db"));
                Statement query = file.createStatement();
                ResultSet row = query.executeQuery("SELECT visit, kind, body FROM fact ORDER BY seq")) {
            while (row.next()) {
                lines.add(new Line(row.getString(1), row.getString(2), json.readTree(row.getString(3))));
            }
        } catch (SQLException | JsonProcessingException unreadable) {
            throw new IllegalStateException("the ledger cannot be read", unreadable);
        }
        return new Paperwork(List.copyOf(lines));
    }

    public Stream<JsonNode> of(String kind) {
        return lines.stream().filter(line -> line.kind().equals(kind)).map(Line::body);
    }

    public Stream<JsonNode> of(String visit, String kind) {
        return lines.stream()
                .filter(line -> line.visit().equals(visit) && line.kind().equals(kind))
                .map(Line::body);
    }

    int sumOf(String visit, String kind, String member) {
        return of(visit, kind).mapToInt(body -> body.path(member).asInt()).sum();
    }

    /** Over the visits' ends, of which the last counts for each. */
    int ended(String member) {
        Map<String, Integer> last = new LinkedHashMap<>();
        lines.stream()
                .filter(line -> line.kind().equals("Ended"))
                .forEach(line -> last.put(line.visit(), line.body().path(member).asInt()));
        return last.values().stream().mapToInt(Integer::intValue).sum();
    }

    int sum(String kind, String member) {
        return of(kind).mapToInt(body -> body.path(member).asInt()).sum();
    }

    /** Whether every visit of which something is written has its end written too, and there is one. */
    public boolean allEnded() {
        Set<String> begun = visits(lines.stream());
        return !begun.isEmpty()
                && begun.equals(visits(lines.stream().filter(line -> line.kind().equals("Ended"))));
    }

    private static Set<String> visits(Stream<Line> lines) {
        return lines.map(Line::visit).filter(visit -> !visit.equals(NOBODY)).collect(Collectors.toSet());
    }
}
