package jp.madoguchi.workbench.attack;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.function.UnaryOperator;
import jp.madoguchi.simulators.center.Operation;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;

/**
 * A document that whoever holds the center's keys makes for a visit. Without a change it is as good as the center's own: two pages
 * for the visit's key under the manifest of the honest answer. Each step can be done otherwise.
 */
final class Forgery {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Field field;

    /** The authentication text of the visit, as the kiosk sent it. */
    final byte[] t;

    final PublicKey visitKey;

    /** Of the honest answer; {@code pages} and {@code ciphertext} are set when all else is. */
    final ObjectNode manifest;

    /** What is hashed. */
    List<byte[]> pages = List.of(pdf("one", 1, 1), pdf("two", 1, 1));

    /** What is enveloped in their place. */
    UnaryOperator<List<byte[]>> pagesInEnvelope = UnaryOperator.identity();

    UnaryOperator<byte[]> list = UnaryOperator.identity();
    final Envelopes envelopes;

    /** Before the manifest names its hash. */
    UnaryOperator<byte[]> envelope = UnaryOperator.identity();

    /** After that. */
    UnaryOperator<byte[]> envelopeSent = UnaryOperator.identity();

    UnaryOperator<String> text = UnaryOperator.identity();
    final Manifests manifests;

    /** Of the SignedData. */
    UnaryOperator<byte[]> signed = UnaryOperator.identity();

    /** @param asked for a document, in a visit that was authenticated through this field */
    Forgery(Field field, Asked asked, Answer honest) throws IOException, GeneralSecurityException {
        this.field = field;
        JsonNode proof = proof(field, asked.visit());
        t = proof.path("t").binaryValue();
        visitKey = KeyFactory.getInstance("EC")
                .generatePublic(new X509EncodedKeySpec(proof.path("publicKey").binaryValue()));
        manifest = manifest(honest);
        envelopes = new Envelopes(visitKey);
        manifests = new Manifests(field.keys("signer"));
    }

    private static JsonNode proof(Field field, String visit) throws IOException {
        for (HonestCenter.Heard each : field.center().heard(Operation.AUTHENTICATE)) {
            if (each.asked().visit().equals(visit)) {
                return JSON.readTree(each.asked().body());
            }
        }
        throw new IOException("the visit was not authenticated here");
    }

    /** What the honest center signed. */
    static ObjectNode manifest(Answer honest) throws IOException {
        try {
            CMSSignedData data = new CMSSignedData(
                    JSON.readTree(honest.body()).path("manifest").binaryValue());
            return (ObjectNode) JSON.readTree((byte[]) data.getSignedContent().getContent());
        } catch (CMSException e) {
            throw new IOException(e);
        }
    }

    Field field() {
        return field;
    }

    Answer made() throws IOException, GeneralSecurityException {
        byte[] sealed = envelope.apply(envelopes.seal(list.apply(Envelopes.list(pagesInEnvelope.apply(pages)))));
        ArrayNode hashes = manifest.putArray("pages");
        pages.forEach(page -> hashes.add(sha256(page)));
        manifest.put("ciphertext", sha256(sealed));
        byte[] content = text.apply(manifest.toString()).getBytes(UTF_8);
        return document(signed.apply(manifests.sign(content)), envelopeSent.apply(sealed));
    }

    /** An answer with a document. */
    static Answer document(byte[] manifest, byte[] pages) {
        Base64.Encoder base64 = Base64.getEncoder();
        return new Answer(
                200,
                JSON.createObjectNode()
                        .put("manifest", base64.encodeToString(manifest))
                        .put("pages", base64.encodeToString(pages))
                        .toString());
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Blank A4 pages whose page tree says that there are {@code told}. */
    static byte[] pdf(String title, int count, int told) {
        try (PDDocument document = new PDDocument()) {
            document.getDocumentInformation().setTitle(title);
            for (int i = 0; i < count; i++) {
                document.addPage(new PDPage(PDRectangle.A4));
            }
            document.getPages().getCOSObject().setInt(COSName.COUNT, told);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
