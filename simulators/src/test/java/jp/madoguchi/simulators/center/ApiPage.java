package jp.madoguchi.simulators.center;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.OpenApi31;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** {@code docs/center-api.yaml}, and whether something is as it says: by a validator library, not by our own classes. */
final class ApiPage {
    static final Path FILE = Path.of("../docs/center-api.yaml");

    private static final String ID = "https://madoguchi.invalid/center-api";

    private final JsonNode page;
    private final SchemaRegistry schemas;

    ApiPage() throws IOException {
        page = new YAMLMapper().readTree(FILE.toFile());
        schemas = SchemaRegistry.withDefaultDialect(
                OpenApi31.getInstance(),
                builder -> builder.schemas(Map.of(ID, page.toString()))
                        .schemaRegistryConfig(SchemaRegistryConfig.builder()
                                .formatAssertionsEnabled(true)
                                .build()));
    }

    JsonNode page() {
        return page;
    }

    /** What is wrong with the value, by the schema of that name. */
    List<String> faults(String schema, JsonNode value) {
        return faultsAt("#/components/schemas/" + schema, value);
    }

    /** What is wrong with the value, by the schema at that place of the page. */
    List<String> faultsAt(String pointer, JsonNode value) {
        Schema schema = schemas.getSchema(SchemaLocation.of(ID + pointer));
        return schema.validate(value).stream().map(Object::toString).toList();
    }
}
