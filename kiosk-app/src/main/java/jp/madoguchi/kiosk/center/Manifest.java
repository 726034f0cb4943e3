package jp.madoguchi.kiosk.center;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import jp.madoguchi.kiosk.terms.HouseholdMember;
import jp.madoguchi.kiosk.terms.RequestId;
import jp.madoguchi.kiosk.terms.Sha256;
import jp.madoguchi.kiosk.terms.VisitId;

/** What the center signed (binding.md section 2): well-formed, and compared with nothing yet. */
record Manifest(
        int version,
        Sha256 t,
        String kiosk,
        VisitId visit,
        RequestId request,
        String municipality,
        Sha256 certificate,
        String kind,
        Map<String, String> options,
        List<String> members,
        int copies,
        int fee,
        String issueNumber,
        Instant issued,
        Instant expires,
        List<Sha256> pages,
        Sha256 ciphertext) {
    Manifest {
        options = Map.copyOf(options);
        members = List.copyOf(members);
        pages = List.copyOf(pages);
    }

    /** Reads the signed bytes; anything but the table's members in the table's form fails {@link BindingCheck#SHAPE}. */
    static Manifest parse(byte[] json) throws CheckFailed {
        ManifestJson members = ManifestJson.read(json);
        return new Manifest(
                members.integer("version"),
                members.sha256("t"),
                members.text("kiosk"),
                new VisitId(members.matching("visit", ManifestJson.ID)),
                new RequestId(members.matching("request", ManifestJson.ID)),
                members.text("municipality"),
                members.sha256("certificate"),
                members.text("kind"),
                members.texts("options"),
                members.optionalHandles("members", HouseholdMember.MOST),
                members.integer("copies"),
                members.integer("fee"),
                members.matching("issueNumber", ManifestJson.ISSUE_NUMBER),
                members.instant("issued"),
                members.instant("expires"),
                members.hashes("pages", 1, 50),
                members.sha256("ciphertext"));
    }
}
