package jp.madoguchi.simulators.printer;

import com.hp.jipp.encoding.Attribute;
import com.hp.jipp.encoding.AttributeGroup;
import com.hp.jipp.encoding.IppInputStream;
import com.hp.jipp.encoding.IppOutputStream;
import com.hp.jipp.encoding.IppPacket;
import com.hp.jipp.encoding.KeywordOrName;
import com.hp.jipp.encoding.Tag;
import com.hp.jipp.model.Types;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/** A client that says exactly what a test wants said, right or wrong. */
final class IppClient {
    final URI printer;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    IppClient(URI printer) {
        this.printer = printer;
    }

    /** A well-formed request: charset, language, printer-uri, then what is added. */
    IppPacket request(IppOperation operation, Attribute<?>... more) {
        List<Attribute<?>> attributes = new ArrayList<>(List.of(
                Types.attributesCharset.of("utf-8"),
                Types.attributesNaturalLanguage.of("en"),
                Types.printerUri.of(printer)));
        attributes.addAll(List.of(more));
        return packet(0x0200, operation.code(), 7, attributes);
    }

    static IppPacket packet(int version, int operation, int requestId, List<Attribute<?>> attributes) {
        return new IppPacket(
                version, operation, requestId, List.of(AttributeGroup.groupOf(Tag.operationAttributes, attributes)));
    }

    static IppPacket withTemplate(IppPacket packet, Attribute<?>... template) {
        List<AttributeGroup> groups = new ArrayList<>(packet.getAttributeGroups());
        groups.add(AttributeGroup.groupOf(Tag.jobAttributes, template));
        return packet.withAttributeGroups(groups);
    }

    IppPacket send(IppPacket request, byte... document) throws IOException, InterruptedException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (IppOutputStream out = new IppOutputStream(bytes)) {
            out.write(request);
        }
        bytes.writeBytes(document);
        return parse(post(bytes.toByteArray(), "application/ipp"));
    }

    HttpResponse<byte[]> post(byte[] body, String type) throws IOException, InterruptedException {
        URI http = URI.create("http" + printer.toString().substring("ipp".length()));
        return this.http.send(
                HttpRequest.newBuilder(http)
                        .timeout(Duration.ofSeconds(10))
                        .header("Content-Type", type)
                        .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                        .build(),
                HttpResponse.BodyHandlers.ofByteArray());
    }

    static IppPacket parse(HttpResponse<byte[]> response) throws IOException {
        try (IppInputStream in = new IppInputStream(new ByteArrayInputStream(response.body()))) {
            return in.readPacket();
        }
    }

    /** Create-Job and Send-Document as a careful client does them; answers the job-id. */
    int print(String name, byte[] pdf, String sides) throws IOException, InterruptedException {
        int id = create(name, sides);
        IppPacket sent =
                send(request(IppOperation.SEND_DOCUMENT, Types.jobId.of(id), Types.lastDocument.of(true)), pdf);
        if (sent.getCode() != 0) {
            throw new AssertionError(sent.getStatus());
        }
        return id;
    }

    int create(String name, String sides) throws IOException, InterruptedException {
        IppPacket created = send(withTemplate(
                request(
                        IppOperation.CREATE_JOB,
                        Types.requestingUserName.of("kiosk"),
                        Types.jobName.of(name),
                        Types.ippAttributeFidelity.of(true)),
                Types.sides.of(sides),
                Types.media.of(new KeywordOrName("iso_a4_210x297mm")),
                Types.printScaling.of("none")));
        if (created.getCode() != 0) {
            throw new AssertionError(created.getStatus());
        }
        return integer(created, "job-id");
    }

    IppPacket job(int id) throws IOException, InterruptedException {
        return send(request(IppOperation.GET_JOB_ATTRIBUTES, Types.jobId.of(id)));
    }

    static int integer(IppPacket answer, String attribute) {
        return (Integer) values(answer, attribute).get(0);
    }

    /** The values of the first attribute of that name, wherever it stands; empty when there is none. */
    static List<Object> values(IppPacket answer, String attribute) {
        for (AttributeGroup group : answer.getAttributeGroups()) {
            Attribute<?> found = group.get(attribute);
            if (found != null) {
                return new ArrayList<>(found);
            }
        }
        return List.of();
    }

    static byte[] pdf(int pages) {
        try (PDDocument document = new PDDocument()) {
            for (int i = 0; i < pages; i++) {
                document.addPage(new PDPage(PDRectangle.A4));
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
