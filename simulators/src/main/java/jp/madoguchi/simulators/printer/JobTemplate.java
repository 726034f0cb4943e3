package jp.madoguchi.simulators.printer;

import com.hp.jipp.encoding.Attribute;
import com.hp.jipp.encoding.AttributeCollection;
import com.hp.jipp.encoding.Resolution;
import com.hp.jipp.encoding.ResolutionUnit;
import com.hp.jipp.model.Finishing;
import com.hp.jipp.model.Orientation;
import com.hp.jipp.model.PrintQuality;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** The job template attributes this printer knows, and the values it can honour (RFC 8011, 5.2). */
final class JobTemplate {
    static final String A4 = "iso_a4_210x297mm";
    static final int MAX_COPIES = 99;
    static final Resolution RESOLUTION = new Resolution(600, 600, ResolutionUnit.dotsPerInch);
    static final List<String> SIDES = List.of("one-sided", "two-sided-long-edge", "two-sided-short-edge");

    /** A4 in hundredths of a millimetre (PWG 5100.7, media-size). */
    static final int A4_WIDTH = 21000;

    static final int A4_HEIGHT = 29700;

    private static final Map<String, Predicate<Object>> SUPPORTED = supported();

    private JobTemplate() {}

    /**
     * What a job asks for, sorted.
     *
     * @param honoured attributes the job will have
     * @param unsupported for the answer's unsupported attributes group: the attribute with its value when only the value is
     *     unsupported, with the out-of-band value "unsupported" when the attribute is (RFC 8011, 4.1.7)
     */
    record Sorted(List<Attribute<?>> honoured, List<Attribute<?>> unsupported) {}

    static Sorted sort(Iterable<? extends Attribute<?>> asked) {
        List<Attribute<?>> honoured = new ArrayList<>();
        List<Attribute<?>> unsupported = new ArrayList<>();
        for (Attribute<?> attribute : asked) {
            Predicate<Object> value = SUPPORTED.get(attribute.getName());
            if (value == null) {
                unsupported.add(attribute.getType().unsupported());
            } else if (attribute.size() == 1 && value.test(attribute.get(0))) {
                honoured.add(attribute);
            } else {
                unsupported.add(attribute);
            }
        }
        return new Sorted(honoured, unsupported);
    }

    static Set<String> names() {
        return SUPPORTED.keySet();
    }

    static boolean duplex(List<Attribute<?>> template) {
        return template.stream()
                .anyMatch(attribute ->
                        attribute.getName().equals("sides") && !attribute.get(0).equals("one-sided"));
    }

    static int copies(List<Attribute<?>> template) {
        return template.stream()
                .filter(attribute -> attribute.getName().equals("copies"))
                .findFirst()
                .map(attribute -> (Integer) attribute.get(0))
                .orElse(1);
    }

    private static Map<String, Predicate<Object>> supported() {
        Map<String, Predicate<Object>> table = new LinkedHashMap<>();
        table.put("copies", value -> value instanceof Integer copies && copies >= 1 && copies <= MAX_COPIES);
        table.put("finishings", Finishing.none::equals);
        table.put("media", A4::equals);
        table.put("media-col", JobTemplate::isA4);
        table.put("orientation-requested", Orientation.portrait::equals);
        table.put("output-bin", "face-down"::equals);
        table.put("print-color-mode", "monochrome"::equals);
        table.put("print-quality", PrintQuality.normal::equals);
        table.put("print-scaling", "none"::equals);
        table.put("printer-resolution", RESOLUTION::equals);
        table.put("sides", SIDES::contains);
        return table;
    }

    private static boolean isA4(Object value) {
        return value instanceof AttributeCollection media
                && media.getAttributes().size() == 1
                && media.getAttributes().get(0).getName().equals("media-size")
                && media.getAttributes().get(0).size() == 1
                && media.getAttributes().get(0).get(0) instanceof AttributeCollection size
                && size.getAttributes().size() == 2
                && dimension(size, "x-dimension") == A4_WIDTH
                && dimension(size, "y-dimension") == A4_HEIGHT;
    }

    private static int dimension(AttributeCollection size, String name) {
        return size.getAttributes().stream()
                .filter(attribute -> attribute.getName().equals(name) && attribute.size() == 1)
                .map(attribute -> attribute.get(0) instanceof Integer length ? length : -1)
                .findFirst()
                .orElse(-1);
    }
}
