package jp.madoguchi.kiosk.terms;

/** Visit id: 16 random bytes of the kiosk as 32 lower-case hex digits. */
public record VisitId(String hex) {
    public VisitId {
        if (!hex.matches("[0-9a-f]{32}")) {
            throw new IllegalArgumentException("not 32 hex digits");
        }
    }

    @Override
    public String toString() {
        return hex;
    }
}
