package jp.madoguchi.simulators.center;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.CMSSignerDigestMismatchException;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;

/** What kiosks have left of their audit logs; each as a file, for whoever verifies such a log. One thread at a time. */
final class AuditCheckpoints {
    private static final Pattern CONTENT =
            Pattern.compile("\\{\"purpose\":\"MADOGUCHI-AUDIT-CHECKPOINT-V1\",\"kiosk\":\"([A-Za-z0-9._-]+)\""
                    + ",\"seq\":([0-9]+),\"at\":\"[0-9TZ:-]{20}\",\"hash\":\"([0-9a-f]{64})\"\\}");
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9._-]*");

    private final Path folder;
    private final Map<String, NavigableMap<Long, String>> hashes = new HashMap<>();

    /** @param folder gets the files */
    AuditCheckpoints(Path folder) {
        this.folder = folder;
    }

    Answer keep(Kiosk peer, long sequence, byte[] signed) throws IOException, Malformed {
        String content = content(peer, signed);
        if (content.isEmpty()) {
            return new Answer.Refused(Reason.BAD_SIGNATURE);
        }
        Matcher parts = CONTENT.matcher(content);
        if (!parts.matches() || !parts.group(2).equals(Long.toString(sequence))) {
            throw new Malformed("no checkpoint of entry " + sequence);
        }
        if (!parts.group(1).equals(name(peer.id()))) {
            return new Answer.Refused(Reason.WRONG_KIOSK);
        }
        NavigableMap<Long, String> before = hashes.computeIfAbsent(peer.id(), first -> new TreeMap<>());
        boolean known = parts.group(3).equals(before.get(sequence));
        if (!known && !before.isEmpty() && before.lastKey() >= sequence) {
            return new Answer.Refused(Reason.CHECKPOINT_CONFLICT);
        }
        before.put(sequence, parts.group(3));
        Files.createDirectories(folder);
        Files.write(folder.resolve(String.format(Locale.ROOT, "%s-%012d.p7s", parts.group(1), sequence)), signed);
        return new Answer.Recorded();
    }

    private static String name(String kiosk) {
        return NAME.matcher(kiosk).matches() ? kiosk : Hash.of(kiosk.getBytes(StandardCharsets.UTF_8));
    }

    /** What the peer's certificate signed; empty when it did not. */
    @SuppressWarnings("unchecked") // a SignerId selects certificates; its type does not say so
    private static String content(Kiosk peer, byte[] signed) throws IOException, Malformed {
        try {
            CMSSignedData data = new CMSSignedData(signed);
            SignerInformation signer =
                    data.getSignerInfos().getSigners().iterator().next();
            Collection<X509CertificateHolder> named = data.getCertificates().getMatches(signer.getSID());
            X509CertificateHolder certificate = named.iterator().next();
            boolean holds = data.getSignerInfos().size() == 1
                    && Hash.of(certificate.getEncoded()).equals(peer.certificate())
                    && signer.verify(new JcaSimpleSignerInfoVerifierBuilder().build(certificate));
            return holds ? new String((byte[]) data.getSignedContent().getContent(), StandardCharsets.ISO_8859_1) : "";
        } catch (CMSSignerDigestMismatchException altered) {
            return "";
        } catch (CMSException | OperatorCreationException | CertificateException | RuntimeException e) {
            throw new Malformed("no CMS SignedData");
        }
    }
}
